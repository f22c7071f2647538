import { useEffect, useRef } from 'preact/hooks';
import { text } from '../../i18n/texts.ts';
import type { PanelQuotation } from '../../view-models/panel-content.ts';
import { PackWords, useContentLanguage } from './content-language.tsx';
import { QuoteDifferences } from './quote-differences.tsx';
import { quoteMatchKindTexts } from './quote-match-kind-texts.ts';
import { SourceList } from './source-line.tsx';

interface QuotationProps {
  /** The places where the page prints one statement; at least one. */
  readonly passages: readonly PanelQuotation[];
  /** The passage that was last revealed on the page, if it is one of these. */
  readonly current: number | undefined;
  onReveal(index: number): void;
}

/** A known statement as this page prints it, passage by passage. */
export function QuotationView({ passages, current, onReveal }: QuotationProps) {
  const statement = passages[0]?.statement;
  if (statement === undefined) return null;
  const speaker = statement.speaker?.text ?? text('speakerUnnamed');
  const shown = statement.speaker === null ? speaker : <PackWords>{speaker}</PackWords>;
  return (
    <li class={`quotation${current === undefined ? '' : ' reached'}`}>
      <p class="speaker">
        <strong>{shown}</strong>
      </p>
      {passages.map((passage, index) => (
        <Passage
          // biome-ignore lint/suspicious/noArrayIndexKey: a page may print the same words twice
          key={index}
          passage={passage}
          speaker={speaker}
          isCurrent={index === current}
          onReveal={() => onReveal(index)}
        />
      ))}
      <SourceList sources={statement.wordings.map(({ source }) => source)} />
    </li>
  );
}

interface PassageProps {
  readonly passage: PanelQuotation;
  readonly speaker: string;
  readonly isCurrent: boolean;
  onReveal(): void;
}

/** Differences come before agreement. */
function Passage({ passage: { trace, text: printed }, speaker, isCurrent, onReveal }: PassageProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  return (
    <div ref={place} class={`printed-here ${trace.kind}`} aria-current={isCurrent ? 'true' : undefined}>
      <p>
        <span class="stance">{text(quoteMatchKindTexts[trace.kind])}</span>
      </p>
      {trace.speakerDiffers && <p class="caution">{text('quoteMatchSpeakerDiffers', { speaker })}</p>}
      <QuoteDifferences differences={trace.differences} />
      <blockquote class="quote" {...useContentLanguage()}>
        <p>{printed}</p>
      </blockquote>
      <button type="button" class="more" onClick={onReveal}>
        {text('panelShowOnPage')}
      </button>
    </div>
  );
}
