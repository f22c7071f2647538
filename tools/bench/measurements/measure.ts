import puppeteer, { type Browser, type CDPSession, type Page } from 'puppeteer-core';
import { requireBrowser } from '../../browsers/find-browser.ts';
import { type StageResult, stageKey } from '../stage.ts';

export interface Bench {
  /** Runs one stage, cold: a fresh document, a fresh world, uncached code. */
  measure<Result = StageResult>(pageAddress: string, code: string, inputs: StageInputPaths): Promise<Result>;
  close(): Promise<void>;
}

export interface StageInputPaths {
  readonly index?: string;
  readonly statements?: string;
  readonly names?: string;
  readonly pack?: string;
  readonly texts?: string;
}

/** Matching the largest packs with all pages takes minutes on a busy machine. */
const protocolTimeout = 1_800_000;

/** @throws Error if Chromium is not installed */
export async function openBench(): Promise<Bench> {
  const browser: Browser = await puppeteer.launch({
    executablePath: requireBrowser('chromium'),
    headless: true,
    protocolTimeout,
    // Loopback only: a saved page must not reach the network. gc() lets a measurement start with a clean heap.
    args: [
      '--no-sandbox',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
      '--js-flags=--expose-gc',
    ],
  });
  const openTab = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(60_000);
    return { page, session: await page.createCDPSession() };
  };
  let tab = await openTab();
  let nonce = 0;
  return {
    async measure<Result>(address: string, code: string, inputs: StageInputPaths) {
      // The same source a second time would come from the code cache, warm.
      const freshCode = `${code}\n// ${nonce++}`;
      try {
        return await measure<Result>(tab.page, tab.session, address, freshCode, inputs);
      } catch {
        // Some saved pages make Chromium swap the frame or drop the session while they load: retry in a fresh tab.
        await tab.page.close().catch(() => undefined);
        tab = await openTab();
        return measure<Result>(tab.page, tab.session, address, freshCode, inputs);
      }
    },
    close: () => browser.close(),
  };
}

async function measure<Result>(
  page: Page,
  session: CDPSession,
  address: string,
  code: string,
  inputs: StageInputPaths,
): Promise<Result> {
  await page.goto(address, { waitUntil: 'domcontentloaded' });
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', {
    frameId: frameTree.frame.id,
    worldName: 'bench',
  });
  const run = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      contextId: executionContextId,
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) {
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    }
    return result.value;
  };
  await run(`(async () => {
    // The floor reads every text node: scripts and styles are none of a page's text and would flatter us.
    for (const element of document.querySelectorAll('script,style,noscript,template')) element.textContent = '';
    const load = async (path) => new Uint8Array(await (await fetch(path)).arrayBuffer());
    const loadJson = async (path) => (await fetch(path)).json();
    const { index, statements, names, pack, texts } = ${JSON.stringify(inputs)};
    globalThis.input = {
      index: index && (await load(index)),
      statements: statements && (await load(statements)),
      names: names && (await loadJson(names)),
      pack: pack && (await loadJson(pack)),
      texts: texts && (await loadJson(texts)),
    };
    await new Promise((resolve) => setTimeout(resolve, 0));
    gc({ type: 'minor' });
  })()`);
  await run(code);
  return (await run(`${stageKey}(input)`)) as Result;
}
