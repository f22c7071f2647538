import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import icon from '../../assets/icons/sidelight.svg';
import type { PlainField, SettingsChange } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { describeOutcome } from './describe-change.ts';
import { EntitySwitches } from './entity-switches.tsx';
import { ExceptionList } from './exception-list.tsx';
import type { NamedEntity } from './find-entities.ts';
import { Choice, Section, Switch } from './form-controls.tsx';
import { HiddenEntities } from './hidden-entities.tsx';
import { HoverFields } from './hover-fields.tsx';
import { KeepSection, type KeepServices } from './keep-section.tsx';
import { LanguageChoice } from './language-choice.tsx';
import { libraryPage } from './library/library-address.ts';
import { markInteractive } from './mark-interactive.ts';
import { MarksSection } from './marks-section.tsx';
import { OptionsNavigation, type SectionLink } from './options-navigation.tsx';
import { optionsStyles } from './options-styles.ts';
import { OutcomeBar } from './outcome-bar.tsx';
import { PackSection } from './pack-section.tsx';
import type { PackServices } from './pack-services.ts';
import { useFaceStyles } from './page-styles.ts';
import {
  type ForeignChange,
  type KeptSettings,
  SettingsKeeper,
  type SettingsStoreCalls,
} from './settings-keeper.ts';
import { type Shortcut, ShortcutList } from './shortcut-list.tsx';
import { SiteList } from './site-list.tsx';
import { text } from './texts.ts';
import { TopicList, type TopicPack } from './topic-list.tsx';
import { useFaceLanguage } from './use-face-language.ts';

/** What the options page needs from outside the interface; a door gives it. */
export interface OptionsServices extends SettingsStoreCalls {
  /** Tells settings that were changed anywhere. */
  watchSettings(onChange: (settings: Settings) => void): void;
  getPacks(): Promise<readonly TopicPack[]>;
  readonly packs: PackServices;
  /** Every entity of every pack that is on. */
  listEntities(): Promise<readonly NamedEntity[]>;
  /** Titles of those entities that a pack knows. */
  getEntities(refs: readonly string[]): Promise<readonly { readonly ref: string; readonly title: string }[]>;
  readonly keep: KeepServices;
  getShortcuts(): Promise<readonly Shortcut[]>;
  /** Opens the browser's own page for shortcuts; resolves to false where there is no way to it. */
  openShortcutSettings(): Promise<boolean>;
  /** Runs when the page is about to go. */
  whenLeaving(flush: () => void): void;
}

/** Changes the settings; changes under one `gesture` are taken back together. */
export type Change = (wanted: SettingsChange, gesture?: string) => Promise<void>;

/** Makes of a field what its control calls with a new value. */
export type SetField = (field: PlainField) => (value: unknown, gesture?: string) => void;

/** What the page needs before it can draw its form. */
export interface OptionsBeginning {
  readonly settings: Promise<Settings>;
  readonly packs: Promise<readonly TopicPack[]>;
}

/** A background that is awake answers sooner; after this long the reader sees the head of the page. */
const patienceMs = 200;

/** Draws the options page into `place`. @param beginning where it was asked for already */
export async function showOptions(
  place: HTMLElement,
  services: OptionsServices,
  beginning: OptionsBeginning = { settings: services.readSettings(), packs: services.getPacks() },
): Promise<void> {
  place.classList.add('options');
  const patience = new Promise((resolve) => setTimeout(resolve, patienceMs));
  // Drawn once, with what there is: a page without its form would be laid out and painted first, while the answers wait.
  await Promise.race([Promise.allSettled(Object.values(beginning)), patience]);
  render(<OptionsPage services={services} beginning={beginning} />, place);
}

