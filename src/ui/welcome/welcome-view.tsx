import { render } from 'preact';
import { useCallback, useEffect, useLayoutEffect, useState } from 'preact/hooks';
import icon from '../../../assets/icons/sidelight.svg';
import type { PackOverview } from '../../contracts/messages.ts';
import { describeFailure } from '../../i18n/describe-failure.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { countedText, text } from '../../i18n/texts.ts';
import type { SettingsChange } from '../../settings/change-settings.ts';
import type { LanguageCode } from '../../settings/languages.ts';
import { makeMarkStyleSheet } from '../../settings/mark-style/mark-style-sheet.ts';
import { defaultSettings, type MarkStyle, type Settings } from '../../settings/settings.ts';
import type { ExampleStory } from '../../view-models/stories/make-example-story.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import { PackWords } from '../content/content-language.tsx';
import { WelcomeArticle } from './welcome-article.tsx';
import { WelcomeKeeping } from './welcome-keeping.tsx';
import { WelcomePermission } from './welcome-permission.tsx';
import { type Tried, WelcomeTries } from './welcome-tries.tsx';

/** What the welcome page needs from outside `ui`; the entry point passes it in. */
export interface WelcomeServices {
  readSettings(): Promise<Settings>;
  watchSettings(onChange: (settings: Settings) => void): void;
  changeSettings(change: SettingsChange): Promise<Settings>;
  getPacks(): Promise<readonly PackOverview[]>;
  watchPacks(onChange: () => void): void;
  /**
   * Has this page marked like any other, and calls back when a card is opened on it. Rejects if that is not possible.
   */
  startExample(onOpened: (openedBy: 'click' | 'hover' | 'keyboard' | 'list') => void): Promise<void>;
  /** Two invented articles in this language, compared as kept ones are. */
  readExample(language: LanguageCode): Promise<ExampleStory>;
  isReadingPermitted(): Promise<boolean>;
  watchReadingPermission(onChange: (isPermitted: boolean) => void): void;
  requestReading(): Promise<boolean>;
  /** The shortcut to the next mention, in the browser's notation; empty if none is assigned. */
  readShortcut(): Promise<string>;
  /** Call it in a click handler, with nothing awaited before. */
  openPagePanel(): Promise<void>;
  openSettings(): Promise<void>;
  openLibrary(): Promise<void>;
}

/** Renders the page that opens after the installation. */
export function showWelcome(place: HTMLElement, services: WelcomeServices): void {
  preserveFocus(place);
  render(<Welcome services={services} />, place);
}

function Welcome({ services }: { services: WelcomeServices }) {
  const { settings, setSettings, packs, shortcut, isPermitted, hasFailed, tried, note } =
    useWelcome(services);
  const [problem, setProblem] = useState('');
  useSurfaceLanguage(settings?.language ?? 'auto', 'welcomeTitle');
  useTheme(settings?.theme ?? 'auto');
  useMarkStyle((settings ?? defaultSettings).marks);

  const act = (work: Promise<unknown>) =>
    void work.then(
      () => setProblem(''),
      (error: unknown) => setProblem(describeFailure(error)),
    );
  const openPanel = () => act(services.openPagePanel().then(() => note('panel')));
  return (
    <main>
      <header class="top">
        <img src={icon} alt="" width="56" height="56" />
        <h1>{text('welcomeTitle')}</h1>
        <p class="intro">{text('welcomeIntro')}</p>
        <p class="privacy">{text('welcomePrivacy')}</p>
      </header>
      <WelcomePermission isPermitted={isPermitted} request={() => services.requestReading()} />
      <section aria-labelledby="example">
        <h2 id="example">{text('welcomeExample')}</h2>
        <ExampleState
          hasFailed={hasFailed}
          isOff={settings?.enabled === false}
          isPackOff={settings?.builtInPackEnabled === false}
          switchOn={(field) =>
            act(services.changeSettings({ kind: 'field', field, value: true }).then(setSettings))
          }
        />
        <WelcomeArticle />
      </section>
      {/* Text outside the article is marked only if the reader has chosen the whole page. */}
      <footer>
        <WelcomeKeeping readExample={services.readExample} />
        <section aria-labelledby="try">
          <h2 id="try">{text('welcomeTry')}</h2>
          <WelcomeTries tried={tried} shortcut={shortcut} openPanel={openPanel} />
        </section>
        {packs !== undefined && <Knowledge packs={packs} />}
        <WaysOff
          openSettings={() => act(services.openSettings())}
          openLibrary={() => act(services.openLibrary())}
        />
      </footer>
      <p class="problem" role="alert">
        {problem}
      </p>
    </main>
  );
}

