import { findNames } from '../../../src/matching/find-names.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { findInPage } from '../../../src/page/find-in-page.ts';
import { offerStage } from '../stage.ts';

/** What the content script does on every page: from the document to every block that holds a name. */
offerStage((input) => {
  const index = openNameIndex(input.index);
  // The index is usable once its words are: that time is a row of its own.
  findNames('', index);
  const found: string[] = [];
  let longestSliceMs = 0;
  const begun = performance.now();
  let sliceBegun = begun;
  for (const step of findInPage(document.body, index)) {
    const now = performance.now();
    longestSliceMs = Math.max(longestSliceMs, now - sliceBegun);
    sliceBegun = now;
    if (step) for (const { start, end } of step.matches) found.push(step.block.text.slice(start, end));
  }
  const ended = performance.now();
  return { ms: ended - begun, found, longestSliceMs: Math.max(longestSliceMs, ended - sliceBegun) };
});
