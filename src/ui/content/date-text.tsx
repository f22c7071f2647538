import { formatDate } from '../../i18n/format-date.ts';
import type { PackDate } from '../../knowledge/pack-schema.ts';

/** A date as precise as it is known. It never wraps: "10 June" with the year on the next line reads as another date. */
export function DateText({ date }: { date: PackDate }) {
  return (
    <time class="day" dir="auto" dateTime={date.value}>
      {formatDate(date)}
    </time>
  );
}
