import { ArrowDown, ArrowUp, BookOpen, ClipboardCopy, Download } from 'lucide-preact';
import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { formatDay } from '../../i18n/format-date.ts';
import { formatNumber, type TextKey, text } from '../../i18n/texts.ts';
import { orderClaims } from '../../view-models/order-claims.ts';
import type { PanelClaim, PanelContent } from '../../view-models/panel-content.ts';
import { MoreList } from '../components/more-list.tsx';
import { ClaimView } from '../content/claim-view.tsx';
import { ComparisonTable } from '../content/comparison-table.tsx';
import { ContentLanguageContext, PackWords } from '../content/content-language.tsx';
import { DatedLine } from '../content/dated-line.tsx';
import { libraryPage } from '../content/library-address.ts';
import { PackProvenance } from '../content/pack-provenance.tsx';
import { TimelineView } from '../content/timeline/timeline-view.tsx';
import { QuotationList } from './quotation-list.tsx';

/** Actions on what one pack says of the page. */
export interface PanelActions {
  revealEntity(ref: string): void;
  /** Goes to one of the places where the page prints a statement, counted in page order from 0. */
  revealStatement(ref: string, index: number): void;
  copyMarkdown(): void;
  downloadAnnotations(): void;
}

export interface PanelViewProps {
  /** What each enabled pack says of the page; at least one. */
  readonly panelContents: readonly PanelContent[];
  actionsFor(panelContent: PanelContent): PanelActions;
  /** Goes to the next (1) or previous (-1) mention. */
  onStep(by: 1 | -1): void;
}

/** The page's briefing: who says what, never what is true. A pack with nothing to say is left out. */
export function PanelView({ panelContents, actionsFor, onStep }: PanelViewProps) {
  const page = panelContents[0]?.page;
  const withContent = panelContents.filter(hasContent);
  return (
    <main class="panel">
      <header>
        <h1 dir="auto">{page?.title || text('panelUntitled')}</h1>
        <p class="when">
          {page?.date == null ? text('panelNoDate') : text('panelPageDate', { date: formatDay(page.date) })}
        </p>
        {withContent.length > 0 && <Steps onStep={onStep} />}
      </header>
      {withContent.map((panelContent) => (
        <PackContent
          key={panelContent.pack.id}
          panelContent={panelContent}
          actions={actionsFor(panelContent)}
          isNamed={withContent.length > 1}
        />
      ))}
      {withContent.length === 0 && (
        <>
          <p class="empty">{text('panelEmpty')}</p>
          {panelContents.map(({ pack }) => (
            <PackProvenance key={pack.id} pack={pack} />
          ))}
        </>
      )}
    </main>
  );
}

/** A page can make a claim that a pack knows without naming any of the pack's entities. */
function hasContent({ mentioned, quoted, made }: PanelContent): boolean {
  return mentioned.length + quoted.length + made.length > 0;
}

/** The pack whose words they are, if several packs have something to say. */
const PackNameContext = createContext<string | undefined>(undefined);

interface PackContentProps {
  readonly panelContent: PanelContent;
  readonly actions: PanelActions;
  /** Whether to name the pack first: several packs have something to say. */
  readonly isNamed: boolean;
}

function PackContent({ panelContent, actions, isNamed }: PackContentProps) {
  const { page, pack, mentioned, quoted, since, elsewhere, made, comparison, timeline } = panelContent;
  const name = isNamed ? pack.title : undefined;
  const region = isNamed ? ({ role: 'region', 'aria-label': pack.title } as const) : {};
  return (
    <ContentLanguageContext.Provider value={pack.language}>
      <PackNameContext.Provider value={name}>
        <div class="pack-content" {...region}>
          {isNamed && (
            <p class="pack-name">
              <PackWords>{pack.title}</PackWords>
            </p>
          )}
          <PanelSection title="panelMentioned" isShown={mentioned.length > 0}>
            <Mentioned mentioned={mentioned} onReveal={actions.revealEntity} />
          </PanelSection>
          <PanelSection title="panelQuoted" isShown={quoted.length > 0}>
            <QuotationList quoted={quoted} onReveal={actions.revealStatement} />
          </PanelSection>
          <PanelSection title="panelSince" isShown={since.length > 0}>
            <MoreList
              atFirst={4}
              class="events"
              items={since.map((item) => <DatedLine key={item.text} item={item} />)}
            />
          </PanelSection>
          <PanelSection title="panelElsewhere" note="panelNotFoundHere" isShown={elsewhere.length > 0}>
            <Claims claims={elsewhere} />
          </PanelSection>
          <PanelSection title="panelMade" isShown={made.length > 0}>
            <Claims claims={made} />
          </PanelSection>
          <PanelSection title="panelComparison" isShown={comparison.rows.length > 0}>
            <ComparisonTable comparison={comparison} />
          </PanelSection>
          <PanelSection title="panelTimeline" isShown={timeline.length > 0}>
            <TimelineView items={timeline} pageDate={page.date} />
          </PanelSection>
          <Takeaways actions={actions} />
          <PackProvenance pack={pack} />
        </div>
      </PackNameContext.Provider>
    </ContentLanguageContext.Provider>
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

/** What a reader may want to take away after reading. */
function Takeaways({ actions }: { actions: PanelActions }) {
  return (
    <p class="tools takeaways">
      <button type="button" class="more" onClick={actions.copyMarkdown}>
        <ClipboardCopy aria-hidden="true" /> {text('panelCopy')}
      </button>
      <button type="button" class="more" onClick={actions.downloadAnnotations}>
        <Download aria-hidden="true" /> {text('panelDownload')}
      </button>
      <a class="more" href={libraryPage} target="_blank" rel="noopener">
        <BookOpen aria-hidden="true" /> {text('toolbarLibrary')}
      </a>
    </p>
  );
}

interface PanelSectionProps {
  readonly title: TextKey;
  /** Applies to the whole section. */
  readonly note?: TextKey;
  readonly isShown: boolean;
  readonly children: ComponentChildren;
}

function PanelSection({ title, note, isShown, children }: PanelSectionProps) {
  const packName = useContext(PackNameContext);
  if (!isShown) return null;
  return (
    <section>
      <h2>
        {text(title)}
        {packName !== undefined && (
          <>
            {' '}
            <PackWords class="hidden-visually">{packName}</PackWords>
          </>
        )}
      </h2>
      {note !== undefined && <p class="label">{text(note)}</p>}
      {children}
    </section>
  );
}

function Mentioned({
  mentioned,
  onReveal,
}: Pick<PanelContent, 'mentioned'> & { onReveal: PanelActions['revealEntity'] }) {
  return (
    <MoreList
      // Beside a long article the list would fill two screens before the first quotation.
      atFirst={10}
      class="mentioned"
      items={mentioned.map(({ ref, title, color, count }) => (
        <li key={ref} style={{ '--topic': color }}>
          <button type="button" onClick={() => onReveal(ref)}>
            <span class="dot" aria-hidden="true" />
            <PackWords class="name">{title}</PackWords> <span class="count">{formatNumber(count)}</span>
          </button>
        </li>
      ))}
    />
  );
}

function Claims({ claims }: { claims: readonly PanelClaim[] }) {
  return (
    <MoreList
      atFirst={5}
      class="claims"
      items={claims.flatMap((claim) =>
        orderClaims([claim]).map((view) => (
          <ClaimView key={claim.ref} view={view} passage={claim.passage} isFolded />
        )),
      )}
    />
  );
}
