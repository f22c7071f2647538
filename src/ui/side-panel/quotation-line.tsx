import { formatList, text } from '../../i18n/texts.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import type { QuotationSummary } from '../../view-models/panel-summary.ts';
import { PackWords, useContentLanguage } from '../content/content-language.tsx';
import { quoteMatchKindTexts } from '../content/quote-match-kind-texts.ts';
import { shorten } from './claim-speakers.tsx';

/** About one line of a panel of the usual width, in characters. */
const lineLength = 46;

interface QuotationLineProps {
  readonly quotation: QuotationSummary;
  onReveal(): void;
}

/** A known statement in one line, and beneath it whose it is, how the page prints it, and who else does. */
export function QuotationLine({ quotation, onReveal }: QuotationLineProps) {
  const { passages, kind, words, outlets } = quotation;
  const [first] = passages;
  const { speaker } = first.statement;
  const name = speaker?.text ?? text('speakerUnnamed');
  const isMisattributed = passages.some(({ trace }) => trace.speakerDiffers);
  return (
    <li>
      <button type="button" class="line" onClick={onReveal}>
        <q {...useContentLanguage()}>{excerpt(first.text, lineLength)}</q>
        <span class="speakers">
          {speaker === null ? name : <PackWords>{name}</PackWords>}
          {' · '}
          <span class={`kind ${kind}`}>
            {words === undefined ? text(quoteMatchKindTexts[kind]) : text('panelWordsOf', { ...words })}
          </span>
          {outlets.length > 0 && ` · ${text('panelAlsoBy', { outlets: formatList(shorten(outlets)) })}`}
        </span>
        {isMisattributed && (
          <span class="caution">{text('quoteMatchSpeakerDiffers', { speaker: name })}</span>
        )}
      </button>
    </li>
  );
}
