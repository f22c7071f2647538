import { takeText } from '../../../src/page/reading/take-text.ts';
import { offerStage } from '../stage.ts';

/** Most of what `whole-text.ts` measures, alone. */
offerStage(() => {
  const begun = performance.now();
  const text = takeText(document.body);
  return { ms: performance.now() - begun, characters: text.length };
});
