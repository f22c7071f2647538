import { ChevronRight } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { splitRef } from '../../knowledge/qualify-pack.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import type { PanelContent } from '../../view-models/panel-content.ts';
import {
  countFindings,
  hasFindings,
  rankNames,
  summariseQuotations,
} from '../../view-models/panel-summary.ts';
import { MoreList } from '../components/more-list.tsx';
import { ContentLanguageContext, PackWords } from '../content/content-language.tsx';
import { NameWords } from '../content/name-words.tsx';
import { quoteMatchKindTexts } from '../content/quote-match-kind-texts.ts';

export interface FindingsProps {
  readonly panelContents: readonly PanelContent[];
  revealEntity(ref: string): void;
  revealStatement(ref: string): void;
  openPanel(tab: PanelTab): void;
}

/** More quotations would push the names out of the popup. */
const quotationsAtFirst = 2;
const namesAtFirst = 6;
/** About one line, and two, in characters. */
const quotationLength = 32;
const claimLength = 72;

/**
 * What the page quotes, what others report, and the names with most to say. The headings open the side panel, which has
 * all of it; every entry goes to its place on the page.
 */
export function Findings({ panelContents, revealEntity, revealStatement, openPanel }: FindingsProps) {
  if (!panelContents.some(hasFindings)) return <p class="stop">{text('toolbarNone')}</p>;
  const counts = countFindings(panelContents);
  const quotations = panelContents.flatMap(summariseQuotations).slice(0, quotationsAtFirst);
  const names = rankNames(panelContents.flatMap(({ mentioned }) => mentioned));
  const [firstClaim] = panelContents.flatMap(({ elsewhere }) => elsewhere);
  const languages = new Map(panelContents.map(({ pack }) => [pack.id, pack.language]));
  const languageOf = (ref: string) => languages.get(splitRef(ref).packId);
  return (
    <div class="findings">
      <Group title="panelQuoted" count={counts.quotations} onOpen={() => openPanel('quotes')}>
        <ul>
          {quotations.map(({ ref, passages, kind }) => (
            <li key={ref}>
              <button type="button" class="quoted" onClick={() => revealStatement(ref)}>
                <q dir="auto">{excerpt(passages[0].text, quotationLength)}</q>
                <span class={`kind ${kind}`}>{text(quoteMatchKindTexts[kind])}</span>
              </button>
            </li>
          ))}
        </ul>
      </Group>
      <Group title="panelElsewhere" count={counts.elsewhere} onOpen={() => openPanel('claims')}>
        {firstClaim !== undefined && (
          <ContentLanguageContext.Provider value={languageOf(firstClaim.ref)}>
            <p class="first-claim">
              <PackWords>{excerpt(firstClaim.text, claimLength)}</PackWords>
            </p>
          </ContentLanguageContext.Provider>
        )}
      </Group>
      <Group title="panelMentioned" count={counts.names} onOpen={() => openPanel('names')}>
        <MoreList
          atFirst={namesAtFirst}
          items={names.map((name) => (
            <li key={name.ref}>
              <button type="button" onClick={() => revealEntity(name.ref)}>
                <ContentLanguageContext.Provider value={languageOf(name.ref)}>
                  <NameWords name={name} />
                </ContentLanguageContext.Provider>
              </button>
            </li>
          ))}
        />
      </Group>
    </div>
  );
}

interface GroupProps {
  readonly title: TextKey;
  /** Without any there is no group. */
  readonly count: number;
  onOpen(): void;
  readonly children: ComponentChildren;
}

/** The heading says how many there are and opens the side panel at them. */
function Group({ title, count, onOpen, children }: GroupProps) {
  if (count === 0) return null;
  return (
    <section>
      <h2>
        <button type="button" onClick={onOpen}>
          <span class="name">{text(title)}</span> <span class="total">{formatNumber(count)}</span>
          <ChevronRight class="directional" aria-hidden="true" />
        </button>
      </h2>
      {children}
    </section>
  );
}
