/**
 * A content script shares its process with the page: an attacker who compromises the process has its privileges, which
 * must not exceed what the page needs.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { Json } from '../../../tools/browsers/call-in-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { projectRoot } from '../../../tools/command-line/run-command.ts';
import { callApi } from '../driving/extension-api.ts';
import { runAsContentScript } from '../driving/run-as-content-script.ts';
import { useExtension } from '../driving/start-extension.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>.</p></article>`;

/** The reader's choices elsewhere, which no other page may learn. */
const elsewhere = { site: 'clinic-far-away.example', host: 'forum-far-away.example' };

/** Every call that the background answers, from its interface; calls that open a tab are separate. */
const source = readFileSync(join(projectRoot, 'src/contracts/messages.ts'), 'utf8');
const declared = source.slice(
  source.indexOf('interface BackgroundCalls'),
  source.indexOf('interface ContentCalls'),
);
const calls = [...declared.matchAll(/^ {2}(\w+)\(/gm)].map(([, call]) => call as string);

/** Each call is tried with all of these: a valid one would be answered. */
const requests: readonly Json[] = [
  null,
  { kind: 'reset' },
  { kind: 'field', field: 'enabled', value: false },
  { kind: 'site', pattern: elsewhere.site, isOn: true },
  { kind: 'site', pattern: 'made-up.example', isOn: false },
  { kind: 'site-mode', mode: 'only' },
  { kind: 'replace', settings: {} },
  { kind: 'exception', exception: { entity: 'a/b', name: term, host: 'made-up.example' }, isNoted: true },
  { id: 'ai-and-society' },
  { refs: [] },
  { host: elsewhere.host },
  { tabId: 1, frameId: 0 },
];

describe.each(browserNames)('code with the privileges of a content script in %s', (name) => {
  const tested = useExtension(name);

  test('learns of no other site by any call, and changes nothing for another', {
    timeout: 120_000,
  }, async () => {
    expect(calls.length).toBeGreaterThan(15);
    const surface = await tested.openSilentPage();
    const change = (request: Json) => askBackground(surface.page, 'changeSettings', request);
    await change({ kind: 'site', pattern: elsewhere.site, isOn: false });
    const [{ ref }] = (await askBackground(surface.page, 'listEntities')) as [{ ref: string }];
    const exception = { entity: ref, name: term, host: elsewhere.host };
    await change({ kind: 'exception', exception, isNoted: true });
    const readSettings = async () => JSON.stringify(await askBackground(surface.page, 'getSettings'));
    const settings = await readSettings();
    for (const secret of Object.values(elsewhere)) expect(settings).toContain(secret);
    const page = await tested.openHtml(story);
    await page.page.bringToFront();
    await page.waitForMark(term);
    const asked = calls.filter((call) => !/^open(?!Page)/.test(call));
    const answers = await runAsContentScript<Record<string, string>>(
      tested,
      surface,
      page,
      `(${askAll.toString()})(api, ${JSON.stringify(asked)}, ${JSON.stringify(requests)})`,
    );
    expect(Object.keys(answers)).toHaveLength(asked.length * requests.length);
    // Some are answered: the background does receive them.
    expect(Object.values(answers).some((answer) => answer.includes('reply'))).toBe(true);
    const revealing = Object.entries(answers).filter(([, answer]) =>
      Object.values(elsewhere).some((secret) => answer.includes(secret)),
    );
    // A refusal may repeat only its own request.
    expect(revealing.map(([call]) => call).filter((call) => !call.includes('far-away'))).toEqual([]);
    expect(await readSettings()).toBe(settings);
  });
});

// Firefox has no such restriction.
describe('code with the privileges of a content script in chromium', () => {
  const tested = useExtension('chromium');

  test.each(['sync', 'local', 'session'])(
    'neither reads nor writes what is stored in storage.%s',
    async (area) => {
      const surface = await tested.openSilentPage();
      await askBackground(surface.page, 'changeSettings', {
        kind: 'site',
        pattern: elsewhere.site,
        isOn: false,
      });
      const page = await tested.openHtml(story);
      await page.page.bringToFront();
      await page.waitForMark(term);
      const outcome = await runAsContentScript<Record<string, string>>(
        tested,
        surface,
        page,
        `(${tryStorage.toString()})(api.storage, ${JSON.stringify(area)})`,
      );
      expect(outcome).toEqual({
        get: 'refused',
        getKeys: 'refused',
        set: 'refused',
        remove: 'refused',
        clear: 'refused',
      });
      const settings = JSON.stringify(await askBackground(surface.page, 'getSettings'));
      expect(settings).toContain(elsewhere.site);
    },
  );

  test('hears nothing of what is stored while it is there', async () => {
    const surface = await tested.openSilentPage();
    const page = await tested.openHtml(story);
    await page.page.bringToFront();
    await page.waitForMark(term);
    // Globals persist until the page goes: each run shares them.
    const listen = `(globalThis.stored = [], api.storage.onChanged.addListener((changes) => stored.push(...Object.keys(changes))), null)`;
    await runAsContentScript(tested, surface, page, listen);
    await callApi(
      surface,
      `(api.storage.onChanged.addListener(() => { globalThis.isRevealed = true; }), null)`,
    );
    for (const isOn of [true, false])
      await askBackground(surface.page, 'changeSettings', { kind: 'site', pattern: elsewhere.host, isOn });
    await waitFor(
      'a page of the extension to be told',
      () => callApi<boolean>(surface, 'globalThis.isRevealed === true'),
      (isRevealed) => isRevealed,
    );
    expect(await runAsContentScript(tested, surface, page, 'globalThis.stored')).toEqual([]);
  });
});

interface Runtime {
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
}

/** Runs in the content script: the answer of each call to each request, as JSON. */
async function askAll(api: Runtime, calls: string[], requests: unknown[]): Promise<Record<string, string>> {
  const answers: Record<string, string> = {};
  for (const call of calls) {
    await Promise.all(
      requests.map(async (request) => {
        const message = { to: 'background', call, ...(request !== null && { request }) };
        const silence = new Promise((resolve) => setTimeout(resolve, 5_000, 'silence'));
        const answer = api.runtime.sendMessage(message).catch((error: unknown) => String(error));
        answers[`${call} ${JSON.stringify(request)}`] =
          JSON.stringify(await Promise.race([answer, silence])) ?? '';
      }),
    );
  }
  return answers;
}

type Area = Record<'get' | 'getKeys' | 'set' | 'remove' | 'clear', (argument?: unknown) => Promise<unknown>>;

/** Runs in the content script. `clear` is tried last: if it is allowed, nothing is left for other calls. */
async function tryStorage(storage: Record<string, Area>, name: string): Promise<Record<string, string>> {
  const outcome: Record<string, string> = {};
  const area = storage[name];
  const attempt = async (what: string, work: () => Promise<unknown> | undefined) => {
    try {
      const value = await work();
      outcome[what] = value === undefined ? 'done' : Object.keys(value as object).join();
    } catch {
      outcome[what] = 'refused';
    }
  };
  await attempt('get', () => area?.get(null));
  await attempt('getKeys', () => area?.getKeys());
  await attempt('set', () => area?.set({ enabled: false }));
  await attempt('remove', () => area?.remove('sites'));
  await attempt('clear', () => area?.clear());
  return outcome;
}
