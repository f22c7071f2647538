import { callBackground } from './browser/call-background.ts';
import { makeCardServices } from './browser/card-services.ts';
import { handleContentCalls } from './browser/handle-content-calls.ts';
import { knownNames } from './browser/known-names.ts';
import { isReadingPermitted, requestReading, watchReadingPermission } from './browser/mend-tab.ts';
import type { MatchingData } from './browser/messages.ts';
import { openLibrary } from './browser/open-library.ts';
import { prepareOpenPanel } from './browser/open-panel.ts';
import { readShortcut } from './browser/read-shortcut.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { watchPacks } from './browser/watch-packs.ts';
import { answerAboutPage } from './page/answer-about-page.ts';
import { startLivePage } from './page/live-page.ts';
import { createMarkElementPainter } from './page/mark-element-painter.ts';
import { openFinders } from './page/open-finders.ts';
import { openJudging } from './page/open-judging.ts';
import { runWithLatest } from './page/run-with-latest.ts';
import { findStop, makePageSettings } from './settings/page-settings.ts';
import { defaultSettings, type Settings } from './settings/settings.ts';
import { createCardPort } from './ui/card-controller.tsx';
import type { CardPort } from './ui/card-port.ts';
import { describePosition } from './ui/describe-position.ts';
import { tellOpened } from './ui/tell-opened.ts';
import { showWelcome } from './ui/welcome-view.tsx';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

// The reader's list of sites is about other people's pages: this one has no host that could be on it.
const hosts = { own: '', page: '' };
const forThisPage = (settings: Settings): Settings => ({ ...settings, sites: defaultSettings.sites });

// The content script runs on no page of an extension: what it wires on all others is wired here, of the same parts.
function match(data: MatchingData, card: CardPort, signal: AbortSignal): void {
  const { topics, index } = data;
  const { names, statements, finders } = openFinders(knownNames(index), signal);
  let settings = forThisPage(data.settings);
  const page = startLivePage({
    view: window,
    finders,
    loadJudging: async () => openJudging(names, statements()),
    choices: makePageSettings(settings, topics, hosts),
    loadCard: async () => card,
    loadMarkElementPainter: async () => createMarkElementPainter,
    // It is here already.
    onCardFailed: () => undefined,
    // The button's badge counts what stands on other people's pages.
    onCount: () => undefined,
    describePosition: (text, number, count) => describePosition(text, number, count, settings.language),
    signal,
  });
  watchStoredSettings((changed) => {
    settings = forThisPage(changed);
    page.apply(makePageSettings(settings, topics, hosts));
  }, signal);
  const answers = answerAboutPage(window, page, () => findStop(settings, hosts));
  // No permission is needed for a page of our own.
  handleContentCalls({ ...answers, leavePage: () => undefined }, signal);
}

const place = document.getElementById('place');
if (place !== null) {
  const { signal } = closing;
  const openPanel = prepareOpenPanel();
  showWelcome(place, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    getPacks: () => callBackground('getPacks'),
    watchPacks: (onChange) => watchPacks(onChange, signal),
    startExample(onOpened) {
      const services = makeCardServices({ name: '', known: Promise.resolve() }, signal);
      const card = tellOpened(createCardPort(services, signal), onOpened);
      const ask = () => callBackground('getMatchingData');
      const run = (data: MatchingData, running: AbortSignal) => match(data, card, running);
      return runWithLatest({ view: window, ask, watch: watchPacks, run }, signal);
    },
    isReadingPermitted,
    watchReadingPermission: (onChange) => watchReadingPermission(onChange, signal),
    requestReading,
    readShortcut: () => readShortcut('next-mention'),
    openBriefing: openPanel,
    openSettings: () => callBackground('openOptions', {}),
    openLibrary: () => openLibrary(),
  });
}
