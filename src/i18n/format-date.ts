import type { PackDate } from '../knowledge/pack-schema.ts';
import { perLanguage } from './language.ts';

// UTC: in a local time zone west of Greenwich a day would become the day before.
const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<PackDate['precision'], Intl.DateTimeFormatOptions>;

// Created separately: most cards need only days, and creating a format takes longer than everything else about a date.
const formats = {
  day: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.day)),
  month: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.month)),
  year: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.year)),
};

/** `10 June 2020`, `June 2020` or `2020`: as precise as it is known. An invalid date is shown unchanged. */
export function formatDate(date: PackDate): string {
  const parsed = new Date(date.value);
  return Number.isNaN(parsed.getTime()) ? date.value : formats[date.precision]().format(parsed);
}

export function formatDay(day: string): string {
  return formatDate({ value: day, precision: 'day' });
}

const moments = perLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }),
);

/** A moment in the reader's own time zone. @param atMs since 1970, as `Date.now()` counts */
export function formatMoment(atMs: number): string {
  return moments().format(atMs);
}
