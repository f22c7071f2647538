/** A sign that words are left out, or square brackets, in which outlets insert their own words. */
const omissionSign = /[…⋯‥]|\.\s?\.\s?\.|[[［]|[（(〔【]\s?(?:[前中後后下以]{0,2}略|[전중후]략)/;

/** Whether the characters between two words show that others are missing there. */
export function showsOmission(between: string): boolean {
  return omissionSign.test(between);
}

/** Words of a full text that a shorter one lacks, as found by comparing the two. */
export interface Gap {
  /** The missing words, as half-open word indexes of the full text. */
  readonly from: number;
  readonly to: number;
  /** The index of the shorter text's word before which they are missing. */
  readonly at: number;
  /** How many words just before the gap, and just after it, are equal in both texts. */
  readonly sameBefore: number;
  readonly sameAfter: number;
}

/**
 * By how many words a gap must move (backwards if negative) to match the sign in the shorter text. Of "lead, we told
 * them, we will", printed as "lead … we will", a comparison may just as well find "told them, we" missing, where there
 * is no sign.
 *
 * @param isSame whether a word of the full text equals one of the shorter text
 * @param isShown whether the shorter text shows a gap before its word of this index
 * @returns 0 if no other place has a sign
 */
export function slideGap(
  { from, to, at, sameBefore, sameAfter }: Gap,
  isSame: (full: number, short: number) => boolean,
  isShown: (short: number) => boolean,
): number {
  if (isShown(at)) return 0;
  for (let by = 1; by <= sameBefore && isSame(to - by, at - by); by += 1) {
    if (isShown(at - by)) return -by;
  }
  for (let by = 1; by <= sameAfter && isSame(from + by - 1, at + by - 1); by += 1) {
    if (isShown(at + by)) return by;
  }
  return 0;
}
