import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type Frame, type Page } from 'puppeteer-core';
import { geckoId } from '../../manifest.config.ts';
import { type ExtensionDriver, type LaunchOptions, startTimeoutMs } from './extension-driver.ts';
import { fontEnvironment, fontPreferences } from './test-fonts.ts';
import { waitFor } from './wait-for.ts';

/** Firefox gives each installation its own host; it is fixed here, so that the extension's pages can be opened. */
const extensionHost = '6f1d1f52-5b1e-4d0c-8a57-0d9f5f1c7a10';

/** Starts Firefox with the built extension, as installed by a reader. */
export async function launchFirefox(options: LaunchOptions): Promise<ExtensionDriver> {
  const { width, height } = options.windowSize ?? { width: 1280, height: 900 };
  const env = { ...process.env, ...(options.fonts && fontEnvironment(options.fonts)) };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: !options.hasWindow,
    timeout: startTimeoutMs,
    ...(options.profileFolder && { userDataDir: options.profileFolder }),
    defaultViewport: options.hasWindow ? null : { width, height },
    env,
    // Required for driving the extension's own pages and the browser's window.
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({
        [geckoId]: extensionHost,
      }),
      // Else the next installation would have another host.
      'extensions.webextensions.keepUuidOnUninstall': true,
      // A page gets a process left by an earlier one, as for readers, who have several pages open; a new
      // process for each page takes a third more processor time.
      'dom.ipc.processReuse.unusedGraceMs': 60_000,
      ...(env.FONTCONFIG_FILE && fontPreferences()),
      ...options.firefoxPreferences,
    },
  });
  try {
    await browser.installExtension(options.extensionFolder);
    return makeDriver(browser, options.extensionFolder);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

function makeDriver(browser: Browser, extensionFolder: string): ExtensionDriver {
  const extensionOrigin = `moz-extension://${extensionHost}/`;
  return {
    name: 'firefox',
    browser,
    extensionOrigin,
    openExtensionPage: (path) => openExtensionPage(browser, extensionOrigin + path),
    findExtensionPage: (path) => findPage(browser, new Set(), extensionOrigin + path),
    closeExtensionPage: (path) => closeTab(browser, extensionOrigin + path),
    callInClosedRoot: (frame, declaration, args) => callInClosedRoot(browser, frame, declaration, args),
    async reinstall() {
      // By the browser's own window: puppeteer may have lost a tab (see `openExtensionPage`).
      await runInWindow(
        browser,
        `gBrowser.selectedTab = gBrowser.addTrustedTab('about:blank');
          gBrowser.removeAllTabsBut(gBrowser.selectedTab, { animate: false, skipPermitUnload: true })`,
      );
      await browser.uninstallExtension(geckoId);
      await browser.installExtension(extensionFolder);
    },
    async runCommand(command) {
      await runInWindow(
        browser,
        `WebExtensionPolicy.getByID(${JSON.stringify(geckoId)}).extension.shortcuts.onCommand(${JSON.stringify(command)})`,
      );
    },
  };
}

/** A page that loads at all takes less than a second; on a busy machine, a few. */
const pageTimeoutMs = 8_000;
/** A tab that has lost its realm may never answer a script, and puppeteer would wait for 180 s. */
const answerTimeoutMs = 2_000;
const maxTries = 4;

/**
 * Opens one of the extension's pages in a tab. A tab cannot be navigated there from outside, but the browser's own
 * window can open one. In about one of a hundred cases puppeteer loses the new tab's script realm while Firefox moves
 * the tab into the extension's process, and can then neither query nor drive it: that tab is abandoned and another one
 * opened (`docs/browser-bugs.md`).
 */
async function openExtensionPage(browser: Browser, address: string): Promise<Page> {
  for (let tried = 1; ; tried++) {
    const known = new Set(await browser.pages());
    await runInWindow(
      browser,
      `gBrowser.selectedTab = gBrowser.addTab(${JSON.stringify(address)},
        { triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() })`,
    );
    try {
      return await findPage(browser, known, address);
    } catch (error) {
      if (tried === maxTries) throw error;
    }
  }
}

async function findPage(browser: Browser, known: ReadonlySet<Page>, address: string): Promise<Page> {
  let found: Page | undefined;
  const poll = async (): Promise<boolean> => {
    for (const page of await browser.pages()) {
      if (known.has(page)) continue;
      const state = page.evaluate('document.readyState === "complete" ? location.href : ""');
      const answer = await Promise.race([state.catch(() => undefined), pause(answerTimeoutMs)]);
      if (answer === address) found = page;
    }
    return found !== undefined;
  };
  await waitFor(`the page ${address}`, poll, (isFound) => isFound, pageTimeoutMs);
  if (!found) throw new Error(`${address} was found and lost.`);
  return found;
}

/**
 * Through the browser's own window: puppeteer may have lost the tab (see `openExtensionPage`), so its page cannot
 * answer.
 */
async function closeTab(browser: Browser, address: string): Promise<void> {
  const tab = `[...gBrowser.tabs].find((one) => one.linkedBrowser.currentURI.spec === ${JSON.stringify(address)})`;
  const isThere = async () => (await readInWindow(browser, `Boolean(${tab})`)) === true;
  await waitFor(`the tab ${address}`, isThere, (found) => found);
  await runInWindow(browser, `gBrowser.removeTab(${tab})`);
}

/** The parts of WebDriver BiDi that puppeteer has no methods for. */
interface BidiConnection {
  send(method: string, parameters: object): Promise<{ result: unknown }>;
}

interface BidiNode {
  readonly value?: {
    readonly shadowRoot?: {
      readonly sharedId: string;
      readonly value?: { mode?: string };
    } | null;
  };
}

interface BidiEvaluation {
  readonly type: 'success' | 'exception';
  readonly result?: { readonly type: string; readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

async function send<Result>(browser: Browser, method: string, parameters: object): Promise<Result> {
  const { connection } = browser as Browser & {
    readonly connection: BidiConnection;
  };
  return (await connection.send(method, parameters)).result as Result;
}

/** Runs a script in the browser's own window, with the browser's privileges. */
export async function runInWindow(browser: Browser, script: string): Promise<void> {
  await readInWindow(browser, `(() => { ${script}; })()`);
}

/** The value of an expression in the browser's own window: JSON, or undefined. */
export async function readInWindow(browser: Browser, expression: string): Promise<unknown> {
  const tree = await send<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const context = tree.contexts[0]?.context;
  const evaluation = await send<BidiEvaluation>(browser, 'script.evaluate', {
    expression: `(async () => JSON.stringify(await ${expression}))()`,
    awaitPromise: true,
    target: { context },
  });
  if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails?.text ?? 'unknown');
  return evaluation.result?.value === undefined ? undefined : JSON.parse(evaluation.result.value);
}

async function callInClosedRoot(
  browser: Browser,
  frame: Frame,
  declaration: string,
  args: readonly unknown[],
): Promise<unknown> {
  const context = (frame as Frame & { readonly _id: string })._id;
  const { nodes } = await send<{ nodes: BidiNode[] }>(browser, 'browsingContext.locateNodes', {
    context,
    locator: { type: 'css', value: ':popover-open' },
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
  });
  const roots = nodes.map((node) => node.value?.shadowRoot).filter((root) => root?.value?.mode === 'closed');
  const root = roots.at(-1);
  if (!root) return undefined;
  const evaluation = await send<BidiEvaluation>(browser, 'script.callFunction', {
    // As JSON, because BiDi has its own notation for every value that is not a string.
    functionDeclaration: `async (root, json) => JSON.stringify(await (${declaration})(root, ...JSON.parse(json)))`,
    awaitPromise: true,
    target: { context },
    arguments: [{ sharedId: root.sharedId }, { type: 'string', value: JSON.stringify(args) }],
  });
  if (evaluation.type === 'exception') throw new Error(evaluation.exceptionDetails?.text ?? 'unknown');
  return evaluation.result?.value === undefined ? undefined : JSON.parse(evaluation.result.value);
}
