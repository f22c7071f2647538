/**
 * For mark.js and its successor, which know no letters but only signs that part words, and by themselves only white space:
 * without this they would win by finding less, as hardly a name is followed by a space.
 */
export const exactWords: { value: 'exactly'; limiters: string[] } = {
  value: 'exactly',
  limiters: [...'!"#$%&\'()*+,-./:;<=>?@[\\]^`{|}~¡¿«»“”„‘’‚–—…'],
};
