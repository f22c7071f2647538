import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { DrawnMark } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

/** The functions of the fixtures' scripts. */
interface FixtureScope {
  addPost(text: string): void;
  editFirst(text: string): void;
  addMany(): void;
  clear(): void;
  readonly clearings: number;
}

const textsOf = (marks: readonly DrawnMark[]): string[] => marks.map(({ text }) => text);

describe.each(browserNames)('a page that changes, in %s', (browser) => {
  const tested = useExtension(browser);

  test('a live blog: new posts are marked, edited ones follow their text', async () => {
    const page = await tested.openFile('pages/live-blog.html');
    await page.waitForMark('Gender Shades');
    for (let post = 0; post < 15; post += 1) {
      await page.call(
        (number) => (globalThis as unknown as FixtureScope).addPost(`Post ${number}, and nothing named.`),
        post,
      );
    }
    await page.call(() => (globalThis as unknown as FixtureScope).addPost('Amazon Rekognition is sold.'));
    await page.waitForMark('Amazon Rekognition');
    await page.call(() => (globalThis as unknown as FixtureScope).editFirst('Joy Buolamwini answers.'));
    await page.waitForMarks((marks) => textsOf(marks).join() === 'Joy Buolamwini,Gender Shades');
    expect(page.errors).toEqual([]);
  });

  test('infinite scroll: what is loaded by scrolling is marked', async () => {
    const page = await tested.openFile('pages/infinite-scroll.html');
    await waitFor(
      'the third load',
      () =>
        page.call(async () => {
          // Like a reader's wheel that leaves the end for a moment: an element that stays visible is not reported
          // again.
          scrollTo({ top: 0, behavior: 'instant' });
          await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
          scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
          return document.querySelectorAll('p').length;
        }),
      (count) => count >= 30,
    );
    await page.waitForMark('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test('a virtual list: marks follow the recycled text', async () => {
    const page = await tested.openFile('pages/virtual-list.html');
    await page.waitForMarks((marks) => textsOf(marks).join() === 'Amazon Rekognition');
    const scrollTo = (line: number) =>
      page.call((top) => document.querySelector('#view')?.scrollTo({ top }), line * 30);
    await scrollTo(50);
    await page.waitForMarks((marks) => marks.length === 0);
    await scrollTo(700);
    await page.waitForMarks((marks) => textsOf(marks).join() === 'Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test('an application that goes from nothing to something, and back, is marked where there is something', async () => {
    const page = await tested.openHtml('<main id="app"><p>The orchards are quiet.</p></main>');
    const go = (html: string, isInRoot = false) =>
      page.call(
        (content, isShadow) => {
          history.pushState(null, '', `?${content.length}`);
          const view = document.createElement('div');
          (isShadow ? view.attachShadow({ mode: 'open' }) : view).innerHTML = content;
          document.querySelector('#app')?.replaceChildren(view);
        },
        html,
        isInRoot,
      );
    const waitForTexts = (texts: string) => page.waitForMarks((marks) => textsOf(marks).join() === texts);
    await go('<article><p>Police tried Amazon Rekognition.</p></article>');
    await waitForTexts('Amazon Rekognition');
    await go('<p>The orchards are quiet again.</p>');
    await waitForTexts('');
    await go('<article><p>Joy Buolamwini wrote Gender Shades.</p></article>', true);
    await waitForTexts('Joy Buolamwini,Gender Shades');
    await go('<p>Nobody is named.</p>', true);
    await waitForTexts('');
    await go('<article><p>The Pilot Parliaments Benchmark.</p></article>');
    await waitForTexts('Pilot Parliaments Benchmark');
    expect(page.errors).toEqual([]);
  });

  test('five thousand changes in one batch: none is lost', async () => {
    const page = await tested.openFile('pages/five-thousand-records.html');
    await page.waitForMark('Gender Shades');
    await page.call(() => (globalThis as unknown as FixtureScope).addMany());
    await page.waitForMark('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test('hidden="until-found": marked when the browser reveals it', async () => {
    const page = await tested.openFile('pages/hidden-until-found.html');
    await page.waitForMark('Gender Shades');
    expect(textsOf(await page.readMarks())).toEqual(['Gender Shades']);
    await page.call(() => {
      location.hash = '#below';
    });
    await page.waitForMark('Amazon Rekognition');
  });

  test('a page that clears CSS.highlights gets them back once', async () => {
    const page = await tested.openFile('pages/clears-highlights-once.html');
    await page.waitForMark('Amazon Rekognition');
    await page.call(() => (globalThis as unknown as FixtureScope).clear());
    await page.waitForMark('Amazon Rekognition', 15_000);
    await page.call(() => (globalThis as unknown as FixtureScope).clear());
    // The second time is intentional: a change triggers an update, and nothing is restored.
    await page.call(() => document.querySelector('p')?.append(' Joy Buolamwini.'));
    await waitForUpdate(page.call.bind(page));
    expect(await page.readMarks()).toEqual([]);
    expect(page.errors).toEqual([]);
  });

  test('a page that removes every mark is left alone', async () => {
    const page = await tested.openFile('pages/fights-back.html');
    const readClearings = () => page.call(() => (globalThis as unknown as FixtureScope).clearings);
    await waitFor('the fight to begin', readClearings, (count) => count > 0);
    // Changes that could each trigger drawing again.
    for (let round = 0; round < 8; round += 1) {
      await page.call((number) => {
        const heading = document.createElement('h2');
        heading.textContent = `Round ${number}`;
        document.querySelector('article')?.append(heading, 'Joy Buolamwini wrote Gender Shades.');
      }, round);
      await waitForUpdate(page.call.bind(page));
    }
    // The last drawing may stay until the page's next frame.
    await page.waitForMarks((marks) => marks.length === 0);
    expect(await readClearings()).toBeLessThanOrEqual(3);
    expect(page.errors).toEqual([]);
  });
});

/** Resolves when an earlier change has been processed: idle time, then longer than the interval between updates. */
async function waitForUpdate(call: (run: () => Promise<void>) => Promise<unknown>): Promise<void> {
  await call(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => setTimeout(resolve, 250), { timeout: 500 });
      }),
  );
}
