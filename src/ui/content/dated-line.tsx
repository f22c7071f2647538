import type { DatedItem } from '../../view-models/panel-content.ts';
import { PackWords } from './content-language.tsx';
import { DateText } from './date-text.tsx';
import { SourceList } from './source-line.tsx';

/** Something that happened on a date, with its sources. */
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
        <PackWords>{text}</PackWords>
      </p>
      <SourceList sources={cites} />
    </li>
  );
}
