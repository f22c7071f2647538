import type { DatedItem } from '../briefing/briefing.ts';
import { DateText } from './date-text.tsx';
import { SourceList } from './source-line.tsx';

/** Something dated, with who says so. */
export function DatedLine({
  item: { date, text, cites },
}: {
  item: Pick<DatedItem, 'date' | 'text' | 'cites'>;
}) {
  return (
    <li>
      <p>
        <span class="date">
          <DateText date={date} />
        </span>{' '}
        {text}
      </p>
      <SourceList sources={cites} />
    </li>
  );
}