/** Marks of the example look as the reader has chosen: a sheet on top of `marks.css`, which the page links (decision 045). */
function useMarkStyle(marks: MarkStyle): void {
  useLayoutEffect(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(makeMarkStyleSheet(marks));
    document.adoptedStyleSheets.push(sheet);
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [marks]);
}

/** What the page shows, as far as it is known, and what the reader has tried. */
function useWelcome(services: WelcomeServices) {
  const [settings, setSettings] = useState<Settings>();
  const [packs, setPacks] = useState<readonly PackOverview[]>();
  const [shortcut, setShortcut] = useState('');
  const [isPermitted, setIsPermitted] = useState<boolean>();
  const [hasFailed, setHasFailed] = useState(false);
  const [tried, setTried] = useState<ReadonlySet<Tried>>(new Set());
  const note = useCallback((one: Tried) => setTried((before) => new Set([...before, one])), []);
  useEffect(() => {
    const fail = () => setHasFailed(true);
    services.watchSettings(setSettings);
    services.readSettings().then(setSettings, fail);
    const readPacks = () => void services.getPacks().then(setPacks, fail);
    services.watchPacks(readPacks);
    readPacks();
    services.readShortcut().then(setShortcut, () => undefined);
    services.isReadingPermitted().then(setIsPermitted, () => undefined);
    services.watchReadingPermission(setIsPermitted);
    // After the first render, so that there is something to read.
    services.startExample((openedBy) => note(openedBy === 'keyboard' ? 'key' : 'click')).catch(fail);
  }, [services, note]);
  return { settings, setSettings, packs, shortcut, isPermitted, hasFailed, tried, note };
}

interface ExampleStateProps {
  readonly hasFailed: boolean;
  readonly isOff: boolean;
  readonly isPackOff: boolean;
  switchOn(field: 'enabled' | 'builtInPackEnabled'): void;
}

/** Why the example has no marks, if it has none. */
function ExampleState({ hasFailed, isOff, isPackOff, switchOn }: ExampleStateProps) {
  return (
    <div class="example-state" role="status">
      {hasFailed && <p>{text('welcomeExampleFailed')}</p>}
      {!hasFailed && (isOff || isPackOff) && (
        <p>
          {text(isOff ? 'welcomeExampleOff' : 'welcomeExamplePackOff')}{' '}
          <button type="button" onClick={() => switchOn(isOff ? 'enabled' : 'builtInPackEnabled')}>
            {text('toolbarSwitchOn')}
          </button>
        </p>
      )}
    </div>
  );
}

interface WaysOffProps {
  openSettings(): void;
  openLibrary(): void;
}

/** How to switch Sidelight off, and where to find more. */
function WaysOff({ openSettings, openLibrary }: WaysOffProps) {
  return (
    <section aria-labelledby="off">
      <h2 id="off">{text('welcomeOff')}</h2>
      <ul class="ways">
        <li>{text('welcomeOffToolbar')}</li>
        <li>{text('welcomeOffMenu', { entry: text('menuSiteOff') })}</li>
        <li>{text('welcomeOffOptions')}</li>
      </ul>
      <p class="ways-on">
        <button type="button" onClick={openSettings}>
          {text('welcomeOpenOptions')}
        </button>
        <button type="button" onClick={openLibrary}>
          {text('welcomeOpenLibrary')}
        </button>
      </p>
    </section>
  );
}

/** What the packs are about, in their own words. */
function Knowledge({ packs }: { packs: readonly PackOverview[] }) {
  return (
    <section aria-labelledby="knows">
      <h2 id="knows">{text('welcomeKnows')}</h2>
      <p class="hint">{text(packs.length === 0 ? 'packsNone' : 'welcomeKnowsHint')}</p>
      {packs.map(({ id, title, knownTo, topics }) => (
        <div key={id} class="pack">
          <h3>
            <PackWords>{title}</PackWords>
          </h3>
          <p class="hint">{text('welcomeKnownTo', { date: formatDay(knownTo) })}</p>
          <ul>
            {topics.map((topic) => (
              <li key={topic.ref} style={{ '--topic': topic.color }}>
                <span class="dot" aria-hidden="true" />
                <span>
                  <PackWords>{topic.title}</PackWords>{' '}
                  <span class="hint">{countedText('optionsEntities', topic.entityCount)}</span>
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
