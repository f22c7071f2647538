import { BookOpen, ClipboardCopy, Download } from 'lucide-preact';
import { type ComponentChildren, render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ActivePage } from '../../contracts/active-page.ts';
import type { PanelRequest, PanelTab } from '../../contracts/panel-request.ts';
import { type TextKey, text } from '../../i18n/texts.ts';
import { type Appearance, defaultSettings } from '../../settings/settings.ts';
import type { AnnotatedArticle } from '../../view-models/annotated-article.ts';
import type { PanelContent } from '../../view-models/panel-content.ts';
import { type MarkdownWords, panelContentToMarkdown } from '../../view-models/panel-markdown.ts';
import { makeWebAnnotations } from '../../view-models/web-annotations.ts';
import { copyText } from '../components/copy-text.ts';
import { downloadFile } from '../components/download-file.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { obstacles } from '../components/toolbar-notice.ts';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import { libraryPage } from '../content/library-address.ts';
import { stanceTexts } from '../content/position-view.tsx';
import { quoteMatchKindTexts } from '../content/quote-match-kind-texts.ts';
import type { KeepServices } from '../keep/keep-services.ts';
import { PanelView } from './panel-view.tsx';
import { useKeptTab } from './use-kept-tab.tsx';

/** What the panel needs from outside `ui`; the entry point passes it in. */
export interface PanelServices {
  /** Calls back with the reader's choice, now and after each change. */
  watchAppearance(onChange: (appearance: Appearance) => void): void;
  /** Calls back with the active tab's page, now and after each change. */
  watchPage(onPage: (page: ActivePage) => void, onProblem: () => void): void;
  /** Calls back when another surface asks for one of the tabs. */
  watchRequests(onRequest: (request: PanelRequest) => void): void;
  /** A request was met. */
  clearRequest(): void;
  revealEntity(ref: string): Promise<void>;
  /** Goes to one of the places where the page prints a statement, counted in page order from 0. */
  revealStatement(ref: string, index: number): Promise<void>;
  step(by: 1 | -1): Promise<void>;
  readonly kept: KeepServices;
}

/** Renders the side panel into `place`. */
export function showPanel(place: HTMLElement, services: PanelServices): void {
  preserveFocus(place);
  render(<Panel services={services} />, place);
}

function Panel({ services }: { services: PanelServices }) {
  const [{ theme, language }, setAppearance] = useState<Appearance>(defaultSettings);
  const [page, setPage] = useState<ActivePage | 'unreachable'>();
  const [outcome, setOutcome] = useState('');
  useTheme(theme);
  useSurfaceLanguage(language, 'panelTitle');
  const shown = useKeptView(page === 'unreachable' ? undefined : page, services);
  useEffect(() => {
    services.watchAppearance(setAppearance);
    services.watchPage(
      (next) => {
        setPage(next);
        setOutcome('');
      },
      () => setPage('unreachable'),
    );
  }, [services]);

  const reveal = (work: Promise<void>) => void work.catch(() => setOutcome(text('panelGone')));
  const kept = useKeptTab(page === 'unreachable' ? undefined : page, services.kept, (ref, index) =>
    reveal(services.revealStatement(ref, index)),
  );

  if (page === undefined) return <PanelNotice message="panelLoading" />;
  if (page === 'unreachable') return <PanelNotice message="toolbarUnreachable" />;
  const { briefing } = page;
  if (briefing === null) return <PanelNotice message={findReason(page)}>{kept?.draw()}</PanelNotice>;
  if (briefing.panelContents.length === 0) {
    return <PanelNotice message="packsNone">{kept?.draw()}</PanelNotice>;
  }
  return (
    <>
      <PanelView
        key={shown.key}
        panelContents={briefing.panelContents}
        kept={kept?.isTab ? kept : undefined}
        overviewEnd={kept?.drawLine(() => shown.choose('kept'))}
        chosenTab={shown.view.tab}
        onChooseTab={shown.choose}
        scrollPositions={shown.view.scrollPositions}
        menuOf={(panelContent, packTitle) => (
          <Takeaways
            key={panelContent.pack.id}
            {...{ panelContent, packTitle }}
            reading={briefing.reading}
            announce={setOutcome}
          />
        )}
        menuEnd={
          <a href={libraryPage} target="_blank" rel="noopener">
            <BookOpen aria-hidden="true" /> {text('toolbarLibrary')}
          </a>
        }
        revealEntity={(ref) => reveal(services.revealEntity(ref))}
        revealStatement={(ref, index) => reveal(services.revealStatement(ref, index))}
        onStep={(by) => reveal(services.step(by))}
      />
      <p class="outcome" role="status">
        {outcome}
      </p>
    </>
  );
}

