import { PanelRight, Settings2 } from 'lucide-preact';
import { render } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SettingsChange } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { isSiteAllowed } from '../settings/site-rules.ts';
import { Switch } from './form-controls.tsx';
import { toolbarStyles, useFaceStyles } from './page-styles.ts';
import { countedText, formatNumber, text } from './texts.ts';
import { useFaceLanguage } from './use-face-language.ts';

export interface ToolbarMention {
  readonly tabId: number;
  readonly frameId: number;
  readonly entity: string;
  readonly title: string;
  readonly topicTitle: string;
  readonly color: string;
  readonly count: number;
}

export interface ToolbarPage {
  /** The page's host; empty where it has none. */
  readonly site: string;
  readonly access: 'open' | 'closed';
  readonly mentions: readonly ToolbarMention[];
}

/** What the pop-up needs from outside the interface; a door gives it. */
export interface ToolbarServices {
  readSettings(): Promise<Settings>;
  /** Tells settings that were changed anywhere. */
  watchSettings(onChange: (settings: Settings) => void): void;
  changeSettings(change: SettingsChange): Promise<Settings>;
  describePage(): Promise<ToolbarPage>;
  reveal(mention: ToolbarMention): Promise<void>;
  openSettings(): Promise<void>;
  /** Opens the side panel; to be called in a click's handler, with nothing awaited before. */
  openBriefing(): Promise<void>;
}

/** Draws the toolbar's pop-up into `place`. */
export function showToolbar(place: HTMLElement, services: ToolbarServices): void {
  render(<Toolbar services={services} />, place);
}

function Toolbar({ services }: { services: ToolbarServices }) {
  const [settings, setSettings] = useState<Settings>();
  const [page, setPage] = useState<ToolbarPage>();
  const [problem, setProblem] = useState('');
  useFaceStyles(toolbarStyles, settings?.theme ?? 'auto');
  useFaceLanguage(settings?.language ?? 'auto', 'toolbarTitle');
  const tell = useCallback(
    (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    [],
  );

  useEffect(() => {
    services.watchSettings(setSettings);
    services.readSettings().then(setSettings, tell);
    services.describePage().then(setPage, tell);
  }, [services, tell]);

  async function change(wanted: SettingsChange): Promise<void> {
    try {
      setSettings(await services.changeSettings(wanted));
      setProblem('');
    } catch (error) {
      // The switches show what really holds, not what was wished for.
      setSettings({ ...(await services.readSettings()) });
      tell(error);
    }
  }

  return (
    <main>
      <header>
        <h1>{text('toolbarTitle')}</h1>
        <button
          type="button"
          class="icon"
          title={text('toolbarBriefing')}
          aria-label={text('toolbarBriefing')}
          onClick={() => void services.openBriefing().catch(tell)}
        >
          <PanelRight size={18} aria-hidden="true" />
        </button>
        <button
          type="button"
          class="icon"
          title={text('toolbarSettings')}
          aria-label={text('toolbarSettings')}
          onClick={() => void services.openSettings().catch(tell)}
        >
          <Settings2 size={18} aria-hidden="true" />
        </button>
      </header>
      {settings !== undefined && page !== undefined && (
        <>
          <Switches settings={settings} site={page.access === 'open' ? page.site : ''} change={change} />
          <PageFindings
            page={page}
            settings={settings}
            reveal={(mention) => void services.reveal(mention).catch(() => setProblem(text('toolbarGone')))}
          />
        </>
      )}
      <p class="problem" role="alert">
        {problem}
      </p>
    </main>
  );
}

interface SwitchesProps {
  readonly settings: Settings;
  readonly site: string;
  change(wanted: SettingsChange): Promise<void>;
}

function Switches({ settings, site, change }: SwitchesProps) {
  return (
    <div class="switches">
      <Switch
        label={text('toolbarEverywhere')}
        isOn={settings.enabled}
        onChange={(value) => void change({ kind: 'field', field: 'enabled', value })}
      />
      {site !== '' && (
        <Switch
          label={text('toolbarSite', { site })}
          isOn={settings.enabled && isSiteAllowed(site, settings.sites)}
          isDisabled={!settings.enabled}
          onChange={(isOn) => void change({ kind: 'site', pattern: site, isOn })}
        />
      )}
    </div>
  );
}

interface PageFindingsProps {
  readonly page: ToolbarPage;
  readonly settings: Settings;
  reveal(mention: ToolbarMention): void;
}

function PageFindings({ page, settings, reveal }: PageFindingsProps) {
  const stop = findStopText(page, settings);
  if (stop !== undefined) return <p class="stop">{stop}</p>;
  return (
    <section aria-labelledby="mentioned">
      <h2 id="mentioned">{text('toolbarMentioned')}</h2>
      <ul>
        {page.mentions.map((mention) => (
          <li key={`${mention.frameId} ${mention.entity}`} style={{ '--topic': mention.color || null }}>
            <button type="button" onClick={() => reveal(mention)}>
              <span class="dot" aria-hidden="true" />
              <span class="name">{mention.title}</span>
              <span class="count">
                <span aria-hidden="true">{formatNumber(mention.count)}</span>
                <span class="hidden-visually">{countedText('toolbarTimes', mention.count)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What there is to say instead of a list. */
function findStopText(page: ToolbarPage, settings: Settings): string | undefined {
  if (page.access === 'closed') return text('toolbarNoPage');
  if (!settings.enabled) return text('toolbarStoppedDisabled');
  if (!isSiteAllowed(page.site, settings.sites)) return text('toolbarStoppedSite');
  return page.mentions.length === 0 ? text('toolbarNone') : undefined;
}
