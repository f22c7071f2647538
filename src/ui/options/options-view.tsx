import { render } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import icon from '../../../assets/icons/sidelight.svg';
import type { PackOverview } from '../../contracts/messages.ts';
import { text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { keepFocus } from '../components/keep-focus.ts';
import { markInteractive } from '../components/mark-interactive.ts';
import { useFaceStyles } from '../components/page-styles.ts';
import { useFaceLanguage } from '../components/use-face-language.ts';
import { libraryPage } from '../content/library-address.ts';
import { OptionsForm } from './options-form.tsx';
import { OptionsNavigation, type SectionLink } from './options-navigation.tsx';
import type { OptionsBeginning, OptionsServices } from './options-services.ts';
import { optionsStyles } from './options-styles.ts';
import type { Change } from './undo/change.ts';
import { describeOutcome } from './undo/describe-change.ts';
import { OutcomeBar } from './undo/outcome-bar.tsx';
import {
  type FinalChange,
  type ForeignChange,
  type KeptSettings,
  SettingsKeeper,
} from './undo/settings-keeper.ts';

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
  keepFocus(place);
  render(<OptionsPage services={services} beginning={beginning} />, place);
}

function OptionsPage({ services, beginning }: { services: OptionsServices; beginning: OptionsBeginning }) {
  const [kept, setKept] = useState<KeptSettings>();
  const [keeper, setKeeper] = useState<SettingsKeeper>();
  const [packs, setPacks] = useState<readonly PackOverview[]>();
  const [isUnreachable, setIsUnreachable] = useState(false);
  const settings = kept?.settings;
  useFaceStyles(optionsStyles, settings?.theme ?? 'auto');
  useFaceLanguage(settings?.language ?? 'auto', 'optionsTitle');

  useLayoutEffect(() => {
    let started: SettingsKeeper | undefined;
    let lastTold: Settings | undefined;
    services.watchSettings((told) => {
      lastTold = told;
      started?.follow(told);
    });
    services.whenLeaving(() => started?.flush());
    const fail = () => setIsUnreachable(true);
    beginning.settings.then((read) => {
      // What was told meanwhile was read later.
      started = new SettingsKeeper(lastTold ?? read, services, setKept);
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
  const note = (done: ForeignChange | FinalChange) => keeper?.note(done);
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
    { id: 'keep', title: text('optionsKeep') },
  ];
}

/** A card or the toolbar opens this page at one of its sections; it was not there yet when the browser looked. */
function scrollToNamedSection(): void {
  const id = location.hash.slice(1);
  if (id !== '') document.getElementById(id)?.scrollIntoView();
}
