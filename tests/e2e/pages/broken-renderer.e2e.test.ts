/**
 * A page that has escaped from its own world has the content script's identity. Here one more content script, added to
 * the built extension, plays that role: it tries the stores and every call to the background.
 */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BackgroundCalls } from '../../../src/contracts/messages.ts';
import { callRules } from '../../../src/messaging/call-rules.ts';
import type { CallerKind } from '../../../src/messaging/identify-caller.ts';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { type BrowserName, browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { validRequests } from '../../contracts/valid-requests.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { makeTemporaryFolder } from '../driving/temporary-folder.ts';

/** What the script in the content script's world has found. */
interface Report {
  readonly answers: Readonly<Record<string, { isOk: boolean; reason?: string; reply?: unknown } | undefined>>;
  /** By area: what was read, or why nothing was. */
  readonly read: Readonly<Record<string, object | string>>;
  readonly written: Readonly<Record<string, string>>;
  readonly opened: Readonly<Record<string, string>>;
  /** Names of areas whose changes were received. */
  readonly changedAreas: readonly string[];
}

const callNames = Object.keys(callRules) as (keyof BackgroundCalls)[];
const isOfContentScripts = (call: keyof BackgroundCalls) =>
  (callRules[call].by as readonly CallerKind[]).includes('content-script');
const callsOfOthers = callNames.filter((call) => !isOfContentScripts(call));
/** Calls on its own list that change nothing and open no page: their answers are searched. */
const harmlessCalls = ['checkText', 'openPage', 'sendText'] as const;

const secretSite = 'read-in-secret.example';
const secrets = [
  { kind: 'site', pattern: secretSite, isOn: false },
  {
    kind: 'exception',
    exception: { entity: 'recognition/gender-shades', name: 'Gender Shades', host: secretSite },
    isNoted: true,
  },
] as const;

describe.each(browserNames)('a broken renderer in %s', (name) => {
  const tested = useExtension(name, { extensionFolder: makeProbingBuild(name) });
  const reports = new Map<string, unknown>();
  let server: Server | undefined;
  let origin = '';

  beforeAll(async () => {
    server = await serveProbedPages(reports);
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The server has no port.');
    origin = `http://localhost:${address.port}`;
  });
  afterAll(() => new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined))));

  const waitForReport = <Kind>(of: string) =>
    waitFor(
      `a report of ${of}`,
      async () => reports.get(of) as Kind | undefined,
      (report) => report !== undefined,
    ) as Promise<Kind>;

  test('is refused every call that is not for content scripts, and hears of no other site by its own', async () => {
    await keepSecrets(tested);
    const before = await readSettings(tested);
    expect(JSON.stringify(before).match(new RegExp(secretSite, 'g'))).toHaveLength(2);
    await tested.openAddress(`${origin}/probed?in-a-tab`);
    const { answers } = await waitForReport<Report>('in-a-tab');
    for (const call of callsOfOthers)
      expect([call, answers[call]]).toEqual([
        call,
        { isOk: false, reason: `No content-script may call "${call}"` },
      ]);
    expect(callsOfOthers.length).toBeGreaterThan(8);
    for (const call of harmlessCalls) expect([call, answers[call]?.isOk]).toEqual([call, true]);
    expect(JSON.stringify(answers)).not.toContain(secretSite);
    expect(await readSettings(tested)).toEqual(before);
  });

  test('reads and writes no store where the browser can close them, and is pushed no other site’s name', async () => {
    await keepSecrets(tested);
    const page = await tested.openAddress(`${origin}/probed?stores`);
    await waitForReport<Report>('stores');
    // A change after the first read, which an event could reveal.
    const options = await tested.openSilentPage();
    await askBackground(options.page, 'changeSettings', { kind: 'field', field: 'theme', value: 'dark' });
    await askBackground(options.page, 'changeSettings', { kind: 'field', field: 'theme', value: 'auto' });
    // What the background pushes then: like its answers, it must not name other sites.
    const pushed = await waitForReport<object>('told-stores');
    expect(pushed).toMatchObject({ call: 'applySettings' });
    expect(JSON.stringify(pushed)).not.toContain(secretSite);
    await page.page.bringToFront();
    reports.delete('stores');
    await page.call(() => document.dispatchEvent(new Event('probe-again')));
    const report = await waitForReport<Report>('stores');
    const [local, sync] = [report.read.local, report.read.sync];
    if (name === 'firefox') {
      // Firefox has no way to close them (docs/threat-model.md): once it has, this fails and the document can promise
      // more.
      expect([typeof local, typeof sync]).toEqual(['object', 'object']);
      expect(JSON.stringify(report.read)).toContain(secretSite);
      expect(report.opened.sync).toMatch(/setAccessLevel is not a function/);
    } else {
      expect([local, sync]).toEqual([
        expect.stringMatching(/not allowed/),
        expect.stringMatching(/not allowed/),
      ]);
      for (const area of ['local', 'sync', 'session']) {
        expect(report.written[area]).toMatch(/not allowed/);
        expect(report.opened[area]).toMatch(/not allowed/);
      }
      expect(report.changedAreas).toEqual([]);
    }
    // Session storage is closed in both browsers.
    expect(report.read.session).toEqual(expect.stringMatching(/not allowed|undefined/));
  });

  test('in a page that another extension holds in its background is answered nothing', async () => {
    const before = await readSettings(tested);
    await tested.extension.driver.browser.installExtension(
      makeFramingExtension(name, `${origin}/probed?held`),
    );
    const { isEntered } = await waitForReport<{ isEntered: boolean }>('page-of-held');
    // Chromium injects no content script there; in Firefox its messages come without a tab.
    expect(isEntered).toBe(name === 'firefox');
    if (isEntered) {
      const { answers } = await waitForReport<Report>('held');
      expect(Object.keys(answers).sort()).toEqual([...callsOfOthers, ...harmlessCalls].sort());
      for (const [call, answer] of Object.entries(answers))
        expect([call, answer]).toEqual([
          call,
          { isOk: false, reason: `Nobody in this place may call "${call}"` },
        ]);
    }
    expect(await readSettings(tested)).toEqual(before);
  });
});

