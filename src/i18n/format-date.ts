import type { PackDate } from '../knowledge/pack-schema.ts';
import { perLanguage } from './language.ts';

// Without a time zone of its own a day would slip to the day before, west of Greenwich.
const styles = {
  day: { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' },
  month: { month: 'long', year: 'numeric', timeZone: 'UTC' },
  year: { year: 'numeric', timeZone: 'UTC' },
} as const satisfies Record<PackDate['precision'], Intl.DateTimeFormatOptions>;

// Each by itself: most cards need only days, and making a format takes longer than all else that draws a date.
const formats = {
  day: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.day)),
  month: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.month)),
  year: perLanguage((locale) => new Intl.DateTimeFormat(locale, styles.year)),
};

/** `10 June 2020`, `June 2020` or `2020`: as exact as it is known. What is no date is shown as it stands. */
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

/** A moment of the reader's own, by their clock. @param atMs since 1970, as `Date.now()` counts */
export function formatMoment(atMs: number): string {
  return moments().format(atMs);
}
