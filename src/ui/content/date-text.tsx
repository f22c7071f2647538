import { formatDate } from '../../i18n/format-date.ts';
import type { PackDate } from '../../knowledge/pack-schema.ts';

/** A date as it is known. It never breaks over two lines: "10 June" with the year on the next reads as another date. */
export function DateText({ date }: { date: PackDate }) {
  return (
    <time class="day" dir="auto" dateTime={date.value}>
      {formatDate(date)}
    </time>
  );
}
