/// <reference types="@crxjs/vite-plugin/client" />
import browser from 'webextension-polyfill';
import askAlwaysScript from './ask-always.iife.ts?script&iife';
import { followInstallation } from './background/follow-installation.ts';
import { PageStart } from './background/page-start.ts';
import { servePages } from './background/serve-pages.ts';
import { makeBriefing } from './briefing/make-briefing.ts';
import { makeCardContent } from './briefing/make-card-content.ts';
import { followPackChanges } from './browser/announce-packs.ts';
import { framesOf, showCount, startBadge } from './browser/badge.ts';
import { readBuiltInPack } from './browser/built-in-pack.ts';
import { closeStorage } from './browser/close-storage.ts';
import { startCommands } from './browser/commands.ts';
import { acceptLifetimePorts } from './browser/context-lifetime.ts';
import { handleContextMenu } from './browser/context-menu.ts';
import { describeBuiltIn, describeEntities, listEntityNames } from './browser/describe-pack.ts';
import { followPermission } from './browser/follow-permission.ts';
import { type BackgroundHandlers, handleBackgroundCalls } from './browser/handle-background-calls.ts';
import { replaceMarkStyle, runScript, showCards } from './browser/inject-scripts.ts';
import { KnownPacks } from './browser/known-packs.ts';
import { nameMarks } from './browser/name-marks.ts';
import { openCardAbove } from './browser/open-card-above.ts';
import { openLibrary } from './browser/open-library.ts';
import { openOptions } from './browser/open-options.ts';
import { pushSettings } from './browser/push-settings.ts';
import { isBuiltInPackEnabled, readStoredSettings } from './browser/read-stored-settings.ts';
import { relayedCalls } from './browser/relayed-calls.ts';
import { serveCards } from './browser/serve-cards.ts';
import { serveChanges } from './browser/serve-changes.ts';
import { createSettingsWriter } from './browser/settings-writer.ts';
import { showTabStates } from './browser/show-tab-states.ts';
import { createSiteSwitch } from './browser/site-switch.ts';
import { startEarly } from './browser/start-early.ts';
import { makeTellFailure } from './browser/tell-in-page.ts';
// Built here, loaded by `card.html`: as one script it is there sooner than as a module with what all pages share.
import './card.iife.ts?script&iife';
import markElementScript from './mark-element.iife.ts?script&iife';
import { compiledVersion, compilePack } from './matching/compile-pack.ts';
import { openPageMatcher } from './matching/page-matcher.ts';
import { probePage } from './page/probe-page.ts';
import { showNotice } from './page/show-notice.ts';
import pageScript from './page.iife.ts?script&iife';
import { failureTexts, tabTexts } from './ui/tab-texts.ts';

const isFirefox = import.meta.env.MODE === 'firefox';
const styleOrigin = isFirefox ? 'USER' : 'AUTHOR';

const packs = new KnownPacks(readBuiltInPack(), isBuiltInPackEnabled, {
  compile: compilePack,
  version: compiledVersion,
  open: openPageMatcher,
});
const writeSettings = createSettingsWriter();
const sites = createSiteSwitch(writeSettings, readStoredSettings);
const pageStart = new PageStart(
  askAlwaysScript,
  async () => isFirefox && (await packs.list()).some(({ id }) => id !== packs.builtIn.pack.id),
);
const announcePacks = followPackChanges(isBuiltInPackEnabled, () => pageStart.begin());
const pages = servePages({ packs, pageScript });

// Listeners are registered before anything is awaited: a call or an event may be what started the background.
const handlers: BackgroundHandlers = {
  ...pages,
  ...serveChanges(sites, writeSettings),
  ...relayedCalls,
  ...serveCards(packs, makeCardContent),
  bringPage: (_caller, frame) => pages.bringPage(frame),
  openCardAbove: openCardAbove(pages.bringPage),
  nameMarks: ({ place }, { startedAtMs }) => nameMarks(place, startedAtMs),
  showCards: ({ frame }, { secret }) => showCards(frame, secret),
  loadMarkElementPainter: ({ frame }) => runScript(frame, markElementScript),
  restyleMarks: ({ frame }, styles) => replaceMarkStyle(frame, styles, styleOrigin),
  reportCount: ({ frame: { tabId, frameId } }, count) => showCount(tabId, { frameId, ...count }),
  getBriefings: async (_caller, reading) =>
    (await packs.readAll()).map((pack) => makeBriefing(pack, reading)),
  getPacks: async () => [...(await packs.list())],
  announcePacks,
  getBuiltInPack: () => describeBuiltIn(packs.builtIn),
  async getPackText(_caller, { id }) {
    const pack = await packs.find(id);
    return pack ? JSON.stringify(pack) : null;
  },
  getEntities: async (_caller, { refs }) => describeEntities(await packs.findAll(refs), refs),
  listEntities: async () => listEntityNames(await packs.readAll()),
  openOptions: (_caller, { section }) => openOptions(section),
  openLibrary: (caller, { address }) => openLibrary(address, caller.frame?.opener),
  getSettings: () => readStoredSettings(),
  getPageHost: ({ frame }) => frame.pageHost,
  undoSiteOff: ({ frame }) => sites.undoSiteOff(frame),
  getFrames: (_caller, { tabId }) => framesOf(tabId),
};
handleBackgroundCalls(handlers, closeStorage());

acceptLifetimePorts();
startBadge();
followPermission();
startCommands();
// Firefox brings styles only to documents that have all come: a mark would be there, and unseen (docs/browser-bugs.md).
if (!isFirefox) startEarly(probePage);
showTabStates(tabTexts, async (tab, settings, before) =>
  pushSettings(
    tab,
    settings,
    before,
    (await packs.list()).flatMap(({ topics }) => topics),
  ),
);
browser.tabs.onRemoved.addListener((tabId) => pages.forgetTab(tabId));
handleContextMenu({
  switchSite: (pattern, isOn) => writeSettings({ kind: 'site', pattern, isOn }),
  bringPage: (frame) => pages.bringPage(frame),
  tellFailure: makeTellFailure(showNotice, failureTexts),
});
followInstallation(pageStart, isFirefox);
