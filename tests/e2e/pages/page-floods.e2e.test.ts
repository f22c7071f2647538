import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { endBackground } from '../../../tools/browsers/end-background.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { logMessages } from '../extension/message-log.ts';
import { waitForFreshMarks } from '../marks/fresh-marks.ts';

/** Changes of a paragraph: at two hundred a second they take four seconds. */
const changeCount = 800;
/** The minimum interval between two messages about changes, however fast the page changes (`update-throttle.ts`). */
const minUpdateIntervalMs = 80;

/** Rewrites a paragraph, or adds another, every five milliseconds; then returns how long that took. */
function flood(names: readonly string[], count: number): Promise<number> {
  const begin = performance.now();
  const list = document.querySelector('article') as HTMLElement;
  return new Promise((resolve) => {
    let step = 0;
    const change = () => {
      const text = `Line ${step}: ${names[(step * 7) % names.length]} was named.`;
      const places = list.querySelectorAll('p');
      if (places.length < 60) list.insertAdjacentHTML('beforeend', `<p>${text}</p>`);
      else (places[(step * 13) % places.length] as HTMLElement).textContent = text;
      step += 1;
      if (step < count) setTimeout(change, 5);
      else resolve(performance.now() - begin);
    };
    change();
  });
}

const paragraph = `<p>${'Apples were sold by the crate, and pears by the pound. '.repeat(40)}</p>\n`;
/** Ten megabytes. */
const orchard = paragraph.repeat(Math.ceil(10_000_000 / paragraph.length));

/** Counts the runs of the page's own timer meanwhile. */
const startClock =
  '<script>let ticks = 0; setInterval(() => { ticks += 1; document.documentElement.dataset.ticks = ticks }, 20)</script>';
const readTicks = (page: DrivenPage) => page.call(() => Number(document.documentElement.dataset.ticks ?? 0));

describe.each(browserNames)('in %s', (name) => {
  const tested = useExtension(name);

  test.each([
    [
      'with names',
      ['Amazon Rekognition', 'Nobody', 'Gender Shades', 'Joy Buolamwini', 'Microsoft', 'Nothing'],
    ],
    ['without any', ['Nobody', 'Nothing', 'Apples']],
  ])(
    'two hundred changes a second, %s, are followed at a pace, and in the end nothing is missing',
    {
      timeout: 120_000,
    },
    async (_, names) => {
      const log = await logMessages(tested);
      const page = await tested.openHtml('<article><h1>Ticker</h1><p>It begins.</p></article>');
      const elapsedMs = await page.call(flood, names, changeCount);
      await page.call(() =>
        document
          .querySelector('article')
          ?.insertAdjacentHTML('beforeend', '<p>The Pilot Parliaments Benchmark ends it.</p>'),
      );
      await page.waitForMark('Pilot Parliaments Benchmark', 40_000);
      const texts = await waitForFreshMarks(tested, page);
      expect(texts.length).toBe(names.length > 3 ? 5 : 1);
      const sent = (await log.read()).filter(({ path }) => path === new URL(page.page.url()).pathname);
      const tellings = sent.filter(({ call }) => call !== 'reportCount');
      // One more for the beginning and for each kind of message, and some for changes after the flood.
      expect(tellings.length).toBeLessThan(elapsedMs / minUpdateIntervalMs + 8);
      expect(page.errors).toEqual([]);
    },
  );

  test('a page of ten megabytes is read to its end though the background ends meanwhile, and its own clock goes on', {
    timeout: 180_000,
  }, async () => {
    const log = await logMessages(tested);
    const ended = await log.actAt('sendText', () => endBackground(tested.extension.driver), 20);
    const page = await tested.openHtml(
      `${startClock}<article><p>Amazon Rekognition</p>${orchard}<p>Gender Shades</p>${paragraph}<p>Joy Buolamwini</p></article>`,
    );
    const begin = await readTicks(page);
    await page.waitForMark('Joy Buolamwini', 120_000);
    await ended.done;
    expect((await page.readMarks()).map(({ text }) => text)).toEqual([
      'Amazon Rekognition',
      'Gender Shades',
      'Joy Buolamwini',
    ]);
    expect(await readTicks(page)).toBeGreaterThan(begin);
    // Only changes are sent, however long the page is.
    await log.clear();
    await page.call(() => document.querySelector('p')?.replaceChildren('The Pilot Parliaments Benchmark'));
    await page.waitForMark('Pilot Parliaments Benchmark', 40_000);
    const sent = (await log.read()).filter(({ call }) => call === 'sendText');
    expect(sent.map(({ text }) => text)).toEqual(['The Pilot Parliaments Benchmark']);
    expect(page.errors).toEqual([]);
  });

  test('of ten megabytes that hold one name, at their end, that name is marked; of none, nothing is read', {
    timeout: 180_000,
  }, async () => {
    const log = await logMessages(tested);
    const page = await tested.openHtml(`<article>${orchard}</article>`);
    if (name === 'chromium') {
      const asked = await waitFor(
        'all of the text',
        () => log.read(),
        (messages) => messages.reduce((length, { textLength }) => length + textLength, 0) >= 10_000_000,
        60_000,
      );
      expect(new Set(asked.map(({ call }) => call))).toEqual(new Set(['checkText']));
    }
    await page.call(() =>
      document.querySelector('article')?.insertAdjacentHTML('beforeend', '<p>Gender Shades</p>'),
    );
    await page.waitForMark('Gender Shades', 120_000);
    // In Firefox the page itself checks which of its slices may contain a name, and sends no other.
    if (name === 'firefox') {
      const asked = (await log.read()).filter(({ call }) => call === 'checkText');
      expect(asked.reduce((length, { textLength }) => length + textLength, 0)).toBeLessThan(1_000_000);
    }
    expect(page.errors).toEqual([]);
  });
});
