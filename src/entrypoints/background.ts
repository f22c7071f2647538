/// <reference types="@crxjs/vite-plugin/client" />
import browser from 'webextension-polyfill';
import { followPackChanges } from '../background/announce-packs.ts';
import { framesOf, showCount, startBadge } from '../background/badge.ts';
import { readBuiltInPack } from '../background/built-in-pack.ts';
import { startCommands } from '../background/commands.ts';
import { handleContextMenu } from '../background/context-menu.ts';
import { followInstallation } from '../background/follow-installation.ts';
import { followPermission } from '../background/follow-permission.ts';
import { injectEarly } from '../background/inject-early.ts';
import { replaceMarkStyle, runScript, showCards } from '../background/inject-scripts.ts';
import { forgetUndoAtStart } from '../background/kept/forget-undo.ts';
import { KeptStories } from '../background/kept/kept-stories.ts';
import { serveKept } from '../background/kept/serve-kept.ts';
import { withStorySwitches } from '../background/kept/switch-stories.ts';
import { KnownPacks } from '../background/known-packs.ts';
import { nameMarks } from '../background/name-marks.ts';
import { openCardAbove } from '../background/open-card-above.ts';
import { PageStart } from '../background/page-start.ts';
import { pushSettings } from '../background/push-settings.ts';
import { createFailureReporter } from '../background/report-failure.ts';
import { serveBriefings, serveCards } from '../background/serve-cards.ts';
import { serveChanges } from '../background/serve-changes.ts';
import { servePages } from '../background/serve-pages.ts';
import { showTabStates } from '../background/show-tab-states.ts';
import { createSiteSwitch } from '../background/site-switch.ts';
import { openLibrary } from '../browser-api/open-library.ts';
import { openOptions } from '../browser-api/open-options.ts';
import { acceptLifetimePorts } from '../messaging/context-lifetime.ts';
import { forwardedCalls } from '../messaging/forwarded-calls.ts';
import { type BackgroundHandlers, handleBackgroundCalls } from '../messaging/handle-background-calls.ts';
import { servePackLists } from '../messaging/serve-pack-lists.ts';
import { closeStorage } from '../storage/close-storage.ts';
import { isBuiltInPackEnabled, readStoredSettings } from '../storage/read-stored-settings.ts';
import { createSettingsWriter } from '../storage/settings-writer.ts';
import { makePageWords } from '../view-models/card-front/make-page-words.ts';
import { makeCardContent } from '../view-models/make-card-content.ts';
import { makePanelContent } from '../view-models/make-panel-content.ts';
import articleScript from './article.iife.ts?script&iife';
import askAlwaysScript from './ask-always.iife.ts?script&iife';
// Built here, loaded by `card.html`: a single script loads faster than a module that imports shared chunks.
import './card.iife.ts?script&iife';
import { failureTexts, keepText, tabTexts } from '../i18n/tab-texts.ts';
import { compiledVersion, compilePack } from '../matching/compile-pack.ts';
import { openPageMatcher } from '../matching/page-matcher.ts';
import { articleReader } from '../page/article/article-port.ts';
import noticeStyles from '../page/interaction/show-notice.css?inline';
import { showNotice } from '../page/interaction/show-notice.ts';
import { probePage } from '../page/probe-page.ts';
import markElementScript from './mark-element.iife.ts?script&iife';
import pageScript from './page.iife.ts?script&iife';

const isFirefox = import.meta.env.MODE === 'firefox';
const styleOrigin = isFirefox ? 'USER' : 'AUTHOR';

const stories = new KeptStories(() => void announcePacks().catch(() => undefined));
const packs = new KnownPacks(
  readBuiltInPack(),
  isBuiltInPackEnabled,
  { compile: compilePack, version: compiledVersion, open: openPageMatcher },
  stories,
);
const writeSettings = createSettingsWriter();
const forCards = withStorySwitches(writeSettings, readStoredSettings, (...of) => kept.switchStory(...of));
const sites = createSiteSwitch(forCards.write, forCards.read);
const pageStart = new PageStart(askAlwaysScript, async () => isFirefox && packs.hasOthers());
const readRevision = () => stories.readRevision();
const announcePacks = followPackChanges(isBuiltInPackEnabled, () => pageStart.begin(), readRevision);
const pages = servePages({ packs, pageScript });
const updateStories = () => void stories.update().catch(() => undefined);
const kept = serveKept({ script: articleScript, ...articleReader }, keepText, updateStories);

// Listeners must be registered before anything is awaited: a call or an event may have started the background.
const handlers: BackgroundHandlers = {
  ...pages,
  ...serveChanges(sites, forCards.write, forCards.read),
  ...forwardedCalls,
  ...kept.calls,
  ...serveCards(packs, makeCardContent, makePageWords),
  bringPage: (_caller, frame) => pages.ensurePageScript(frame),
  openCardAbove: openCardAbove(pages.ensurePageScript),
  nameMarks: ({ place }, { startedAtMs }) => nameMarks(place, startedAtMs),
  showCards: ({ frame }, { secret }) => showCards(frame, secret),
  loadMarkElementPainter: ({ frame }) => runScript(frame, markElementScript),
  restyleMarks: ({ frame }, styles) => replaceMarkStyle(frame, styles, styleOrigin),
  reportCount: ({ frame: { tabId, frameId } }, count) => showCount(tabId, { frameId, ...count }),
  getBriefings: serveBriefings(packs, makePanelContent, readStoredSettings),
  ...servePackLists(packs),
  announcePacks,
  openOptions: (_caller, { section }) => openOptions(section),
  openLibrary: (caller, { address }) => openLibrary(address, caller.frame?.opener),
  getSettings: () => readStoredSettings(),
  getPageHost: ({ frame }) => frame.pageHost,
  undoSiteOff: ({ frame }) => sites.undoSiteOff(frame),
  getFrames: (_caller, { tabId }) => framesOf(tabId),
};
handleBackgroundCalls(handlers, closeStorage());
// An earlier background may have been stopped between a change and its compilation.
updateStories();
acceptLifetimePorts();
startBadge();
followPermission();
startCommands(kept.keepFromOutside);
// Firefox injects styles only once a document has loaded: a mark would be there, but invisible (docs/browser-bugs.md).
if (!isFirefox) injectEarly(probePage);
showTabStates(tabTexts, async (tab, settings, before) =>
  pushSettings(tab, settings, before, await packs.listTopics()),
);
browser.tabs.onRemoved.addListener((tabId) => pages.forgetTab(tabId));
handleContextMenu({
  keepArticle: kept.keepFromOutside,
  switchSite: (pattern, isOn) => writeSettings({ kind: 'site', pattern, isOn }),
  ensurePageScript: (frame) => pages.ensurePageScript(frame),
  reportFailure: createFailureReporter(showNotice, noticeStyles, failureTexts),
});
followInstallation(pageStart, isFirefox);
forgetUndoAtStart();
