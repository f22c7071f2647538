import type { ComponentChildren } from 'preact';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { countedText, type TextKey, text } from '../../i18n/texts.ts';
import { excerpt, excerptAbout } from '../../knowledge/text/excerpt.ts';
import type { PanelClaim, PanelContent } from '../../view-models/panel-content.ts';
import {
  listOpponents,
  rankNames,
  summariseQuotations,
  wordsOnPage,
} from '../../view-models/panel-summary.ts';
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
  const { elsewhere, made, mentioned, since } = panelContent;
  const differing = made.filter((claim) => listOpponents(claim).length > 0);
  const quotations = summariseQuotations(panelContent);
  const isAboutClaims = elsewhere.length + differing.length > 0;
  return (
    <>
      <Start title="panelElsewhere" items={elsewhere} atFirst={3} onShowAll={() => onShowAll('claims')}>
        {(claim) => (
          <li key={claim.ref}>
            <p class="claim-text">
              <PackWords>{excerpt(claim.text, claimLength)}</PackWords>
            </p>
            <ClaimSpeakers positions={claim.positions} />
          </li>
        )}
      </Start>
      <Start title="panelDiffer" items={differing} atFirst={1} onShowAll={() => onShowAll('claims')}>
        {(claim) => <Difference key={claim.ref} claim={claim} />}
      </Start>
      <Start
        title="panelQuoted"
        items={quotations}
        atFirst={isAboutClaims ? 2 : 6}
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
          <PanelSection
            title="panelMentioned"
            count={mentioned.length}
            rest={mentioned.length - 6}
            onShowAll={() => onShowAll('names')}
          >
            <NameList names={rankNames(mentioned).slice(0, 6)} onReveal={revealEntity} />
          </PanelSection>
          <Start title="panelSince" items={since} atFirst={3} onShowAll={() => onShowAll('timeline')}>
            {(item) => <DatedLine key={item.text} item={item} />}
          </Start>
        </>
      )}
    </>
  );
}

/** About two lines each, in characters. */
const claimLength = 88;
const saidLength = 70;

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
    <PanelSection title={title} count={items.length} rest={items.length - shown.length} onShowAll={onShowAll}>
      <ul class="lines">{shown.map(children)}</ul>
    </PanelSection>
  );
}

/** This page's words, and beneath them those of a source that says otherwise. */
function Difference({ claim }: { claim: PanelClaim }) {
  const content = useContentLanguage();
  const [opponent, ...others] = listOpponents(claim);
  if (opponent === undefined) return null;
  const { source, evidence, stance } = opponent;
  const quoted = excerptAbout(evidence.join(' … '), claim.text, saidLength);
  return (
    <li>
      <p class="claim-text">
        <PackWords>{excerpt(claim.text, claimLength)}</PackWords>
      </p>
      <p class="said">
        <span class="by">{text('panelThisPage')}</span>{' '}
        <q {...content}>{excerptAbout(wordsOnPage(claim), claim.text, saidLength)}</q>
      </p>
      <p class="said">
        <PackWords class="by">{source.outlet}</PackWords>{' '}
        {quoted === '' ? text(stanceTexts[stance]) : <q {...content}>{quoted}</q>}
        {others.length > 0 && <span class="by"> · {countedText('panelAndMore', others.length)}</span>}
      </p>
    </li>
  );
}
