import { findNames } from '../../../src/matching/find-names.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { offerStage } from '../stage.ts';

/** From bytes in the page to an index that has found its first name. */
offerStage((input) => {
  const begun = performance.now();
  const index = openNameIndex(input.index);
  const found = findNames('the', index);
  return { ms: performance.now() - begun, found: found.map(() => 'the') };
});
