/**
 * The address of a card: no page can learn it, find out whether there is one, or read anything of the card by knowing
 * it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { callInPage, describeFunction } from '../../../tools/browsers/call-in-page.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import {
  askForFile,
  learnAddresses,
  postEverything,
  readAnswers,
  watchAddresses,
} from '../driving/ask-for-address.ts';
import { runAsContentScript } from '../driving/run-as-content-script.ts';
import { useExtension } from '../driving/start-extension.ts';
import { settle } from './covered-card.ts';
import { openStillCard } from './open-still-card.ts';
import { pointInCard } from './point-in-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>.</p></article>`;

const policies: readonly (readonly [what: string, headers: Readonly<Record<string, string>>])[] = [
  ['nothing', {}],
  ['no frames', { 'content-security-policy': "frame-src 'none'; script-src 'unsafe-inline'" }],
  [
    'nothing but its scripts',
    { 'content-security-policy': "default-src 'none'; script-src 'unsafe-inline'" },
  ],
  [
    'reports about frames and all else',
    {
      'content-security-policy-report-only':
        "default-src 'none'; frame-src 'none'; script-src 'unsafe-inline'",
    },
  ],
  ['its address sent everywhere', { 'referrer-policy': 'unsafe-url' }],
];

describe.each(browserNames)('the address of the card in %s', (name) => {
  const tested = useExtension(name);
  const folder = builtFolder(name);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as {
    web_accessible_resources?: { resources: string[]; use_dynamic_url?: boolean }[];
  };
  const accessible = (manifest.web_accessible_resources ?? []).flatMap(({ resources }) => resources);
  const card = accessible[0] ?? '';

  /** In Firefox the document itself is queried: for a frame in another process the driver reports a blank address. */
  const readAddress = (frame: Frame) =>
    name === 'chromium' ? frame.url() : callInPage(frame, () => location.href).catch(() => '');

  test('is of the one file that pages may hold, and in Chromium another with each start', () => {
    expect(accessible).toEqual([expect.stringMatching(/^[\w/-]+\.html$/)]);
    expect(files).toContain(card);
    const isDynamic = name === 'chromium' ? true : undefined;
    expect(manifest.web_accessible_resources?.map((one) => one.use_dynamic_url)).toEqual([isDynamic]);
  });

  test.each(policies)(
    'is not to be learnt by a page that admits %s, while a card is open and used',
    async (_what, sent) => {
      const page = await tested.openHtml(`<script>(${watchAddresses.toString()})()</script>${story}`, sent);
      await openStillCard(page, term);
      const length = await page.call(() => window.length);
      await pointInCard(page, 'h2');
      await page.clickInCard('h2');
      await page.press('Tab');
      const learnt = await page.call(learnAddresses);
      await page.press('Escape');
      await page.waitForNoCard();
      const after = await page.call(learnAddresses);
      // Shows that the observer works: it has seen the box appear.
      expect(learnt.boxes).toBeGreaterThan(0);
      expect(length).toBe(0);
      const { host } = new URL(tested.extension.driver.extensionOrigin);
      const revealing = [...learnt.texts, ...after.texts].filter(
        (text) => /(?:chrome|moz)-extension:/.test(text) || text.includes(host),
      );
      expect(revealing).toEqual([]);
      expect(learnt.messages).toEqual([]);
    },
  );

  test('says nothing to a page that asks for every file of the package by the address of the extension', async () => {
    expect(files.length).toBeGreaterThan(40);
    const page = await tested.openHtml(story);
    const origin = tested.extension.driver.extensionOrigin;
    const addresses = files.map((file) => origin + file);
    const had = (await page.call(askForFile, [...addresses, `${tested.server.origin}/favicon.ico`])).filter(
      ({ address }) => address.startsWith(origin),
    );
    const framed = await Promise.all(page.page.frames().map(readAddress));
    // In Firefox the fixed address is secret in each profile, and no page knows it: there the card's own may answer.
    const allowed = name === 'firefox' ? [origin + card] : [];
    expect(had.filter(({ address }) => !allowed.includes(address))).toEqual([]);
    expect(framed.filter((url) => url.startsWith(origin) && !allowed.includes(url))).toEqual([]);
    // Shows that a loadable address is detected.
    const own = await page.call(askForFile, [page.page.url()]);
    expect(own.map(({ way }) => way)).toContain('fetch');
  });

  test('known in full, brings a page an empty document and no answer, also beside an open card', async () => {
    expect(card).not.toBe('');
    const surface = await tested.openSilentPage();
    const settings = JSON.stringify(await askBackground(surface.page, 'getSettings'));
    const page = await tested.openHtml(`${story}<div id="frames"></div>`);
    await page.page.bringToFront();
    const address = await runAsContentScript<string>(
      tested,
      surface,
      page,
      `api.runtime.getURL(${JSON.stringify(card)})`,
    );
    await page.waitForMark(term);
    await page.call(frameAddress, address);
    const forged = await waitFor(
      'the frames',
      async () => page.page.frames().slice(1),
      (frames) => frames.length >= forgedFrames,
    );
    await waitFor(
      'their documents',
      async () => Promise.all(forged.map(readAddress)),
      (addresses) => addresses.filter((one) => one.includes(card)).length >= forgedFrames - 3,
    );
    await page.call(postEverything);
    await page.clickMark(term);
    // The card's own frame is the only one with content.
    const readFrames = async () => {
      const shown = await (name === 'chromium' ? readTargets(page, card) : readFramesOf(page));
      return shown.filter(({ text, controls }) => text !== '' || controls > 0);
    };
    await waitFor('the card', readFrames, (shown) => (shown[0]?.text.length ?? 0) > 200);
    await page.call(postEverything);
    await settle(page);
    expect(await readFrames()).toEqual([
      { text: expect.stringContaining(term), controls: expect.any(Number) },
    ]);
    expect(await page.call(readAnswers)).toEqual([]);
    expect(JSON.stringify(await askBackground(surface.page, 'getSettings'))).toBe(settings);
    expect(await countText(await tested.openSurface(card))).toBe(0);
  });
});