async function keepSecrets(tested: TestedExtension): Promise<void> {
  const options = await tested.openSilentPage();
  for (const change of secrets) await askBackground(options.page, 'changeSettings', change);
  await options.close();
}

async function readSettings(tested: TestedExtension) {
  const options = await tested.openSilentPage();
  const settings = await askBackground(options.page, 'getSettings');
  await options.close();
  return settings;
}

/** The built extension with one more content script. */
function makeProbingBuild(name: BrowserName): string {
  const folder = makeTemporaryFolder('probing');
  cpSync(builtFolder(name), folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8'));
  const probe = {
    matches: ['http://localhost/probed*'],
    js: ['probe.js'],
    all_frames: true,
    run_at: 'document_start',
  };
  writeFileSync(file, JSON.stringify({ ...manifest, content_scripts: [...manifest.content_scripts, probe] }));
  const requests = [...callsOfOthers, ...harmlessCalls].map((call) => [call, validRequests[call]]);
  writeFileSync(join(folder, 'probe.js'), `(${probeFromWithin})(${JSON.stringify(requests)});`);
  return folder;
}

/** Runs as a content script. */
function probeFromWithin(requests: [call: string, request: unknown][]): void {
  const scope = globalThis as unknown as Record<'browser' | 'chrome', typeof import('webextension-polyfill')>;
  const { runtime, storage } = scope.browser ?? scope.chrome;
  const changedAreas: string[] = [];
  const settle = (work: () => Promise<unknown>) =>
    Promise.resolve()
      .then(work)
      .catch((error: unknown) => String(error));
  const probe = async () => {
    const report: Record<string, Record<string, unknown>> = {
      answers: {},
      read: {},
      written: {},
      opened: {},
    };
    const note = async (kind: string, key: string, work: () => Promise<unknown>) => {
      (report[kind] ?? {})[key] = await settle(work);
    };
    for (const [call, request] of requests)
      await note('answers', call, () =>
        runtime.sendMessage({ to: 'background', call, ...(request !== null && { request }) }),
      );
    for (const area of ['local', 'sync', 'session'] as const) {
      const store = () =>
        storage[area] as typeof storage.local & { setAccessLevel(level: object): Promise<void> };
      const accessLevel = 'TRUSTED_AND_UNTRUSTED_CONTEXTS';
      await note('opened', area, () => store().setAccessLevel({ accessLevel }));
      await note('read', area, () => store().get(null));
      await note('written', area, () => store().set({ forged: 1 }));
    }
    const body = JSON.stringify({ ...report, changedAreas });
    await fetch(`/report?${location.search.slice(1)}`, { method: 'POST', body });
  };
  document.documentElement.dataset.entered = '';
  runtime.onMessage.addListener((message: unknown): undefined => {
    void fetch(`/report?told-${location.search.slice(1)}`, { method: 'POST', body: JSON.stringify(message) });
  });
  document.addEventListener('probe-again', () => void probe());
  try {
    storage.onChanged.addListener((_changes, area) => changedAreas.push(area));
  } catch {
    // Then no changes are received.
  }
  void probe();
}

/** An extension whose background page shows a web page in a frame. */
function makeFramingExtension(name: BrowserName, address: string): string {
  const folder = makeTemporaryFolder('framing');
  const isFirefox = name === 'firefox';
  const manifest = {
    name: 'Framing',
    version: '1',
    ...(isFirefox
      ? {
          // Version 3 would upgrade the frame's address to https.
          manifest_version: 2,
          background: { page: 'background.html' },
          browser_specific_settings: { gecko: { id: '{0c3f2a51-4f0e-4d0f-9d0b-7c1a5a1b6e11}' } },
        }
      : { manifest_version: 3, permissions: ['offscreen'], background: { service_worker: 'background.js' } }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(folder, 'background.html'),
    `<!doctype html><meta charset="utf-8"><iframe src="${address}"></iframe>`,
  );
  writeFileSync(
    join(folder, 'background.js'),
    "chrome.offscreen.createDocument({ url: 'background.html', reasons: ['DOM_PARSER'], justification: 'A frame' });",
  );
  return folder;
}

/**
 * Each page reports whether a content script was there before its own script; requests to `/report?of` are recorded.
 */
async function serveProbedPages(reports: Map<string, unknown>): Promise<Server> {
  const html = `<!doctype html><meta charset="utf-8"><title>Probed</title><p>Police used Amazon Rekognition.</p><script>
    const isEntered = document.documentElement.dataset.entered !== undefined;
    fetch('/report?page-of-' + location.search.slice(1), { method: 'POST', body: JSON.stringify({ isEntered }) });
  </script>`;
  const server = createServer(async (request, response) => {
    const of = new URL(request.url ?? '/', 'http://localhost').search.slice(1);
    if (request.method === 'POST') {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      reports.set(of, JSON.parse(Buffer.concat(pieces).toString('utf8')));
      response.end();
      return;
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  // Both IP versions: browsers differ in which one `localhost` means.
  await new Promise<void>((resolve) => server.listen(0, resolve));
  return server;
}
