import { findTraces } from '../../../src/matching/find-traces.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { openStatementIndex } from '../../../src/matching/statement-index.ts';
import { findInPage } from '../../../src/page/find-in-page.ts';
import { readBlocks } from '../../../src/page/read-blocks.ts';
import { offerStage } from '../stage.ts';

/** As the content script goes about it: every page is gone through for names, and read for statements where it has one. */
offerStage((input) => {
  const index = openNameIndex(input.index);
  const statements = openStatementIndex(input.statements);
  const found: string[] = [];
  const begun = performance.now();
  for (const step of findInPage(document.body, index)) {
    if (step) for (const { start, end } of step.matches) found.push(step.block.text.slice(start, end));
  }
  let characters = 0;
  if (found.length > 0) {
    for (const { text } of readBlocks(document.body)) {
      for (const { start, end } of findTraces(text, statements)) characters += end - start;
    }
  }
  return { ms: performance.now() - begun, found, characters };
});
