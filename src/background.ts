/// <reference types="@crxjs/vite-plugin/client" />
import browser from 'webextension-polyfill';
import { makeBriefing } from './briefing/make-briefing.ts';
import { makeCardContent } from './briefing/make-card-content.ts';
import { framesOf, showCount, startBadge } from './browser/badge.ts';
import { toBase64 } from './browser/base64.ts';
import { startCommands } from './browser/commands.ts';
import { acceptLifetimePorts } from './browser/context-lifetime.ts';
import { describeEntities, describePack } from './browser/describe-pack.ts';
import { type Caller, handleBackgroundCalls } from './browser/handle-background-calls.ts';
import {
  injectIntoOpenTabs,
  insertMarkStyle,
  insertMarkStyles,
  replaceMarkStyle,
  runScript,
} from './browser/inject-scripts.ts';
import { openOptions } from './browser/open-options.ts';
import { readStoredSettings } from './browser/read-stored-settings.ts';
import { createSettingsWriter } from './browser/settings-writer.ts';
import cardScript from './card.iife.tsx?script&iife';
import judgingScript from './judging.iife.ts?script&iife';
import { parseBuiltInPack } from './knowledge/parse-built-in-pack.ts';
import markElementScript from './mark-element.iife.ts?script&iife';
import { compileNames } from './matching/compile-names.ts';
import { compileStatements } from './matching/compile-statements.ts';
import { namesOfPack } from './matching/names-of-pack.ts';
import { statementsOfPack } from './matching/traceable-statement.ts';

const isFirefox = import.meta.env.MODE === 'firefox';
// Copied there by the build in Firefox's case (manifest.config.ts).
const markStyles = 'assets/marks.css';
const styleOrigin = isFirefox ? 'USER' : 'AUTHOR';

const pack = parseBuiltInPack(
  import.meta.glob('../assets/knowledge/facial-recognition/**/*.json', {
    eager: true,
    import: 'default',
  }),
);
const overview = describePack(pack);
// The same for every frame: made when the first one asks, kept for as long as the background stays awake.
let names: string | undefined;
let statements: string | undefined;
const writeSettings = createSettingsWriter();

function frameOf(caller: Caller): NonNullable<Caller['frame']> {
  if (caller.frame === null) throw new TypeError('Only a page’s content script makes this call');
  return caller.frame;
}

// Listeners are registered before anything is awaited: a call or an event may be what started the background.
handleBackgroundCalls({
  async getMatchingData(caller) {
    if (isFirefox) await insertMarkStyles(frameOf(caller), markStyles);
    const settings = await readStoredSettings();
    await insertMarkStyle(frameOf(caller), settings.marks, styleOrigin);
    names ??= toBase64(compileNames(namesOfPack(pack)));
    statements ??= toBase64(compileStatements(statementsOfPack(pack)));
    return {
      names,
      statements,
      topics: overview.topics,
      settings,
      pageHost: frameOf(caller).pageHost,
    };
  },
  loadCard: (caller) => runScript(frameOf(caller), cardScript),
  loadJudging: (caller) => runScript(frameOf(caller), judgingScript),
  loadMarkElementPainter: (caller) => runScript(frameOf(caller), markElementScript),
  restyleMarks: (caller, styles) => replaceMarkStyle(frameOf(caller), styles, styleOrigin),
  getCardContent: (_caller, { kind, ref }) => makeCardContent(pack, kind, ref),
  reportCount(caller, count) {
    const { tabId, frameId } = frameOf(caller);
    return showCount(tabId, { frameId, ...count });
  },
  getBriefings: (_caller, reading) => [makeBriefing(pack, reading)],
  getPacks: () => [overview],
  getEntities: (_caller, { refs }) => describeEntities(pack, refs),
  openOptions: (_caller, { section }) => openOptions(section),
  getSettings: () => readStoredSettings(),
  getPageHost: (caller) => frameOf(caller).pageHost,
  changeSettings: (_caller, change) => writeSettings(change),
  getFrames: (_caller, { tabId }) => framesOf(tabId),
});

acceptLifetimePorts();
startBadge();
startCommands();
browser.runtime.onInstalled.addListener(({ reason }) => {
  if (!isFirefox && (reason === 'install' || reason === 'update')) void injectIntoOpenTabs();
});
