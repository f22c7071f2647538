import { countedText, text } from '../../i18n/texts.ts';
import { countWords } from '../../knowledge/text/place-words.ts';
import type { TraceDifference } from '../../matching/quotations/trace.ts';
import { useContentLanguage } from './content-language.tsx';

/** Longer cuts are counted rather than printed: a whole paragraph struck through helps nobody. */
const mostWords = 24;

/** The differences between a statement and a page's wording, word by word, with what the marks mean. */
export function TraceDifferences({ differences }: { differences: readonly TraceDifference[] }) {
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
      <p class="key">{text('traceKey')}</p>
    </div>
  );
}

function Difference({ difference: { kind, statement, page } }: { difference: TraceDifference }) {
  const cutCount = countWords(statement);
  if (kind === 'cut' && cutCount > mostWords)
    return <span class="gap">{countedText('traceCut', cutCount)}</span>;
  return (
    <>
      {statement !== '' && <del>{statement}</del>} {page !== '' && <ins>{page}</ins>}
    </>
  );
}
