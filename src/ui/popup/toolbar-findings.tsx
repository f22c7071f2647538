import type { ToolbarMention, ToolbarPage, ToolbarTrace } from '../../contracts/toolbar-page.ts';
import { countedText, formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { traceKindTexts } from '../content/on-this-page.tsx';

interface FindingsProps {
  readonly page: ToolbarPage;
  revealMention(mention: ToolbarMention): void;
  revealTrace(trace: ToolbarTrace): void;
}

/** What the page mentions and quotes; each entry leads there. */
export function Findings({ page, revealMention, revealTrace }: FindingsProps) {
  const { mentions, traces } = page;
  if (mentions.length + traces.length === 0) return <p class="stop">{text('toolbarNone')}</p>;
  return (
    <div class="findings">
      {mentions.length > 0 && (
        <section aria-labelledby="mentioned">
          <h2 id="mentioned">
            {text('toolbarMentioned')} <Count count={mentions.length} />
          </h2>
          <ul>
            {mentions.map((mention) => (
              <li key={`${mention.frameId} ${mention.entity}`} style={{ '--topic': mention.color || null }}>
                <button type="button" onClick={() => revealMention(mention)}>
                  <span class="dot" aria-hidden="true" />
                  <PackWords class="name">{mention.title}</PackWords>
                  <Times count={mention.count} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {traces.length > 0 && (
        <section aria-labelledby="quoted">
          <h2 id="quoted">
            {text('toolbarQuoted')} <Count count={traces.length} />
          </h2>
          <ul>
            {traces.map((trace) => (
              <li key={`${trace.frameId} ${trace.statement}`}>
                <button type="button" class="quoted" onClick={() => revealTrace(trace)}>
                  <span class="name">
                    <q dir="auto">{trace.text}</q>
                    <span class={`kind ${trace.kind}`}>{describeKind(trace.kind)}</span>
                  </span>
                  <Times count={trace.count} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Count({ count }: { count: number }) {
  return <span class="total">{formatNumber(count)}</span>;
}

function Times({ count }: { count: number }) {
  return (
    <span class="count">
      <span aria-hidden="true">{formatNumber(count)}</span>
      <span class="hidden-visually"> {countedText('toolbarTimes', count)}</span>
    </span>
  );
}

const kinds: Readonly<Record<string, TextKey>> = traceKindTexts;

function describeKind(kind: string): string {
  const key = kinds[kind];
  return key === undefined ? '' : text(key);
}
