import { runToCompletion } from '../../../src/matching/text/run-to-completion.ts';
import { findShadowRoots } from '../../../src/page/dom/shadow-roots.ts';
import { extractText } from '../../../src/page/reading/extract-text.ts';
import { offerStage } from '../stage.ts';

/** What every page does on its own thread before it asks the background. */
offerStage(() => {
  const begun = performance.now();
  let text = extractText(document.body);
  for (const root of runToCompletion(findShadowRoots(document.body))) text += extractText(root);
  return { ms: performance.now() - begun, characters: text.length };
});
