/**
 * Whether one date is later than another, as far as both are precise: no day of June 2020 is later than June 2020.
 * @param date `2020-06-10`, `2020-06` or `2020`, as is `other`
 */
export function isLater(date: string, other: string): boolean {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
}
