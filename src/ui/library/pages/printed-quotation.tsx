import { text } from '../../../i18n/texts.ts';
import type { CardStatement } from '../../../view-models/card-content.ts';
import { useContentLanguage } from '../../content/content-language.tsx';
import { QuotedWords } from '../../content/quoted-words.tsx';
import { SpeakerLine } from '../../content/speaker-line.tsx';
import { WordingNotes } from '../../content/wording-notes.tsx';

interface PrintedQuotationProps {
  readonly statement: CardStatement;
  readonly wording: CardStatement['wordings'][number];
}

/** A statement verbatim as one source prints it, with the source's own quotation marks. */
export function PrintedQuotation({ statement, wording }: PrintedQuotationProps) {
  const content = useContentLanguage();
  const attributions = [...new Set(wording.parts.flatMap(({ attribution }) => attribution ?? []))];
  return (
    <li class="printed-quotation">
      <SpeakerLine statement={statement} />
      <blockquote class="quote" {...content}>
        {wording.parts.map(({ text: words, openMark, closeMark }) => (
          <p key={words}>
            {openMark}
            <QuotedWords words={words} />
            {closeMark}
          </p>
        ))}
      </blockquote>
      {attributions.map((attribution) => (
        <p class="as-printed" key={attribution}>
          {text('quoteAttribution')} <q {...content}>{attribution}</q>
        </p>
      ))}
      <WordingNotes wording={wording} />
    </li>
  );
}
