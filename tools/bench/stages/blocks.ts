import { readBlocks } from '../../../src/page/reading/read-blocks.ts';
import { offerStage } from '../stage.ts';

offerStage(() => {
  const begun = performance.now();
  let characters = 0;
  for (const block of readBlocks(document.body)) characters += block.text.length;
  return { ms: performance.now() - begun, characters };
});
