import { findTraceCandidates } from '../../../src/matching/find-trace-candidates.ts';
import { findTraces } from '../../../src/matching/find-traces.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { openStatementIndex } from '../../../src/matching/statement-index.ts';
import { createBlockFinder } from '../../../src/page/block-around.ts';
import { findInPage, nodesNear } from '../../../src/page/find-in-page.ts';
import { offerStage } from '../stage.ts';

/** As the content script goes about it: every page is gone through for names, and for statements where it has one. */
offerStage((input) => {
  const index = openNameIndex(input.index);
  const statements = openStatementIndex(input.statements);
  const found: string[] = [];
  const begun = performance.now();
  const steps = findInPage(document.body, index);
  let step = steps.next();
  for (; !step.done; step = steps.next()) {
    const { block, matches = [] } = step.value ?? {};
    for (const { start, end } of matches) found.push(block?.text.slice(start, end) ?? '');
  }
  let characters = 0;
  if (found.length > 0) {
    const finder = createBlockFinder();
    const near = nodesNear(step.value, (text) => findTraceCandidates(text, statements));
    const blocks = new Set([...near].map((node) => finder.blockAround(node)));
    for (const block of blocks) {
      for (const { start, end } of block ? findTraces(block.text, statements) : []) characters += end - start;
    }
  }
  return { ms: performance.now() - begun, found, characters };
});
