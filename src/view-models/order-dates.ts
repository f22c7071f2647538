import type { PackDate } from '../knowledge/pack-schema.ts';

/**
 * The last day that a date may mean: `2020` ends on 31 December. A nonexistent day such as 31 February sorts well
 * enough.
 */
export function lastDayOf(date: PackDate): string {
  if (date.precision === 'day') return date.value;
  return date.precision === 'month' ? `${date.value}-31` : `${date.value}-12-31`;
}

/** The first day that a date may mean. */
export function firstDayOf(date: PackDate): string {
  if (date.precision === 'day') return date.value;
  return date.precision === 'month' ? `${date.value}-01` : `${date.value}-01-01`;
}

/** Whether all of `date` is after `day` (`2020-06-10`): "2020" is not certainly after a day in June 2020. */
export function isAfterDay(date: PackDate, day: string): boolean {
  return firstDayOf(date) > day;
}

/** Sorts oldest first; of two dates that begin on the same day, the more precise comes first. */
export function compareDates(a: PackDate, b: PackDate): number {
  const [first, second] = [firstDayOf(a), firstDayOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return b.value.length - a.value.length;
}

/** Whole days from one ISO day to another; negative if `to` is earlier, NaN if either is not a valid day. */
export function daysBetween(from: string, to: string): number {
  const dayMs = 86_400_000;
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
