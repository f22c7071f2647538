import type { CardContent } from '../../view-models/card-content.ts';
import { PackWords, useContentLanguage } from './content-language.tsx';
import { DateText } from './date-text.tsx';
import { QuotedWords } from './quoted-words.tsx';
import { SourceList } from './source-line.tsx';

/** One fact with the words it rests on, and who prints them. */
export function FactView({ fact: { text: what, date, cites } }: { fact: CardContent['facts'][number] }) {
  const content = useContentLanguage();
  return (
    <li>
      <p>
        {date !== undefined && (
          <span class="date">
            <DateText date={date} />
          </span>
        )}{' '}
        <PackWords>{what}</PackWords>
      </p>
      {cites.map(({ source, quote }) =>
        quote === undefined ? null : (
          <p class="quoted" key={source.id + quote} {...content}>
            “<QuotedWords words={quote} />”
          </p>
        ),
      )}
      <SourceList sources={cites.map(({ source }) => source)} />
    </li>
  );
}
