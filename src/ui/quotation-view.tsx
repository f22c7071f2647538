import { useEffect, useRef } from 'preact/hooks';
import type { BriefedQuotation } from '../briefing/briefing.ts';
import { traceKindTexts } from './on-this-page.tsx';
import { SourceList } from './source-line.tsx';
import { text } from './texts.ts';
import { TraceDifferences } from './trace-differences.tsx';

interface QuotationProps {
  /** Where the page prints one statement; at least one. */
  readonly passages: readonly BriefedQuotation[];
  /** Whether the reader was brought to it on the page. */
  readonly isCurrent: boolean;
  onReveal(): void;
}

/** A known statement as this page prints it, passage by passage. */
export function QuotationView({ passages, isCurrent, onReveal }: QuotationProps) {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const statement = passages[0]?.statement;
  if (statement === undefined) return null;
  const speaker = statement.speaker?.text ?? text('speakerUnnamed');
  return (
    <li ref={item} class="quotation" aria-current={isCurrent ? 'true' : undefined}>
      <p class="speaker">
        <strong>{speaker}</strong>
      </p>
      {passages.map((passage) => (
        <Passage key={`${passage.trace.start} ${passage.text}`} passage={passage} speaker={speaker} />
      ))}
      <SourceList sources={statement.wordings.map(({ source }) => source)} />
      <button type="button" class="more" onClick={onReveal}>
        {text('panelShowOnPage')}
      </button>
    </li>
  );
}

/** What differs comes before what agrees. */
function Passage({
  passage: { trace, text: printed },
  speaker,
}: {
  passage: BriefedQuotation;
  speaker: string;
}) {
  return (
    <div class={`printed-here ${trace.kind}`}>
      <p>
        <span class="stance">{text(traceKindTexts[trace.kind])}</span>
      </p>
      {trace.speakerDiffers && <p class="caution">{text('traceSpeakerDiffers', { speaker })}</p>}
      <TraceDifferences differences={trace.differences} />
      <blockquote class="quote">
        <p>{printed}</p>
      </blockquote>
    </div>
  );
}
