import { BookOpen, PanelRight, Settings2 } from 'lucide-preact';
import { type ComponentChildren, render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import icon from '../../../assets/icons/sidelight.svg';
import type { ActivePage } from '../../contracts/active-page.ts';
import type { PanelTab } from '../../contracts/panel-request.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { showSite } from '../../i18n/show-site.ts';
import { countedText, formatList, formatNumber, text } from '../../i18n/texts.ts';
import type { SettingsChange } from '../../settings/change-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { isSiteAllowed } from '../../settings/site-rules.ts';
import { countFindings, hasFindings } from '../../view-models/panel-summary.ts';
import { Switch } from '../components/form-controls.tsx';
import { preserveFocus } from '../components/preserve-focus.ts';
import { findNotice, type Remedy, type ToolbarNotice } from '../components/toolbar-notice.ts';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import { ComparisonLine } from '../keep/comparison-line.tsx';
import { KeepArticle } from '../keep/keep-article.tsx';
import type { KeepServices } from '../keep/keep-services.ts';
import { revisionOf, useComparison } from '../keep/use-comparison.ts';
import { LastChange, type NamedChange } from './toolbar-change.tsx';
import { Findings, type FindingsProps } from './toolbar-findings.tsx';

/** What the popup needs from outside `ui`; the entry point passes it in. */
export interface ToolbarServices {
  readSettings(): Promise<Settings>;
  watchSettings(onChange: (settings: Settings) => void): void;
  changeSettings(change: SettingsChange): Promise<Settings>;
  /** Calls back with the page and what is known of it, now and after each change. */
  watchPage(onPage: (page: ActivePage) => void, onProblem: (problem: unknown) => void): void;
  revealEntity(ref: string): Promise<void>;
  /** Goes to the first place where the page prints a statement. */
  revealStatement(ref: string): Promise<void>;
  /** The last entity hidden or exception added by a card of the tab, if that is still in effect. */
  readCardChange(tabId: number): Promise<NamedChange | null>;
  undoCardChange(tabId: number): Promise<void>;
  /** Asks the reader for permission. Call it in a click handler, with nothing awaited before. */
  requestReading(): Promise<boolean>;
  reloadTab(tabId: number): Promise<void>;
  openFileAccess(): Promise<void>;
  openSettings(): Promise<void>;
  openLibrary(): Promise<void>;
  /** Opens the side panel at one of its tabs. Call it in a click handler, with nothing awaited before. */
  openPagePanel(tab: PanelTab): Promise<void>;
  readonly kept: KeepServices;
}

/** Renders the popup into `place`. */
export function showToolbar(place: HTMLElement, services: ToolbarServices): void {
  preserveFocus(place);
  render(<Toolbar services={services} />, place);
}

function Toolbar({ services }: { services: ToolbarServices }) {
  const [settings, setSettings] = useState<Settings>();
  const [page, setPage] = useState<ActivePage>();
  const [problem, setProblem] = useState('');
  useSurfaceLanguage(settings?.language ?? 'auto', 'toolbarTitle');
  useTheme(settings?.theme ?? 'auto');
  const showProblem = useCallback((error: unknown) => setProblem(describeFailure(error)), []);

  useEffect(() => {
    services.readSettings().then(setSettings, () => setProblem(text('toolbarUnreachable')));
    services.watchSettings(setSettings);
    services.watchPage(setPage, () => setProblem(text('toolbarUnreachable')));
  }, [services]);

  const change = (wanted: SettingsChange) => saveChange(wanted, services, setSettings);
  const follow = (work: Promise<void>) => work.then(() => setProblem(''), showProblem);

  const openPanel = (tab: PanelTab) => void services.openPagePanel(tab).catch(showProblem);
  const isReady = settings !== undefined && page !== undefined;
  const reveal = (work: Promise<void>) => void work.catch(() => setProblem(text('toolbarGone')));
  return (
    <main>
      <header>
        <h1>
          <img src={icon} alt="" width="20" height="20" />
          {text('toolbarTitle')}
        </h1>
      </header>
      {isReady && (
        <Switches
          settings={settings}
          site={hasSiteSwitch(page) ? page.site : ''}
          isPrivate={page.isPrivate}
          change={(wanted) => follow(change(wanted))}
        />
      )}
      {isReady ? (
        <div class="scrolling">
          <Keeping page={page} services={services.kept} openPanel={openPanel} />
          <PageState
            page={page}
            settings={settings}
            applyRemedy={(remedy) => follow(applyRemedy(remedy, page, services, change))}
          >
            <Known
              page={page}
              revealEntity={(ref) => reveal(services.revealEntity(ref))}
              revealStatement={(ref) => reveal(services.revealStatement(ref))}
              openPanel={openPanel}
            />
          </PageState>
        </div>
      ) : (
        problem === '' && <p class="stop loading">{text('toolbarLoading')}</p>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
      <p class="hidden-visually" role="status">
        {isReady && summarise(page, settings)}
      </p>
      {page?.tabId !== undefined && <LastChange tabId={page.tabId} services={services} />}
      <WaysOut services={services} showProblem={showProblem} />
    </main>
  );
}

interface KeepingProps {
  readonly page: ActivePage;
  readonly services: KeepServices;
  openPanel(tab: PanelTab): void;
}

/** Keeps the page, and says in one line how it compares with what is kept; nothing where Sidelight does not work. */
function Keeping({ page: { tabId, address, obstacle, briefing }, services, openPanel }: KeepingProps) {
  const page = obstacle === null && tabId !== undefined ? `${tabId} ${address}` : undefined;
  const comparison = useComparison(tabId, page, revisionOf(briefing?.reading.blocks), services);
  if (page === undefined || tabId === undefined) return null;
  const isCompared = comparison !== null && typeof comparison === 'object';
  return (
    <div class="keeping">
      <KeepArticle
        key={page}
        tabId={tabId}
        services={services}
        isNothingKept={isCompared && comparison.keptCount === 0}
      />
      {isCompared && <ComparisonLine comparison={comparison} onOpen={() => openPanel('kept')} />}
    </div>
  );
}

/** Rejects if the change could not be stored. */
async function saveChange(
  wanted: SettingsChange,
  { changeSettings, readSettings }: ToolbarServices,
  show: (settings: Settings) => void,
): Promise<void> {
  try {
    show(await changeSettings(wanted));
  } catch (error) {
    // The switches show what is stored, not what was requested.
    await readSettings().then(
      (held) => show({ ...held }),
      () => undefined,
    );
    throw error;
  }
}

interface WaysOutProps {
  readonly services: ToolbarServices;
  showProblem(error: unknown): void;
}

/** The surfaces that have room for more. */
function WaysOut({ services, showProblem }: WaysOutProps) {
  const wayTo = (label: string, run: () => Promise<void>, sign: ComponentChildren) => (
    <button type="button" onClick={() => void run().catch(showProblem)}>
      {sign} <span>{label}</span>
    </button>
  );
  return (
    <nav class="ways-out" aria-label={text('toolbarMore')}>
      {wayTo(
        text('toolbarPanel'),
        () => services.openPagePanel('overview'),
        <PanelRight class="directional" aria-hidden="true" />,
      )}
      {wayTo(text('toolbarLibrary'), () => services.openLibrary(), <BookOpen aria-hidden="true" />)}
      {wayTo(text('toolbarSettings'), () => services.openSettings(), <Settings2 aria-hidden="true" />)}
    </nav>
  );
}

type KnownProps = Omit<FindingsProps, 'panelContents'> & { readonly page: ActivePage };

/** What is known of a page, if it has been read. */
function Known({ page: { briefing }, ...actions }: KnownProps) {
  if (briefing === null) return <p class="stop">{text('pageUnread')}</p>;
  if (briefing.panelContents.length === 0) return <p class="stop">{text('packsNone')}</p>;
  return <Findings panelContents={briefing.panelContents} {...actions} />;
}

/** The site's switch is offered if the page has a site and Sidelight could work on it. */
function hasSiteSwitch({ site, obstacle }: ActivePage): boolean {
  return site !== '' && (obstacle === null || obstacle === 'not-reached' || obstacle === 'permission');
}

interface SwitchesProps {
  readonly settings: Settings;
  readonly site: string;
  readonly isPrivate: boolean;
  change(wanted: SettingsChange): Promise<void>;
}

function Switches({ settings, site, isPrivate, change }: SwitchesProps) {
  return (
    <div class="switches">
      <Switch
        label={text('toolbarEverywhere')}
        isOn={settings.enabled}
        onChange={(value) => void change({ kind: 'field', field: 'enabled', value })}
      />
      {site !== '' && (
        <Switch
          label={text('toolbarSite', { site: showSite(site) })}
          isOn={settings.enabled && isSiteAllowed(site, settings.sites)}
          isDisabled={!settings.enabled}
          onChange={(isOn) => void change({ kind: 'site', pattern: site, isOn })}
        />
      )}
      {isPrivate && <p class="hint">{text('privateKept')}</p>}
    </div>
  );
}

interface PageStateProps {
  readonly page: ActivePage;
  readonly settings: Settings;
  applyRemedy(remedy: Remedy): Promise<void>;
  readonly children: ComponentChildren;
}

/** What stops Sidelight on the page with a button that fixes it, or else what was found. */
function PageState({ page, settings, applyRemedy, children }: PageStateProps) {
  const [isFixing, setIsFixing] = useState(false);
  const notice = findNotice(page, settings);
  const press = (remedy: Remedy) => {
    setIsFixing(true);
    void applyRemedy(remedy).finally(() => setIsFixing(false));
  };
  return (
    <div tabIndex={-1} class="page-state">
      {notice === undefined ? (
        children
      ) : (
        <Notice notice={notice} site={showSite(page.site)} isFixing={isFixing} press={press} />
      )}
    </div>
  );
}

interface NoticeProps {
  readonly notice: ToolbarNotice;
  readonly site: string;
  readonly isFixing: boolean;
  press(remedy: Remedy): void;
}

function Notice({ notice, site, isFixing, press }: NoticeProps) {
  const { remedy } = notice;
  return (
    <div class="stop">
      <p>{text(notice.text, { site })}</p>
      {remedy !== undefined && (
        <button
          type="button"
          class="remedy"
          aria-disabled={isFixing}
          onClick={() => !isFixing && press(remedy.kind)}
        >
          {text(remedy.label, { site })}
        </button>
      )}
    </div>
  );
}

/** One click, one action: a permission must be requested before anything else is awaited. */
async function applyRemedy(
  remedy: Remedy,
  { tabId, site }: ActivePage,
  services: ToolbarServices,
  change: (wanted: SettingsChange) => Promise<void>,
): Promise<void> {
  switch (remedy) {
    case 'request-reading':
      await services.requestReading();
      return;
    case 'switch-on':
      return change({ kind: 'field', field: 'enabled', value: true });
    case 'switch-site-on':
      return change({ kind: 'site', pattern: site, isOn: true });
    case 'open-file-access':
      return services.openFileAccess();
    case 'reload':
      if (tabId !== undefined) await services.reloadTab(tabId);
  }
}

/** What a screen reader announces once the page is known, and after each change. */
function summarise(page: ActivePage, settings: Settings): string {
  const notice = findNotice(page, settings);
  if (notice !== undefined) return text(notice.text, { site: showSite(page.site) });
  const { briefing } = page;
  if (briefing === null) return text('pageUnread');
  if (!briefing.panelContents.some(hasFindings)) return text('toolbarNone');
  const { quotations, names, elsewhere } = countFindings(briefing.panelContents);
  return formatList([
    countedText('panelQuotations', quotations),
    `${text('panelElsewhere')}: ${formatNumber(elsewhere)}`,
    countedText('panelNames', names),
  ]);
}