/** As many as `frameAddress` makes. A browser may refuse those in a sandbox or in place of a plug-in. */
const forgedFrames = 8;

interface Shown {
  text: string;
  controls: number;
}

/** Runs in a frame: what its document shows and offers. */
const readShown = (): Shown => ({
  text: document.body.textContent.trim(),
  controls: document.querySelectorAll('a, button, input').length,
});

const readFramesOf = (page: DrivenPage): Promise<Shown[]> =>
  Promise.all(
    page.page
      .frames()
      .slice(1)
      .map((frame) => callInPage(frame, readShown).catch(() => ({ text: '', controls: 0 }))),
  );

/**
 * Reads Chromium's frames of the card by their targets. Puppeteer sometimes waits for ever for the document of an
 * `<object>` or an `<embed>`, which changes process while it loads.
 */
async function readTargets(page: DrivenPage, card: string): Promise<Shown[]> {
  const targets = page.page
    .browser()
    .targets()
    .filter((target) => target.url().includes(card) && target.type() !== 'page');
  expect(targets.length).toBeGreaterThanOrEqual(forgedFrames - 3);
  return Promise.all(
    targets.map(async (target) => {
      const session = await target.createCDPSession();
      const { result } = await session.send('Runtime.evaluate', {
        expression: `(${describeFunction(readShown)})()`,
        returnByValue: true,
      });
      await session.detach();
      return result.value as Shown;
    }),
  );
}

const countText = (page: DrivenPage) => page.call(() => document.body.textContent.trim().length);

/** Runs in the page: tries the address alone, with possible tokens, and in every element that can hold a document. */
function frameAddress(address: string): void {
  const place = document.querySelector('#frames');
  const ends = ['', '#', '#0', '#made-up', `#${'0'.repeat(32)}`, '?token=1', `#${crypto.randomUUID()}`];
  for (const end of ends) {
    const frame = document.createElement('iframe');
    frame.src = address + end;
    place?.append(frame);
  }
  const sandboxed = document.createElement('iframe');
  sandboxed.sandbox.value = 'allow-scripts allow-same-origin';
  sandboxed.src = address;
  const object = document.createElement('object');
  object.data = address;
  const embed = document.createElement('embed');
  embed.src = address;
  const replaced = document.createElement('iframe');
  place?.append(sandboxed, object, embed, replaced);
  replaced.contentWindow?.location.replace(`${address}#${crypto.randomUUID()}`);
}
