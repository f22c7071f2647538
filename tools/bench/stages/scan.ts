import { findNames } from '../../../src/matching/names/find-names.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import { offerStage } from '../stage.ts';

/** From the document to every name in it, under the libraries' conditions: on the page's own thread, in cold code. */
offerStage((input) => {
  const index = openNameIndex(input.index);
  findNames('', index);
  const found: string[] = [];
  const begun = performance.now();
  for (const { text } of readBlocks(document.body)) {
    for (const { start, end } of findNames(text, index)) found.push(text.slice(start, end));
  }
  return { ms: performance.now() - begun, found };
});