/** What the reader has chosen on one page, while the panel is open. */
interface KeptView {
  readonly tab: PanelTab;
  readonly scrollPositions: Map<PanelTab, number>;
}

/** The page's tab and scroll positions, as they were left or as another surface asks for them. */
function useKeptView(page: ActivePage | undefined, services: PanelServices) {
  const views = useRef(new Map<string, KeptView>());
  const [, setCount] = useState(0);
  const [request, setRequest] = useState<PanelRequest>();
  const address = page?.briefing?.reading.address.replace(/#.*/, '');
  const key = `${page?.tabId} ${address}`;
  const view = views.current.get(key) ?? { tab: 'overview', scrollPositions: new Map() };
  views.current.set(key, view);
  const choose = (tab: PanelTab) => {
    views.current.set(key, { ...view, tab });
    setCount((count) => count + 1);
  };
  useEffect(() => services.watchRequests(setRequest), [services]);
  useEffect(() => {
    if (request === undefined || address === undefined || page?.tabId !== request.tabId) return;
    view.scrollPositions.delete(request.tab);
    if (view.tab === request.tab) scrollTo({ top: 0, behavior: 'instant' });
    choose(request.tab);
    setRequest(undefined);
    services.clearRequest();
  });
  return { key, view, choose };
}

/** Shown in place of a briefing: why there is none. */
function PanelNotice({ message, children }: { message: TextKey; children?: ComponentChildren }) {
  return (
    <main class="panel">
      <header>
        <h1>{text('panelTitle')}</h1>
      </header>
      <p class="stop">{text(message)}</p>
      {children}
    </main>
  );
}

function findReason({ obstacle, stoppedBy }: ActivePage): TextKey {
  if (obstacle !== null) return obstacles[obstacle].text;
  return stoppedBy === null ? 'pageUnread' : 'panelStopped';
}

interface TakeawaysProps {
  readonly panelContent: PanelContent;
  /** Said with each action if there are several packs. */
  readonly packTitle: string | undefined;
  readonly reading: AnnotatedArticle;
  announce(outcome: string): void;
}

/** What a reader may want to take away after reading. */
function Takeaways({ panelContent, packTitle, reading, announce }: TakeawaysProps) {
  async function copyMarkdown(): Promise<void> {
    const isCopied = await copyText(panelContentToMarkdown(panelContent, markdownWords()));
    announce(text(isCopied ? 'panelCopied' : 'panelCopyFailed'));
  }
  function downloadAnnotations(): void {
    const annotations = makeWebAnnotations(reading, panelContent.pack.id, (ref) =>
      titleOf(panelContent, ref),
    );
    const contents = JSON.stringify(annotations, null, 2);
    downloadFile('sidelight-annotations.jsonld', new Blob([contents], { type: 'application/ld+json' }));
    announce(text('panelDownloaded'));
  }
  return (
    <>
      {packTitle !== undefined && <p class="label">{packTitle}</p>}
      <button type="button" onClick={() => void copyMarkdown()}>
        <ClipboardCopy aria-hidden="true" /> {text('panelCopy')}
      </button>
      <button type="button" onClick={downloadAnnotations}>
        <Download aria-hidden="true" /> {text('panelDownload')}
      </button>
    </>
  );
}

/** Undefined for what the reader does not want to see. */
function titleOf({ mentioned, quoted }: PanelContent, ref: string): string | undefined {
  const entity = mentioned.find((one) => one.ref === ref);
  if (entity) return entity.title;
  const quotation = quoted.find(({ statement }) => statement.ref === ref);
  return quotation && (quotation.statement.speaker?.text ?? text('speakerUnnamed'));
}

function mapTexts<Key extends string>(keys: Readonly<Record<Key, TextKey>>): Record<Key, string> {
  const entries = Object.entries<TextKey>(keys).map(([name, key]) => [name, text(key)]);
  return Object.fromEntries(entries) as Record<Key, string>;
}

function markdownWords(): MarkdownWords {
  return {
    mentioned: text('panelMentioned'),
    quoted: text('panelQuoted'),
    since: text('panelSince'),
    elsewhere: text('panelElsewhere'),
    made: text('panelMade'),
    notFound: text('panelNotFound'),
    alteredCopy: text('panelAlteredCopy'),
    knownTo: text('panelKnownTo'),
    kinds: mapTexts(quoteMatchKindTexts),
    stances: mapTexts(stanceTexts),
  };
}
