import type { ComponentChildren } from 'preact';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { countedText, type TextKey, text } from '../../i18n/texts.ts';
import type { PanelClaim, PanelContent } from '../../view-models/panel-content.ts';
import {
  listOpponents,
  rankNames,
  summariseQuotations,
  wordsOnPage,
} from '../../view-models/panel-summary.ts';
import { excerpt } from '../components/excerpt.ts';
import { PackWords, useContentLanguage } from '../content/content-language.tsx';
import { DatedLine } from '../content/dated-line.tsx';
import { stanceTexts } from '../content/position-view.tsx';
import { ClaimSpeakers } from './claim-speakers.tsx';
import { NameList } from './name-list.tsx';
import { PanelSection } from './panel-section.tsx';
import { QuotationLine } from './quotation-line.tsx';

interface OverviewProps {
  readonly panelContent: PanelContent;
  revealEntity(ref: string): void;
  revealStatement(ref: string, index: number): void;
  onShowAll(tab: PanelTab): void;
}

/**
 * The first of everything, on one screen: what others report and this page does not, what they say differently, whom it
 * quotes. Where nothing is known of what is claimed, names and later events take their place.
 */
export function Overview({ panelContent, revealEntity, revealStatement, onShowAll }: OverviewProps) {
  const { page, elsewhere, made, mentioned, since } = panelContent;
  const differing = made.filter((claim) => listOpponents(claim).length > 0);
  const quotations = summariseQuotations(panelContent);
  const isAboutClaims = elsewhere.length + differing.length > 0;
  return (
    <>
      <Start title="panelElsewhere" items={elsewhere} atFirst={3} onShowAll={() => onShowAll('claims')}>
        {(claim) => (
          <li key={claim.ref}>
            <p class="claim-text">
              <PackWords>{claim.text}</PackWords>
            </p>
            <ClaimSpeakers positions={claim.positions} />
          </li>
        )}
      </Start>
      <Start title="panelDiffer" items={differing} atFirst={1} onShowAll={() => onShowAll('claims')}>
        {(claim) => <Difference key={claim.ref} claim={claim} address={page.address} />}
      </Start>
      <Start
        title="panelQuoted"
        items={quotations}
        atFirst={isAboutClaims ? 3 : 6}
        onShowAll={() => onShowAll('quotes')}
      >
        {(quotation) => (
          <QuotationLine
            key={quotation.ref}
            quotation={quotation}
            onReveal={() => revealStatement(quotation.ref, 0)}
          />
        )}
      </Start>
      {!isAboutClaims && (
        <>
          <PanelSection title="panelMentioned" count={mentioned.length}>
            <NameList names={rankNames(mentioned).slice(0, 6)} onReveal={revealEntity} />
            <ShowAll rest={mentioned.length - 6} onShowAll={() => onShowAll('names')} />
          </PanelSection>
          <Start title="panelSince" items={since} atFirst={3} onShowAll={() => onShowAll('timeline')}>
            {(item) => <DatedLine key={item.text} item={item} />}
          </Start>
        </>
      )}
    </>
  );
}

interface StartProps<Item> {
  readonly title: TextKey;
  readonly items: readonly Item[];
  readonly atFirst: number;
  onShowAll(): void;
  children(item: Item): ComponentChildren;
}

/** A section with its first items; the tab that has them all is one press away. */
function Start<Item>({ title, items, atFirst, onShowAll, children }: StartProps<Item>) {
  // Leaving out a single item saves nothing.
  const shown = items.length > atFirst + 1 ? items.slice(0, atFirst) : items;
  return (
    <PanelSection title={title} count={items.length}>
      <ul class="lines">{shown.map(children)}</ul>
      <ShowAll rest={items.length - shown.length} onShowAll={onShowAll} />
    </PanelSection>
  );
}

function ShowAll({ rest, onShowAll }: { rest: number; onShowAll(): void }) {
  if (rest <= 0) return null;
  return (
    <button type="button" class="show-all" onClick={onShowAll}>
      {countedText('cardShowMore', rest)}
    </button>
  );
}

/** This page's words, and beneath them those of sources that say otherwise. */
function Difference({ claim, address }: { claim: PanelClaim; address: string }) {
  const opponents = listOpponents(claim);
  const here = wordsOnPage(claim, address);
  return (
    <li>
      <p class="claim-text">
        <PackWords>{claim.text}</PackWords>
      </p>
      {here !== undefined && <Said by={text('panelThisPage')} words={here} />}
      {opponents.slice(0, 2).map(({ source, evidence, stance }) => (
        <Said
          key={source.id}
          by={<PackWords>{source.outlet}</PackWords>}
          words={evidence.join(' … ')}
          instead={text(stanceTexts[stance])}
        />
      ))}
      {opponents.length > 2 && <p class="speakers">{countedText('panelAndMore', opponents.length - 2)}</p>}
    </li>
  );
}

/** About two lines, in characters. */
const saidLength = 90;

interface SaidProps {
  readonly by: ComponentChildren;
  readonly words: string;
  /** If there are no words to show. */
  readonly instead?: string;
}

function Said({ by, words, instead }: SaidProps) {
  const content = useContentLanguage();
  return (
    <p class="said">
      <span class="by">{by}</span> {words === '' ? instead : <q {...content}>{excerpt(words, saidLength)}</q>}
    </p>
  );
}
