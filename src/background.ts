/// <reference types="@crxjs/vite-plugin/client" />
import browser from 'webextension-polyfill';
import { makeBriefing } from './briefing/make-briefing.ts';
import { makeCardContent } from './briefing/make-card-content.ts';
import { followPackChanges } from './browser/announce-packs.ts';
import { framesOf, showCount, startBadge } from './browser/badge.ts';
import { readBuiltInPack } from './browser/built-in-pack.ts';
import { startCommands } from './browser/commands.ts';
import { acceptLifetimePorts } from './browser/context-lifetime.ts';
import { handleContextMenu } from './browser/context-menu.ts';
import { describeEntities, listEntityNames } from './browser/describe-pack.ts';
import { followPermission } from './browser/follow-permission.ts';
import { type Caller, handleBackgroundCalls } from './browser/handle-background-calls.ts';
import {
  injectIntoOpenTabs,
  insertMarkStyle,
  replaceMarkStyle,
  runScript,
} from './browser/inject-scripts.ts';
import { KnownPacks } from './browser/known-packs.ts';
import { describeBuiltIn, makeMatchingReplies } from './browser/matching-replies.ts';
import { openLibrary } from './browser/open-library.ts';
import { openOptions } from './browser/open-options.ts';
import { openWelcome } from './browser/open-welcome.ts';
import { isBuiltInPackEnabled, readStoredSettings } from './browser/read-stored-settings.ts';
import { createSettingsWriter } from './browser/settings-writer.ts';
import { showTabStates } from './browser/show-tab-states.ts';
import { createSiteSwitch } from './browser/site-switch.ts';
import { makeTellFailure } from './browser/tell-in-page.ts';
import cardScript from './card.iife.tsx?script&iife';
import judgingScript from './judging.iife.ts?script&iife';
import { splitRef } from './knowledge/qualify-pack.ts';
import markElementScript from './mark-element.iife.ts?script&iife';
import { compiledVersion, compilePack } from './matching/compile-pack.ts';
import { openPageMatching } from './matching/page-matching.ts';
import { showNotice } from './page/show-notice.ts';
import { failureText, tabTexts } from './ui/tab-texts.ts';

const isFirefox = import.meta.env.MODE === 'firefox';
const styleOrigin = isFirefox ? 'USER' : 'AUTHOR';

const packs = new KnownPacks(readBuiltInPack(), isBuiltInPackEnabled, {
  compile: compilePack,
  version: compiledVersion,
  open: (compiled) => makeMatchingReplies(openPageMatching(compiled)),
});
const writeSettings = createSettingsWriter();
const sites = createSiteSwitch(writeSettings, readStoredSettings);
const announcePacks = followPackChanges(isBuiltInPackEnabled);

function frameOf(caller: Caller): NonNullable<Caller['frame']> {
  if (caller.frame === null) throw new TypeError('Only a page’s content script makes this call');
  return caller.frame;
}

// Listeners are registered before anything is awaited: a call or an event may be what started the background.
handleBackgroundCalls({
  async getMatchingData(caller) {
    const settings = await readStoredSettings();
    // The welcome page asks, too: it is no page's content script, and brings its own styles.
    if (caller.frame) await insertMarkStyle(caller.frame, settings.marks, styleOrigin);
    const known = await packs.readForPage();
    return {
      index: known.matching.describe(),
      topics: known.packs.flatMap(({ topics }) => topics),
      settings,
      site: caller.frame?.site ?? '',
      pageHost: caller.frame?.pageHost ?? '',
    };
  },
  getNames: async (_caller, request) => (await packs.readMatching()).selectNames(request),
  getStatements: async () => (await packs.readMatching()).readStatements(),
  loadCard: (caller) => runScript(frameOf(caller), cardScript),
  loadJudging: (caller) => runScript(frameOf(caller), judgingScript),
  loadMarkElementPainter: (caller) => runScript(frameOf(caller), markElementScript),
  restyleMarks: (caller, styles) => replaceMarkStyle(frameOf(caller), styles, styleOrigin),
  async getCardContent(_caller, { kind, ref }) {
    const { pack, matching } = await packs.findForCard(splitRef(ref).packId);
    return pack ? makeCardContent(pack, kind, ref, matching?.findNames) : null;
  },
  reportCount(caller, count) {
    const { tabId, frameId } = frameOf(caller);
    return showCount(tabId, { frameId, ...count });
  },
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
  getPageHost: (caller) => frameOf(caller).pageHost,
  changeSettings: (caller, change) => sites.change(caller, change),
  undoSiteOff: (caller) => sites.undoSiteOff(frameOf(caller)),
  getFrames: (_caller, { tabId }) => framesOf(tabId),
});

acceptLifetimePorts();
startBadge();
followPermission(styleOrigin);
startCommands();
showTabStates(tabTexts);
handleContextMenu({
  switchSite: (pattern, isOn) => writeSettings({ kind: 'site', pattern, isOn }),
  tellFailure: makeTellFailure(showNotice, failureText),
});
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (!isFirefox && (reason === 'install' || reason === 'update')) void injectIntoOpenTabs(styleOrigin);
  if (reason === 'install') void openWelcome();
});
