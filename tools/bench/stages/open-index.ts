import { findNames } from '../../../src/matching/find-names.ts';
import { openNameIndex } from '../../../src/matching/name-index.ts';
import { offerStage } from '../stage.ts';

/** From bytes in the page to an index that has looked for its first name. */
offerStage((input) => {
  const begun = performance.now();
  const index = openNameIndex(input.index);
  findNames('the', index);
  return { ms: performance.now() - begun };
});
