import { text } from '../../i18n/texts.ts';
import type { Trace } from '../../matching/quotations/trace.ts';
import { useContentLanguage } from './content-language.tsx';
import { TraceDifferences } from './trace-differences.tsx';

interface OnThisPageProps {
  readonly trace: Trace;
  /** The passage as it stands on the page. */
  readonly printed: string;
  readonly speaker: string | undefined;
}

/** How the page in front prints a statement: what differs in substance first, then the passage, then lesser differences. */
export function OnThisPage({ trace, printed, speaker }: OnThisPageProps) {
  return (
    <section class={`on-this-page ${trace.kind}`}>
      <h3>
        {text('panelThisPage')} <span class="stance">{text(traceKindTexts[trace.kind])}</span>
      </h3>
      {trace.speakerDiffers && speaker !== undefined && (
        <p class="caution">{text('traceSpeakerDiffers', { speaker })}</p>
      )}
      {trace.kind === 'altered' && <TraceDifferences differences={trace.differences} />}
      <blockquote class="quote" {...useContentLanguage()}>
        <p>{printed}</p>
      </blockquote>
      {trace.kind !== 'altered' && <TraceDifferences differences={trace.differences} />}
    </section>
  );
}

export const traceKindTexts = {
  verbatim: 'traceVerbatim',
  trimmed: 'traceTrimmed',
  similar: 'traceSimilar',
  altered: 'traceAltered',
} as const;
