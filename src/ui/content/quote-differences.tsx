import { countedText, text } from '../../i18n/texts.ts';
import { countWords } from '../../knowledge/text/locate-words.ts';
import type { QuoteDifference } from '../../matching/quotations/quote-match.ts';
import { useContentLanguage } from './content-language.tsx';

/** Longer cuts are counted, not printed: a whole paragraph struck through helps no reader. */
const maxWords = 24;

/** The differences between a statement and a page's wording, word by word, with a key to the marks. */
export function QuoteDifferences({
  differences,
  explanation = text('quoteMatchKey'),
}: {
  differences: readonly QuoteDifference[];
  /** Explains the marks, where no page prints the statement. */
  explanation?: string;
}) {
  const content = useContentLanguage();
  if (differences.length === 0) return null;
  return (
    <div class="difference">
      <ul class="quoted" {...content}>
        {differences.map((difference) => (
          <li key={`${difference.kind} ${difference.statement} ${difference.page}`}>
            <Difference difference={difference} />
          </li>
        ))}
      </ul>
      <p class="key">{explanation}</p>
    </div>
  );
}

function Difference({ difference: { kind, statement, page } }: { difference: QuoteDifference }) {
  const cutCount = countWords(statement);
  if (kind === 'cut' && cutCount > maxWords)
    return <span class="gap">{countedText('quoteMatchCut', cutCount)}</span>;
  return (
    <>
      {statement !== '' && <del>{statement}</del>} {page !== '' && <ins>{page}</ins>}
    </>
  );
}