function OptionsPage({ services, beginning }: { services: OptionsServices; beginning: OptionsBeginning }) {
  const [kept, setKept] = useState<KeptSettings>();
  const [keeper, setKeeper] = useState<SettingsKeeper>();
  const [packs, setPacks] = useState<readonly TopicPack[]>();
  const [isUnreachable, setIsUnreachable] = useState(false);
  const settings = kept?.settings;
  useFaceStyles(optionsStyles, settings?.theme ?? 'auto');
  useFaceLanguage(settings?.language ?? 'auto', 'optionsTitle');

  useLayoutEffect(() => {
    let started: SettingsKeeper | undefined;
    services.watchSettings((told) => started?.follow(told));
    services.whenLeaving(() => started?.flush());
    const fail = () => setIsUnreachable(true);
    beginning.settings.then((read) => {
      started = new SettingsKeeper(read, services, setKept);
      setKeeper(started);
    }, fail);
    beginning.packs.then(setPacks, fail);
    services.packs.watch(() => void services.getPacks().then(setPacks, fail));
  }, [services, beginning]);
  const isLoaded = settings !== undefined && packs !== undefined;
  useEffect(() => {
    if (!isLoaded) return;
    markInteractive();
    scrollToNamedSection();
  }, [isLoaded]);

  const change: Change = async (wanted, gesture) => keeper?.change(wanted, gesture);
  const note = (done: ForeignChange) => keeper?.note(done);
  return (
    <>
      <header>
        <h1>
          <img src={icon} alt="" width="36" height="36" />
          {text('optionsTitle')}
        </h1>
        <p class="intro">
          {text('optionsIntro')} <a href={libraryPage}>{text('libraryOpen')}</a>
        </p>
      </header>
      {settings !== undefined && <OptionsNavigation sections={listSections()} />}
      <main>
        {isUnreachable && (
          <p class="problem" role="alert">
            {text('optionsUnreachable')}
          </p>
        )}
        {settings !== undefined && (
          <Form settings={settings} packs={packs} services={services} change={change} note={note} />
        )}
      </main>
      {kept !== undefined && (
        <OutcomeBar
          {...describeOutcome(kept.outcome, packs ?? [])}
          undoableCount={kept.undoableCount}
          onUndo={() => void keeper?.undo()}
        />
      )}
    </>
  );
}

interface FormProps {
  readonly settings: Settings;
  /** Undefined until they are known. */
  readonly packs: readonly TopicPack[] | undefined;
  readonly services: OptionsServices;
  readonly change: Change;
  note(change: ForeignChange): void;
}

function listSections(): SectionLink[] {
  return [
    { id: 'topics', title: text('optionsTopics') },
    { id: 'sites', title: text('optionsSites') },
    { id: 'marks', title: text('optionsMarks') },
    { id: 'cards', title: text('optionsCards') },
    { id: 'shortcuts', title: text('optionsShortcuts') },
    { id: 'appearance', title: text('optionsAppearance') },
    { id: 'packs', title: text('packsTitle') },
    { id: 'keep', title: text('optionsKeep') },
  ];
}

function Form({ settings, packs: known, services, change, note }: FormProps) {
  const packs = known ?? [];
  const set: SetField = (field) => (value, gesture) => void change({ kind: 'field', field, value }, gesture);
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
        {known?.length === 0 && <p class="hint">{text('packsNone')}</p>}
        <TopicList packs={packs} settings={settings} change={change} />
        <EntitySwitches
          key={packs.map(({ id }) => id).join()}
          packs={packs}
          settings={settings}
          listEntities={services.listEntities}
          change={change}
        />
        <HiddenEntities
          entities={settings.hiddenEntities}
          getEntities={services.getEntities}
          change={change}
        />
        <ExceptionList exceptions={settings.exceptions} getEntities={services.getEntities} change={change} />
      </Section>
      <Section id="sites" title={text('optionsSites')}>
        <SiteList settings={settings} change={change} />
      </Section>
      <MarksSection settings={settings} set={set} />
      <Section id="cards" title={text('optionsCards')} hint={text('optionsCardsHint')}>
        <HoverFields hover={settings.hover} onChange={set('hover')} />
      </Section>
      <Section id="shortcuts" title={text('optionsShortcuts')} hint={text('optionsShortcutsHint')}>
        <ShortcutList
          getShortcuts={services.getShortcuts}
          openShortcutSettings={services.openShortcutSettings}
        />
      </Section>
      <Section id="appearance" title={text('optionsAppearance')}>
        <Choice
          name="theme"
          title="optionsTheme"
          options={themes}
          value={settings.theme}
          onChange={set('theme')}
        />
        <LanguageChoice language={settings.language} onChange={set('language')} />
      </Section>
      <PackSection
        services={services.packs}
        isBuiltInEnabled={settings.builtInPackEnabled}
        change={change}
        note={note}
      />
      <Section id="keep" title={text('optionsKeep')}>
        <KeepSection services={services.keep} />
      </Section>
    </>
  );
}

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
