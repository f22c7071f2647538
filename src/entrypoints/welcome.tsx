import { openLibrary } from '../browser-api/open-library.ts';
import { prepareOpenPanel } from '../browser-api/open-panel.ts';
import { readShortcut } from '../browser-api/read-shortcut.ts';
import { isReadingPermitted, requestReading, watchReadingPermission } from '../browser-api/tab-access.ts';
import { cardAddress, connectCard } from '../content/connect-card.ts';
import { followPage } from '../content/follow-page.ts';
import { type PageMarks, plainMarks } from '../content/open-marks.ts';
import { loadExampleArticles } from '../i18n/example-articles.ts';
import { callBackground } from '../messaging/call-background.ts';
import { createMarkElementHighlighter } from '../page/highlighting/mark-element-highlighter.ts';
import { CardBox, type CardBoxOptions } from '../page/interaction/card-box.ts';
import type { LazyCardOptions } from '../page/interaction/lazy-card.ts';
import type { LanguageCode } from '../settings/languages.ts';
import { watchStoredSettings } from '../storage/stored-settings.ts';
import { watchPacks } from '../storage/watch-packs.ts';
import { showWelcome } from '../ui/welcome/welcome-view.tsx';
import type { ExampleStory } from '../view-models/stories/make-example-story.ts';

const closing = new AbortController();
addEventListener('pagehide', () => closing.abort());

/** Follows this page as the content script follows others, and starts over whenever the packs change. */
function followExample(onOpened: CardBoxOptions['onOpened'], signal: AbortSignal): Promise<void> {
  let current: AbortController | undefined;
  const follow = () => {
    current?.abort();
    current = new AbortController();
    const options = {
      readSettings: () => callBackground('openPage'),
      openMarks: async () => plainMarks,
      loadCard: async (
        { nameOf }: PageMarks,
        ...[onFailed, onEscape, readArticle]: Parameters<LazyCardOptions['load']>
      ) =>
        new CardBox({
          win: window,
          address: cardAddress(),
          connect: (token, listener, signal) => connectCard(token, { ...listener, readArticle }, signal),
          shownClass: nameOf('shown'),
          onFailed,
          onEscape,
          ...(onOpened && { onOpened }),
        }),
      // The card's code is part of this page.
      onCardFailed: () => undefined,
      loadMarkElementHighlighter: async () => createMarkElementHighlighter,
      // The badge counts marks on web pages only.
      onCount: () => undefined,
    };
    return followPage(options, AbortSignal.any([signal, current.signal]));
  };
  watchPacks(() => void follow().catch(() => undefined), signal);
  return follow();
}

/** Compared when the page is drawn: what compares is as large as everything else here. */
async function readExample(language: LanguageCode): Promise<ExampleStory> {
  const [articles, { makeExampleStory }] = await Promise.all([
    loadExampleArticles(language),
    import('../view-models/stories/make-example-story.ts'),
  ]);
  return makeExampleStory(articles);
}

const root = document.getElementById('root');
if (root !== null) {
  const { signal } = closing;
  const openPanel = prepareOpenPanel();
  showWelcome(root, {
    readSettings: () => callBackground('getSettings'),
    watchSettings: (onChange) => watchStoredSettings(onChange, signal),
    changeSettings: (change) => callBackground('changeSettings', change),
    getPacks: () => callBackground('getPacks'),
    watchPacks: (onChange) => watchPacks(onChange, signal),
    startExample(onOpened) {
      return followExample(onOpened, signal);
    },
    readExample,
    isReadingPermitted,
    watchReadingPermission: (onChange) => watchReadingPermission(onChange, signal),
    requestReading,
    readShortcut: () => readShortcut('next-mention'),
    openPagePanel: openPanel,
    openSettings: () => callBackground('openOptions', {}),
    openLibrary: () => openLibrary(),
  });
}
