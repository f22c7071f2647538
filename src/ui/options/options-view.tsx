import { render } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
import icon from '../../../assets/icons/sidelight.svg';
import type { PackOverview } from '../../contracts/messages.ts';
import { text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { markInteractive } from '../components/mark-interactive.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { StatusBar } from '../components/status-bar.tsx';
import { useSurfaceLanguage } from '../components/use-surface-language.ts';
import { useTheme } from '../components/use-theme.ts';
import { libraryPage } from '../content/library-address.ts';
import { OptionsForm } from './options-form.tsx';
import { OptionsNavigation, type SectionLink } from './options-navigation.tsx';
import type { OptionsBeginning, OptionsServices } from './options-services.ts';
import type { Change } from './undo/change.ts';
import { describeOutcome } from './undo/describe-change.ts';
import {
  type ExternalChange,
  type FinalChange,
  type SettingsSnapshot,
  UndoableSettings,
} from './undo/undoable-settings.ts';

/** An awake background answers sooner. After this delay the reader sees the page's heading. */
const loadingDelayMs = 200;

/** Renders the options page into `place`. @param beginning if it was requested already */
export async function showOptions(
  place: HTMLElement,
  services: OptionsServices,
  beginning: OptionsBeginning = { settings: services.readSettings(), packs: services.getPacks() },
): Promise<void> {
  place.classList.add('options');
  const loadingDelay = new Promise((resolve) => setTimeout(resolve, loadingDelayMs));
  // Rendered once, with what has arrived: a page without its form would cost a layout and a paint while the answers
  // wait.
  await Promise.race([Promise.allSettled(Object.values(beginning)), loadingDelay]);
  preserveFocus(place);
  render(<OptionsPage services={services} beginning={beginning} />, place);
}

function OptionsPage({ services, beginning }: { services: OptionsServices; beginning: OptionsBeginning }) {
  const [snapshot, setSnapshot] = useState<SettingsSnapshot>();
  const [undoable, setUndoable] = useState<UndoableSettings>();
  const [packs, setPacks] = useState<readonly PackOverview[]>();
  const [isUnreachable, setIsUnreachable] = useState(false);
  const settings = snapshot?.settings;
  useTheme(settings?.theme ?? 'auto');
  useSurfaceLanguage(settings?.language ?? 'auto', 'optionsTitle');

  useLayoutEffect(() => {
    let started: UndoableSettings | undefined;
    let lastReported: Settings | undefined;
    services.watchSettings((reported) => {
      lastReported = reported;
      started?.follow(reported);
    });
    const fail = () => setIsUnreachable(true);
    beginning.settings.then((read) => {
      // Settings reported meanwhile are newer.
      started = new UndoableSettings(lastReported ?? read, services, setSnapshot);
      setUndoable(started);
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

  const change: Change = async (wanted, name) => undoable?.change(wanted, name);
  const note = (done: ExternalChange | FinalChange) => undoable?.note(done);
  return (
    <>
      <OptionsHeader />
      {settings !== undefined && <OptionsNavigation sections={listSections()} />}
      <main>
        {isUnreachable && (
          <p class="problem" role="alert">
            {text('optionsUnreachable')}
          </p>
        )}
        {settings !== undefined && (
          <OptionsForm settings={settings} packs={packs} services={services} change={change} note={note} />
        )}
      </main>
      {snapshot !== undefined && (
        <Outcome snapshot={snapshot} packs={packs ?? []} onUndo={() => void undoable?.undo()} />
      )}
    </>
  );
}

interface OutcomeProps {
  readonly snapshot: SettingsSnapshot;
  readonly packs: readonly PackOverview[];
  onUndo(): void;
}

/** What the last change did. */
function Outcome({ snapshot: { outcome, settings, undoableCount }, packs, onUndo }: OutcomeProps) {
  // A change that is made elsewhere later is not what this one did, and is not announced.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the settings are those at the time of the outcome.
  const described = useMemo(
    () => describeOutcome(outcome, { settings, packs }),
    [outcome, packs, settings.language],
  );
  return <StatusBar {...described} undoableCount={undoableCount} onUndo={onUndo} />;
}

function OptionsHeader() {
  return (
    <header>
      <h1>
        <img src={icon} alt="" width="36" height="36" />
        {text('optionsTitle')}
      </h1>
      <p class="intro">
        {text('optionsIntro')} <a href={libraryPage}>{text('libraryOpen')}</a>
      </p>
    </header>
  );
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
    { id: 'kept', title: text('keptSection') },
    { id: 'backup', title: text('optionsBackup') },
    { id: 'advanced', title: text('optionsAdvanced') },
  ];
}

/** A card or the popup may open this page at a section that did not exist yet when the browser looked for it. */
function scrollToNamedSection(): void {
  const id = location.hash.slice(1);
  if (id !== '') document.getElementById(id)?.scrollIntoView();
}
