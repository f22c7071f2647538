import { runToCompletion } from '../../../src/matching/text/run-to-completion.ts';
import { findShadowRoots } from '../../../src/page/dom/shadow-roots.ts';
import { offerStage } from '../stage.ts';

/** The rest of what `whole-text.ts` measures, alone. */
offerStage(() => {
  const begun = performance.now();
  runToCompletion(findShadowRoots(document.body));
  return { ms: performance.now() - begun };
});
