import { findNames } from '../../../src/matching/find-names.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { readBlocks } from '../../../src/page/read-blocks.ts';
import { offerStage } from '../stage.ts';

/** Every block read beforehand: what finding alone costs where all blocks are looked at one by one. */
offerStage((input) => {
  const index = openNameIndex(input.index);
  findNames('', index);
  const texts = [...readBlocks(document.body)].map(({ text }) => text);
  const found: string[] = [];
  const begun = performance.now();
  for (const text of texts) {
    for (const { start, end } of findNames(text, index)) found.push(text.slice(start, end));
  }
  return { ms: performance.now() - begun, found };
});
