import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SettingsChange } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { Choice, Section, Switch } from './form-controls.tsx';
import { HiddenEntities } from './hidden-entities.tsx';
import { HoverFields } from './hover-fields.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { PackSection } from './pack-section.tsx';
import type { PackServices } from './pack-services.ts';
import { optionsStyles, useFaceStyles } from './page-styles.ts';
import { SiteList } from './site-list.tsx';
import { text } from './texts.ts';
import { TopicList, type TopicPack } from './topic-list.tsx';
import { useFaceLanguage } from './use-face-language.ts';

/** What the options page needs from outside the interface; a door gives it. */
export interface OptionsServices {
  readSettings(): Promise<Settings>;
  /** Tells settings that were changed anywhere. */
  watchSettings(onChange: (settings: Settings) => void): void;
  /** Resolves to the settings that hold now; rejects with the reason where the change could not be kept. */
  changeSettings(change: SettingsChange): Promise<Settings>;
  getPacks(): Promise<readonly TopicPack[]>;
  readonly packs: PackServices;
}

export interface Outcome {
  readonly isError: boolean;
  readonly message: string;
}

/** Draws the options page into `place`. */
export function showOptions(place: HTMLElement, services: OptionsServices): void {
  render(<OptionsPage services={services} />, place);
}

function OptionsPage({ services }: { services: OptionsServices }) {
  const [settings, setSettings] = useState<Settings>();
  const [packs, setPacks] = useState<readonly TopicPack[]>();
  const [isUnreachable, setIsUnreachable] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>({ isError: false, message: '' });
  useFaceStyles(optionsStyles, settings?.theme ?? 'auto');
  useFaceLanguage(settings?.language ?? 'auto', 'optionsTitle');

  useEffect(() => {
    services.watchSettings(setSettings);
    services.readSettings().then(setSettings);
    const readPacks = () => services.getPacks().then(setPacks, () => setIsUnreachable(true));
    services.packs.watch(() => void readPacks());
    void readPacks();
  }, [services]);
  const isLoaded = settings !== undefined && packs !== undefined;
  useEffect(() => {
    if (isLoaded) scrollToNamedSection();
  }, [isLoaded]);

  async function change(wanted: SettingsChange): Promise<void> {
    try {
      setSettings(await services.changeSettings(wanted));
      setOutcome({ isError: false, message: text('optionsSaved') });
    } catch (error) {
      // The controls show what really holds, not what was wished for.
      setSettings({ ...(await services.readSettings()) });
      const reason = error instanceof Error ? error.message : String(error);
      setOutcome({ isError: true, message: text('optionsFailed', { reason }) });
    }
  }

  return (
    <main>
      <h1>{text('optionsTitle')}</h1>
      <p class="intro">{text('optionsIntro')}</p>
      {isUnreachable && (
        <p class="problem" role="alert">
          {text('optionsUnreachable')}
        </p>
      )}
      {settings !== undefined && (
        <Form settings={settings} packs={packs ?? []} services={services} change={change} />
      )}
      <p class={outcome.isError ? 'outcome problem' : 'outcome'} role="status">
        {outcome.message}
      </p>
    </main>
  );
}

interface FormProps {
  readonly settings: Settings;
  readonly packs: readonly TopicPack[];
  readonly services: OptionsServices;
  change(wanted: SettingsChange): Promise<void>;
}

function Form({ settings, packs, services, change }: FormProps) {
  const set =
    (field: 'enabled' | 'density' | 'extent' | 'painter' | 'hover' | 'theme' | 'language') =>
    (value: unknown) =>
      void change({ kind: 'field', field, value });
  return (
    <>
      <Switch
        class="main-switch"
        label={text('optionsEnabled')}
        hint={text('optionsEnabledHint')}
        isOn={settings.enabled}
        onChange={set('enabled')}
      />
      <Section id="topics" title={text('optionsTopics')} hint={text('optionsTopicsHint')}>
        <TopicList packs={packs} settings={settings} change={change} />
      </Section>
      <PackSection services={services.packs} />
      <Section id="sites" title={text('optionsSites')}>
        <SiteList sites={settings.sites} change={change} />
      </Section>
      <Section id="marks" title={text('optionsMarks')}>
        <Choice
          name="density"
          title="optionsDensity"
          options={densities}
          value={settings.density}
          onChange={set('density')}
        />
        <Choice
          name="extent"
          title="optionsExtent"
          options={extents}
          value={settings.extent}
          onChange={set('extent')}
        />
        <Choice
          name="painter"
          title="optionsPainter"
          options={painters}
          value={settings.painter}
          onChange={set('painter')}
        />
      </Section>
      <Section id="cards" title={text('optionsCards')}>
        <HoverFields hover={settings.hover} onChange={set('hover')} />
        <Choice
          name="theme"
          title="optionsTheme"
          options={themes}
          value={settings.theme}
          onChange={set('theme')}
        />
        <LanguageChoice language={settings.language} onChange={set('language')} />
      </Section>
      <Section id="hidden" title={text('optionsHidden')}>
        <HiddenEntities entities={settings.hiddenEntities} change={change} />
      </Section>
      <p class="reset">
        <button type="button" onClick={() => void change({ kind: 'reset' })}>
          {text('optionsReset')}
        </button>
        <span class="hint"> {text('optionsResetHint')}</span>
      </p>
    </>
  );
}

const densities = {
  'first-in-section': 'optionsDensitySection',
  'first-on-page': 'optionsDensityPage',
  every: 'optionsDensityEvery',
} as const satisfies Record<Settings['density'], string>;
const extents = {
  article: 'optionsExtentArticle',
  'whole-page': 'optionsExtentPage',
} as const satisfies Record<Settings['extent'], string>;
const painters = {
  auto: 'optionsPainterAuto',
  'custom-highlight': 'optionsPainterHighlight',
  'mark-element': 'optionsPainterElement',
} as const satisfies Record<Settings['painter'], string>;
const themes = {
  auto: 'optionsThemeAuto',
  light: 'optionsThemeLight',
  dark: 'optionsThemeDark',
} as const satisfies Record<Settings['theme'], string>;

/** A card or the toolbar opens this page at one of its sections; it was not there yet when the browser looked. */
function scrollToNamedSection(): void {
  const id = location.hash.slice(1);
  if (id !== '') document.getElementById(id)?.scrollIntoView();
}
