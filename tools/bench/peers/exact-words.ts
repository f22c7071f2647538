/**
 * For mark.js and its successor, which split words at a list of signs, by default only white space. Without this option
 * they would seem fast by finding less, as few names have a space on both sides.
 */
export const exactWords: { value: 'exactly'; limiters: string[] } = {
  value: 'exactly',
  limiters: [...'!"#$%&\'()*+,-./:;<=>?@[\\]^`{|}~¡¿«»“”„‘’‚–—…'],
};
