import { finishSteps } from '../../../src/matching/text/finish-steps.ts';
import { findShadowRoots } from '../../../src/page/dom/shadow-roots.ts';
import { takeText } from '../../../src/page/reading/take-text.ts';
import { offerStage } from '../stage.ts';

/** What every page does on its own thread before the background is asked. */
offerStage(() => {
  const begun = performance.now();
  let text = takeText(document.body);
  for (const root of finishSteps(findShadowRoots(document.body))) text += takeText(root);
  return { ms: performance.now() - begun, characters: text.length };
});
