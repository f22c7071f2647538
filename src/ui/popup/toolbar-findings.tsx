import type { ToolbarMention, ToolbarPage, ToolbarQuoteMatch } from '../../contracts/toolbar-page.ts';
import { countedText, formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { PackWords } from '../content/content-language.tsx';
import { quoteMatchKindTexts } from '../content/page-quotation.tsx';

interface FindingsProps {
  readonly page: ToolbarPage;
  revealMention(mention: ToolbarMention): void;
  revealQuoteMatch(quoteMatch: ToolbarQuoteMatch): void;
}

/** What the page mentions and quotes; each entry jumps there. */
export function Findings({ page, revealMention, revealQuoteMatch }: FindingsProps) {
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
            {traces.map((quoteMatch) => (
              <li key={`${quoteMatch.frameId} ${quoteMatch.statement}`}>
                <button type="button" class="quoted" onClick={() => revealQuoteMatch(quoteMatch)}>
                  <span class="name">
                    <q dir="auto">{quoteMatch.text}</q>
                    <span class={`kind ${quoteMatch.kind}`}>{describeKind(quoteMatch.kind)}</span>
                  </span>
                  <Times count={quoteMatch.count} />
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

const kinds: Readonly<Record<string, TextKey>> = quoteMatchKindTexts;

function describeKind(kind: string): string {
  const key = kinds[kind];
  return key === undefined ? '' : text(key);
}
