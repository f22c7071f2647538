import type { PackDate } from '../knowledge/pack-schema.ts';

const styles = {
  // Without a time zone of its own a day would slip to the day before, west of Greenwich.
  day: new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  year: new Intl.DateTimeFormat('en-GB', { year: 'numeric', timeZone: 'UTC' }),
} as const;

/** `10 June 2020`, `June 2020` or `2020`: as exact as it is known. What is no date is shown as it stands. */
export function formatDate(date: PackDate): string {
  const parsed = new Date(date.value);
  return Number.isNaN(parsed.getTime()) ? date.value : styles[date.precision].format(parsed);
}

export function formatDay(day: string): string {
  return formatDate({ value: day, precision: 'day' });
}
