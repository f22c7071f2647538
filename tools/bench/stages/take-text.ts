import { extractText } from '../../../src/page/reading/extract-text.ts';
import { offerStage } from '../stage.ts';

/** Most of what `whole-text.ts` measures, alone. */
offerStage(() => {
  const begun = performance.now();
  const text = extractText(document.body);
  return { ms: performance.now() - begun, characters: text.length };
});
