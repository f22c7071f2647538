import { setTimeout as pause } from 'node:timers/promises';
import { type Page, TimeoutError } from 'puppeteer-core';
import type { DrivenPage } from '../browsers/driven-page.ts';
import type { ExtensionDriver } from '../browsers/extension-driver.ts';
import type { LaunchedExtension } from '../browsers/launch-extension.ts';
import { readInWindow, runInWindow } from '../browsers/launch-firefox.ts';
import { waitFor } from '../browsers/wait-for.ts';

/** Launch options that make Firefox report slow scripts; puppeteer switches that off. */
export function hangOptions(scriptSeconds: number) {
  return {
    firefoxPreferences: {
      'dom.ipc.processHangMonitor': true,
      'dom.ipc.reportProcessHangs': true,
      'dom.max_script_run_time': scriptSeconds,
      'dom.max_script_run_time.require_critical_input': false,
    },
  } as const;
}

/** Terminates the script that keeps a page from answering, if there is one, and says whose it is and where. */
type ExplainHang = () => Promise<string>;

/** Visits pages, in one tab as long as none hangs. */
export interface Visitor {
  readonly page: DrivenPage;
  /** Whether the page has loaded in time. If not, this is recorded, and a new tab replaces its tab. */
  load(address: string, waitUntil: 'domcontentloaded' | 'load'): Promise<boolean>;
  /** For each page that hung: the address, how long was waited, whose code ran. */
  readonly hangs: readonly string[];
}

/** @param onTab called with each tab, before the first visit in it */
export async function openVisitor(
  extension: LaunchedExtension,
  { restingAddress, timeoutMs }: { readonly restingAddress: string; readonly timeoutMs: number },
  onTab: (page: DrivenPage) => void,
): Promise<Visitor> {
  const { driver } = extension;
  const hangs: string[] = [];
  const openTab = async () => {
    const page = await extension.openPage(restingAddress);
    onTab(page);
    // Prepared before the page hangs: then it can no longer be queried.
    const explainHang = await (driver.name === 'firefox'
      ? watchFirefox(driver)
      : watchChromium(driver, page.page));
    return { page, explainHang };
  };
  let tab = await openTab();
  return {
    hangs,
    get page() {
      return tab.page;
    },
    async load(address, waitUntil) {
      const { page } = tab.page;
      const previous = page.url();
      if (await loads(page, address, waitUntil, timeoutMs)) return true;
      const why = await tab.explainHang();
      hangs.push(`${address} did not load in ${timeoutMs / 1000} s, after ${previous}; ${why}`);
      // Not awaited: a page that hangs may never close.
      page.close().catch(() => undefined);
      tab = await openTab();
      return false;
    },
  };
}

async function loads(
  page: Page,
  address: string,
  waitUntil: 'domcontentloaded' | 'load',
  timeout: number,
): Promise<boolean> {
  const loading = page.goto(address, { waitUntil, timeout }).then(
    () => true,
    (error: unknown) => {
      if (error instanceof TimeoutError) return false;
      throw error;
    },
  );
  const isLoaded = await Promise.race([loading, pause(timeout + answerMs, false)]);
  // Over BiDi a page that hangs may leave the call itself unanswered, whatever its timeout.
  if (!isLoaded) loading.catch(() => undefined);
  return isLoaded;
}

/** Added for the driver's own overhead. */
const answerMs = 1_000;

const noScript = 'no script runs in it: the browser or its driver hangs';

/** A debugger pauses a running script within milliseconds; if nothing pauses, no script is running. */
const stopMs = 2_000;

async function watchChromium({ extensionOrigin }: ExtensionDriver, page: Page): Promise<ExplainHang> {
  const session = await page.createCDPSession();
  // A paused frame identifies its script only by id.
  const addresses = new Map<string, string>();
  session.on('Debugger.scriptParsed', ({ scriptId, url }) => addresses.set(scriptId, url));
  await session.send('Debugger.enable');
  return async () => {
    const stopped = new Promise<string>((resolve) => {
      session.once('Debugger.paused', ({ callFrames }) => {
        const frames = callFrames.map(({ functionName, location }) => ({
          address: addresses.get(location.scriptId) ?? '',
          name: functionName,
          line: location.lineNumber + 1,
        }));
        const ours = frames.find(({ address }) => address.startsWith(extensionOrigin));
        const { address = '', name = '', line = 0 } = ours ?? frames[0] ?? {};
        resolve(`${ours ? 'the extension’s' : 'the page’s'} code runs, ${name} in ${address}:${line}`);
      });
    });
    // Unanswered if the process itself hangs.
    session.send('Debugger.pause').catch(() => undefined);
    const answer = await Promise.race([stopped, pause(stopMs, noScript)]);
    // Not awaited: a process that hangs answers nothing.
    for (const command of ['Runtime.terminateExecution', 'Debugger.resume'] as const)
      session.send(command).catch(() => undefined);
    return answer;
  };
}

interface HangReport {
  readonly addon: string;
  readonly file: string;
}

async function watchFirefox({ browser, extensionOrigin }: ExtensionDriver): Promise<ExplainHang> {
  await runInWindow(
    browser,
    `'lastHang' in globalThis || Services.obs.addObserver((subject) => {
      globalThis.lastHang = subject.QueryInterface(Ci.nsIHangReport);
    }, 'process-hang-report');
    globalThis.lastHang ??= undefined`,
  );
  return async () => {
    // Reported some seconds after the time in the preference; no other tab can open until it is dismissed.
    const report = await waitFor(
      'a report of a script',
      () => readInWindow(browser, endLastHang) as Promise<HangReport | null>,
      (value) => value !== null,
      reportMs,
    ).catch(() => null);
    if (report === null) return noScript;
    const isOurs = report.addon !== '' || report.file.startsWith(extensionOrigin);
    return `${isOurs ? 'the extension’s' : 'the page’s'} code runs, in ${report.file}`;
  };
}

const reportMs = 20_000;

const endLastHang = `(() => {
  const hang = globalThis.lastHang;
  globalThis.lastHang = undefined;
  if (!hang) return null;
  const told = { addon: hang.addonId, file: hang.scriptFileName };
  hang.terminateScript();
  return told;
})()`;
