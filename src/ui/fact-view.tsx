import type { CardContent } from '../briefing/card-content.ts';
import { DateText } from './date-text.tsx';
import { QuotedWords } from './quoted-words.tsx';
import { SourceList } from './source-line.tsx';

/** One fact with the words that it rests on, and who prints them. */
export function FactView({ fact: { text: what, date, cites } }: { fact: CardContent['facts'][number] }) {
  return (
    <li>
      <p>
        {date !== undefined && (
          <span class="date">
            <DateText date={date} />
          </span>
        )}{' '}
        {what}
      </p>
      {cites.map(({ source, quote }) =>
        quote === undefined ? null : (
          <p class="quoted" key={source.id + quote}>
            “<QuotedWords words={quote} />”
          </p>
        ),
      )}
      <SourceList sources={cites.map(({ source }) => source)} />
    </li>
  );
}
