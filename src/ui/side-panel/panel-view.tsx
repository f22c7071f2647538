import { ArrowDown, ArrowUp } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { countedText, text } from '../../i18n/texts.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import { orderClaims } from '../../view-models/order-claims.ts';
import type { PanelClaim, PanelContent } from '../../view-models/panel-content.ts';
import { countFindings, hasFindings, listOpponents, rankNames } from '../../view-models/panel-summary.ts';
import { ClaimView } from '../content/claim-view.tsx';
import { DatedLine } from '../content/dated-line.tsx';
import { PackProvenance } from '../content/pack-provenance.tsx';
import { TimelineView } from '../content/timeline/timeline-view.tsx';
import { NameList } from './name-list.tsx';
import { Overview } from './overview.tsx';
import { PanelMenu } from './panel-menu.tsx';
import { PackPart, PanelSection } from './panel-section.tsx';
import { PanelTabs, type TabContent } from './panel-tabs.tsx';
import { QuotationList } from './quotation-list.tsx';

export interface KeptTab {
  /** How many quotations were compared; undefined if none were. */
  readonly count: number | undefined;
  draw(): ComponentChildren;
}

export interface PanelViewProps {
  /** What each enabled pack says of the page; at least one. */
  readonly panelContents: readonly PanelContent[];
  /** The page beside what is kept; undefined if it cannot be kept. */
  readonly kept: KeptTab | undefined;
  /** At the end of the overview. */
  readonly overviewEnd: ComponentChildren;
  /** Falls back to the overview if the page has nothing for it. */
  readonly chosenTab: PanelTab;
  onChooseTab(tab: PanelTab): void;
  /** Scroll positions of the tabs in CSS pixels, read and written: a tab is found again as it was left. */
  readonly scrollPositions: Map<PanelTab, number>;
  /** Actions on what one pack says of the page. */
  menuOf(panelContent: PanelContent, packTitle: string | undefined): ComponentChildren;
  /** At the end of the menu. */
  readonly menuEnd: ComponentChildren;
  revealEntity(ref: string): void;
  /** Goes to one of the places where the page prints a statement, counted in page order from 0. */
  revealStatement(ref: string, index: number): void;
  /** Goes to the next (1) or previous (-1) mention. */
  onStep(by: 1 | -1): void;
}

/** The page's briefing: who says what, never what is true. A pack with nothing to say is left out. */
export function PanelView(props: PanelViewProps) {
  const { panelContents, chosenTab, onChooseTab, scrollPositions, kept, overviewEnd } = props;
  const withContent = panelContents.filter(hasFindings);
  const isNamed = withContent.length > 1;
  const hasTabs = withContent.length > 0 || kept !== undefined;
  const tabs = hasTabs ? listTabs(props, withContent) : [];
  const shownTab = tabs.some(({ tab }) => tab === chosenTab) ? chosenTab : 'overview';
  useScrollPosition(scrollPositions, shownTab);
  return (
    <main class="panel">
      <Header panelContents={panelContents} />
      {tabs.length > 0 ? (
        <PanelTabs tabs={tabs} chosen={shownTab} onChoose={onChooseTab}>
          <PanelMenu>
            {withContent.map((one) => props.menuOf(one, isNamed ? one.pack.title : undefined))}
            {props.menuEnd}
          </PanelMenu>
        </PanelTabs>
      ) : (
        <>
          <NothingKnown panelContents={panelContents} />
          {overviewEnd}
        </>
      )}
    </main>
  );
}

function NothingKnown({ panelContents }: Pick<PanelViewProps, 'panelContents'>) {
  return (
    <>
      <p class="empty">{text('panelEmpty')}</p>
      {panelContents.map(({ pack }) => (
        <PackProvenance key={pack.id} pack={pack} />
      ))}
    </>
  );
}

function useScrollPosition(positions: Map<PanelTab, number>, tab: PanelTab): void {
  useLayoutEffect(() => {
    scrollTo({ top: positions.get(tab) ?? 0, behavior: 'instant' });
    const note = () => positions.set(tab, scrollY);
    addEventListener('scroll', note, { passive: true });
    return () => removeEventListener('scroll', note);
  }, [positions, tab]);
}

/** About one line, in characters: the page itself is beside it. */
const titleLength = 42;

/** The page's title, and in one line its date and how much was found. */
function Header({ panelContents }: Pick<PanelViewProps, 'panelContents'>) {
  const page = panelContents[0]?.page;
  const { quotations, names, claims } = countFindings(panelContents);
  const facts = [
    page?.date == null ? text('panelNoDate') : formatDay(page.date),
    quotations > 0 && countedText('panelQuotations', quotations),
    names > 0 && countedText('panelNames', names),
    claims > 0 && countedText('panelKnownClaims', claims),
  ];
  return (
    <header>
      <h1 dir="auto" title={page?.title}>
        {excerpt(page?.title || text('panelUntitled'), titleLength)}
      </h1>
      <p class="when">{facts.filter(Boolean).join(' · ')}</p>
    </header>
  );
}

