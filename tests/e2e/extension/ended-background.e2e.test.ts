import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../tools/bench/random.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { endBackground } from '../../../tools/browsers/end-background.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { waitForFreshMarks } from '../marks/fresh-marks.ts';
import { logMessages } from './message-log.ts';

const filler = `<p>${'Apples were sold by the crate. '.repeat(20)}</p>`;
const article = `<article><h1>Faces</h1>${filler}<p>Police tried Amazon Rekognition for years.</p></article>`;
/** About 450,000 characters: three messages of blocks. */
const long = `<article><p>Police tried Amazon Rekognition.</p>${filler.repeat(720)}<p>Joy Buolamwini wrote Gender Shades.</p></article>`;

/** Chromium may never answer a call whose background has ended: it is retried after five seconds. */
const timeoutMs = 40_000;

const textsOf = async (page: DrivenPage): Promise<string[]> =>
  (await page.readMarks()).map(({ text }) => text);

function waitForTexts(page: DrivenPage, texts: readonly string[]): Promise<string[]> {
  return waitFor(
    `marks on ${texts.join(', ')}`,
    () => textsOf(page),
    (found) => found.join() === texts.join(),
    timeoutMs,
  );
}

describe.each(browserNames)('the background in %s, ended', (name) => {
  const tested = useExtension(name);
  const end = () => endBackground(tested.extension.driver);

  test('before a page is opened: it is marked', async () => {
    await end();
    const page = await tested.openHtml(article);
    await waitForTexts(page, ['Amazon Rekognition']);
    expect(page.errors).toEqual([]);
  });

  test.each(['checkText', 'openPage', 'sendText', 'reportCount'])(
    'by the first %s: the page is marked',
    {
      timeout: 90_000,
    },
    async (call) => {
      const log = await logMessages(tested);
      const ended = await log.actAt(call, end);
      const page = await tested.openHtml(article);
      await waitForTexts(page, ['Amazon Rekognition']);
      await ended.done;
      await page.call(() =>
        document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Gender Shades</p>'),
      );
      await waitForTexts(page, ['Amazon Rekognition', 'Gender Shades']);
      expect(page.errors).toEqual([]);
    },
  );

  test.each([1, 2])(
    'between the pieces of a long text, at number %s: all of it is marked',
    {
      timeout: 90_000,
    },
    async (number) => {
      const log = await logMessages(tested);
      const ended = await log.actAt('sendText', end, number);
      const page = await tested.openHtml(long);
      await waitForTexts(page, ['Amazon Rekognition', 'Joy Buolamwini', 'Gender Shades']);
      await ended.done;
      expect(page.errors).toEqual([]);
    },
  );

  test('once marks are drawn: what the page changes is followed, and only what it changes is lost or won', {
    timeout: 90_000,
  }, async () => {
    const page = await tested.openHtml(long);
    await waitForTexts(page, ['Amazon Rekognition', 'Joy Buolamwini', 'Gender Shades']);
    await end();
    await page.call(() => document.querySelector('p')?.replaceChildren('Police have stopped.'));
    await waitForTexts(page, ['Joy Buolamwini', 'Gender Shades']);
    await Promise.all([
      end(),
      page.call(() => document.querySelector('p')?.replaceChildren('The Pilot Parliaments Benchmark.')),
    ]);
    await waitForTexts(page, ['Pilot Parliaments Benchmark', 'Joy Buolamwini', 'Gender Shades']);
    expect(page.errors).toEqual([]);
  });

  test('again and again while a page changes: its marks are those of a page that begins with the same text', {
    timeout: 150_000,
  }, async () => {
    const random = createRandom(Number(process.env.SOAK_SEED ?? 17));
    const page = await tested.openHtml(`<article><h1>Faces</h1>${filler}</article>`);
    // The page changes on its own schedule, whatever happens to the background.
    await page.call((seed) => {
      const names = [
        'Amazon Rekognition',
        'Gender Shades',
        'Joy Buolamwini',
        'Nothing',
        'Timnit Gebru',
        'Microsoft',
      ];
      let state = seed;
      const pick = (count: number) => {
        state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
        return Math.floor((state / 2 ** 31) * count);
      };
      const list = document.querySelector('article') as HTMLElement;
      let steps = 0;
      const change = () => {
        const paragraphs = list.querySelectorAll('p');
        const place = paragraphs[pick(paragraphs.length)] as HTMLElement;
        const text = `Step ${steps}: ${names[pick(names.length)]} is named.`;
        const kind = pick(4);
        if (kind === 0 && paragraphs.length > 12) place.remove();
        else if (kind === 1) place.textContent = text;
        else if (kind === 2) place.append(` ${text}`);
        else list.insertAdjacentHTML('beforeend', `<p>${text}</p>`);
        steps += 1;
        document.documentElement.dataset.steps = String(steps);
        if (steps < 120) setTimeout(change, 50);
      };
      change();
    }, 17);
    const readSteps = () => page.call(() => Number(document.documentElement.dataset.steps));
    for (let steps = 0, next = 0; steps < 120; steps = await readSteps()) {
      if (steps < next) continue;
      await end();
      next = steps + 3 + Math.floor(random() * 12);
    }
    expect((await waitForFreshMarks(tested, page)).length).toBeGreaterThan(2);
    expect(page.errors).toEqual([]);
  });
});
