import type { BriefedQuotation } from '../briefing/briefing.ts';
import { traceKindTexts } from './on-this-page.tsx';
import { SourceList } from './source-line.tsx';
import { text } from './texts.ts';
import { TraceDifferences } from './trace-differences.tsx';

interface QuotationProps {
  readonly quotation: BriefedQuotation;
  onReveal(): void;
}

/** A known statement as this page prints it, with how that differs. What differs comes before what agrees. */
export function QuotationView({ quotation: { trace, text: printed, statement }, onReveal }: QuotationProps) {
  const speaker = statement.speaker?.text ?? text('speakerUnnamed');
  return (
    <li class={`quotation ${trace.kind}`}>
      <p class="speaker">
        <strong>{speaker}</strong> <span class="stance">{text(traceKindTexts[trace.kind])}</span>
      </p>
      {trace.speakerDiffers && <p class="caution">{text('traceSpeakerDiffers', { speaker })}</p>}
      <TraceDifferences differences={trace.differences} />
      <blockquote class="quote">
        <p>{printed}</p>
      </blockquote>
      <SourceList sources={statement.wordings.map(({ source }) => source)} />
      <button type="button" class="more" onClick={onReveal}>
        {text('panelShowOnPage')}
      </button>
    </li>
  );
}