/** The overview, and a tab for each kind of thing of which there is any. */
function listTabs(props: PanelViewProps, contents: readonly PanelContent[]): readonly TabContent[] {
  const { revealEntity, revealStatement, onChooseTab, onStep, kept, overviewEnd } = props;
  const { quotations, names, claims } = countFindings(contents);
  const ofEach = (
    hasAny: (content: PanelContent) => boolean,
    draw: (content: PanelContent) => ComponentChildren,
  ) =>
    contents.filter(hasAny).map((content) => (
      <PackPart key={content.pack.id} pack={content.pack} isNamed={contents.length > 1}>
        {draw(content)}
      </PackPart>
    ));
  const hasDates = ({ timeline, since }: PanelContent) => timeline.length + since.length > 0;
  const tabs: (TabContent & { readonly isShown: boolean })[] = [
    {
      ...{ tab: 'overview', label: text('panelOverview'), isShown: true },
      draw: () => (
        <>
          {contents.length === 0 && <NothingKnown panelContents={props.panelContents} />}
          {ofEach(
            () => true,
            (content) => (
              <>
                <Overview
                  panelContent={content}
                  {...{ revealEntity, revealStatement }}
                  onShowAll={onChooseTab}
                />
                <PackProvenance pack={content.pack} />
              </>
            ),
          )}
          {overviewEnd}
        </>
      ),
    },
    {
      ...{ tab: 'quotes', label: text('panelQuotes'), count: quotations, isShown: quotations > 0 },
      draw: () =>
        ofEach(
          ({ quoted }) => quoted.length > 0,
          ({ quoted }) => (
            <section>
              <QuotationList quoted={quoted} onReveal={revealStatement} />
            </section>
          ),
        ),
    },
    {
      ...{ tab: 'claims', label: text('panelClaims'), count: claims, isShown: claims > 0 },
      draw: () => ofEach(({ made, elsewhere }) => made.length + elsewhere.length > 0, drawClaims),
    },
    {
      ...{ tab: 'names', label: text('panelNamesTab'), count: names, isShown: names > 0 },
      draw: () => (
        <>
          <Steps onStep={onStep} />
          {ofEach(
            ({ mentioned }) => mentioned.length > 0,
            ({ mentioned }) => (
              <NameList names={rankNames(mentioned)} onReveal={revealEntity} />
            ),
          )}
        </>
      ),
    },
    {
      ...{ tab: 'timeline', label: text('panelTimeline'), isShown: contents.some(hasDates) },
      draw: () => ofEach(hasDates, drawDates),
    },
    {
      ...{ tab: 'kept', label: text('panelKept'), isShown: kept !== undefined },
      ...(kept?.count !== undefined && { count: kept.count }),
      draw: () => kept?.draw(),
    },
  ];
  return tabs.filter(({ isShown }) => isShown);
}

function drawClaims({ made, elsewhere, page }: PanelContent): ComponentChildren {
  const isOpposed = (claim: PanelClaim) => listOpponents(claim).length > 0;
  const groups = [
    { title: 'panelNotFoundHere', claims: elsewhere },
    { title: 'panelDiffer', claims: made.filter(isOpposed) },
    { title: 'panelMade', claims: made.filter((claim) => !isOpposed(claim)) },
  ] as const;
  return groups.map(({ title, claims }) => (
    <PanelSection key={title} title={title} count={claims.length}>
      <ul class="claims">
        {claims.flatMap((claim) =>
          orderClaims([claim]).map((view) => (
            <ClaimView key={claim.ref} view={view} passage={claim.passage} pageDate={page.date} isFolded />
          )),
        )}
      </ul>
    </PanelSection>
  ));
}

function drawDates({ since, timeline, page }: PanelContent): ComponentChildren {
  return (
    <>
      <PanelSection title="panelSince" count={since.length}>
        <ul class="events">
          {since.map((item) => (
            <DatedLine key={item.text} item={item} />
          ))}
        </ul>
      </PanelSection>
      <PanelSection title="panelTimeline" count={timeline.length}>
        <TimelineView items={timeline} pageDate={page.date} />
      </PanelSection>
    </>
  );
}

function Steps({ onStep }: Pick<PanelViewProps, 'onStep'>) {
  return (
    <p class="tools">
      <button type="button" class="more" onClick={() => onStep(-1)}>
        <ArrowUp aria-hidden="true" /> {text('panelPrevious')}
      </button>
      <button type="button" class="more" onClick={() => onStep(1)}>
        <ArrowDown aria-hidden="true" /> {text('panelNext')}
      </button>
    </p>
  );
}
