import type { PackDate } from '../knowledge/pack-schema.ts';

/** The last day that a date may mean: `2020` ends on 31 December. A day that no month has sorts well enough. */
export function lastDayOf(date: PackDate): string {
  if (date.precision === 'day') return date.value;
  return date.precision === 'month' ? `${date.value}-31` : `${date.value}-12-31`;
}

/** The first day that a date may mean. */
export function firstDayOf(date: PackDate): string {
  if (date.precision === 'day') return date.value;
  return date.precision === 'month' ? `${date.value}-01` : `${date.value}-01-01`;
}

/** Whether all of `date` lies after `day` (`2020-06-10`): "2020" is not surely after a day in June 2020. */
export function isAfterDay(date: PackDate, day: string): boolean {
  return firstDayOf(date) > day;
}

/** For sorting, oldest first; of two that begin on one day the more exact comes first. */
export function compareDates(a: PackDate, b: PackDate): number {
  const [first, second] = [firstDayOf(a), firstDayOf(b)];
  if (first !== second) return first < second ? -1 : 1;
  return b.value.length - a.value.length;
}

/** Whole days from one ISO day to another; negative where `to` is the earlier one, NaN where one is no day. */
export function daysBetween(from: string, to: string): number {
  const dayMs = 86_400_000;
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
