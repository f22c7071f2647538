/** A sign that words are left out, or square brackets, in which outlets put their own. */
const omissionSign = /[…⋯‥]|\.\s?\.\s?\.|[[［]|[（(〔【]\s?(?:[前中後后下以]{0,2}略|[전중후]략)/;

/** Whether what stands between two words shows that others are missing there. */
export function showsOmission(between: string): boolean {
  return omissionSign.test(between);
}

/** Words of a full text that a shorter one has not, as a comparison of the two has found them. */
export interface Gap {
  /** The words that are missing, as half-open numbers of the full text's words. */
  readonly from: number;
  readonly to: number;
  /** The number of the shorter text's word before which they are missing. */
  readonly at: number;
  /** So many words just before the gap, and just behind it, are the same in both texts. */
  readonly sameBefore: number;
  readonly sameAfter: number;
}

/**
 * By how many words a gap must move, backwards where negative, to lie where the shorter text shows it. Of "lead, we told them, we
 * will", printed as "lead … we will", a comparison may as well find "told them, we" missing, and no sign in that place.
 *
 * @param isSame whether a word of the full text is that of the shorter one
 * @param isShown whether the shorter text shows a gap before its word of this number
 * @returns 0 where no other place is shown
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
