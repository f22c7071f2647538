import { text } from '../../i18n/texts.ts';
import type { OutletWording } from '../../view-models/quotations/group-wordings.ts';
import { PackWords, useContentLanguage } from './content-language.tsx';
import { QuotedWords } from './quoted-words.tsx';

/** Whose words they are, as the outlet says it; nothing if it does not. */
export function Attribution({ wording: { parts } }: { wording: OutletWording }) {
  const content = useContentLanguage();
  const attribution = parts.find((part) => part.attribution !== undefined)?.attribution;
  if (attribution === undefined) return null;
  return (
    <p class="as-printed">
      {text('quoteAttribution')} <q {...content}>{attribution}</q>
    </p>
  );
}

/** What the outlet did with the quotation marks, in plain words. */
export function WordingNotes({ wording: { parts } }: { wording: OutletWording }) {
  const content = useContentLanguage();
  const isJoined = parts.some(({ gapBefore }) => gapBefore === 'unmarked');
  const isSplit = parts.some(({ gapBefore }) => gapBefore === 'attribution' || gapBefore === 'outlet-words');
  const roles = [...new Set(parts.flatMap(({ roleAsPrinted }) => roleAsPrinted ?? []))];
  const runsOn = parts.flatMap((part) => part.runsOn ?? []);
  return (
    <>
      {roles.length > 0 && (
        <p class="as-printed">
          {text('quoteRole')} <q {...content}>{roles.join('; ')}</q>
        </p>
      )}
      {isJoined && <p class="note">{text('quoteJoined')}</p>}
      {isSplit && !isJoined && <p class="note">{text('quoteSplit', { count: parts.length })}</p>}
      {runsOn.map((words) => (
        <p class="note" key={words}>
          {text('quoteClosesEarly')}{' '}
          <PackWords class="quoted">
            <QuotedWords words={words} />
          </PackWords>
        </p>
      ))}
    </>
  );
}
