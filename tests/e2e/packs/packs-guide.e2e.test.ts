/** The second step of docs/packs.md: the example that `npm run pack` makes, imported and shown on its page. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { buildPack } from '../../../tools/pack/build-pack.ts';
import { initPack } from '../../../tools/pack/init-pack.ts';
import { useExtension } from '../driving/start-extension.ts';
import { agreeToPack, choosePack, waitForText, waitUntilStored } from './packs-section.ts';

/** An import may take 90 s on a busy machine. */
const maxStepMs = 90_000;
const timeout = 240_000;

let beside: string;
let file: string;
beforeAll(async () => {
  beside = mkdtempSync(path.join(tmpdir(), 'sidelight-guide-'));
  await initPack(path.join(beside, 'my-pack'));
  ({ file } = await buildPack(path.join(beside, 'my-pack'), path.join(beside, 'my-pack.sidelight.json')));
});
afterAll(() => rmSync(beside, { recursive: true }));

describe.each(browserNames)('the guide’s example, in %s,', (name) => {
  const tested = useExtension(name);

  test('is imported, marks its page, and its card says what both articles print', { timeout }, async () => {
    const page = await tested.openHtml(readFileSync(path.join(beside, 'my-pack/page.html'), 'utf8'));
    const options = await tested.openSurface('src/entrypoints/options.html');
    await choosePack(options, file);
    await waitForText(options, 'For example', maxStepMs);
    await agreeToPack(options);
    await waitUntilStored(options, 'Example: the last ferry to Terness');
    await page.page.bringToFront();
    const marks = await page.waitForMarks((found) => found.length >= 4);
    const texts = marks.map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['ferry Terne', 'Skerry Bridge']));
    for (const text of ['Terns', 'Terness Island Council', 'Crossing Study'])
      expect(texts).not.toContain(text);
    await page.clickMark('ferry Terne');
    const card = await page.waitForCard();
    for (const part of ['Terne (ferry)', 'Harbour Post', 'Island Gazette', 'until the end of October'])
      expect(card).toContain(part);
    expect(card).toContain('Example: the last ferry to Terness');
  });
});
