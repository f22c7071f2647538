import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { retryOnce } from '../driving/retry-once.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';
import { bundleFixtures } from './bundle-fixtures.ts';

const frameworks = ['react', 'preact', 'vue', 'svelte', 'lit'];
const editCount = 1_000;

/** The first render of `react-page.js` and the like, as from a server. */
const firstNames = ['Amazon Rekognition', 'Gender Shades', 'Joy Buolamwini', 'Timnit Gebru', 'Nothing'];
const isBold = (id: number): boolean => id % 3 === 0;

/** React and Preact separate adjacent texts by comments; Vue renders into an element of its own. */
function renderOnServer(framework: string): string {
  const seam = framework === 'react' ? '<!-- -->' : '';
  const paragraphs = firstNames.map((name, id) => {
    const middle = isBold(id) ? `<b>${name}</b>` : `${seam}${name}${seam}`;
    return `<p>Number ${id} is about ${middle}, as reported.</p>`;
  });
  return framework === 'vue' ? `<div>${paragraphs.join('')}</div>` : paragraphs.join('');
}

let scripts: string;
beforeAll(async () => {
  scripts = await bundleFixtures(path.join(import.meta.dirname, '../../fixtures/frameworks'), frameworks);
});

describe.each(browserNames)('a page of a framework in %s', (browser) => {
  const tested = useExtension(browser);
  beforeAll(() => retryOnce(() => changeSetting(tested, 'density', 'every')));

  test.each(frameworks)('%s: marks stay where the text is through a thousand edits', async (framework) => {
    const page = await openPage(framework);
    // Before the framework has hydrated the page …
    await page.waitForMarks((marks) => marks.length === 4);
    await page.call(() => (globalThis as unknown as FrameworkPage).hydrate());
    for (const seed of [1, 2]) {
      await page.call(
        (count, start) => (globalThis as unknown as FrameworkPage).runEdits(count, start),
        editCount / 2,
        seed,
      );
      // … and after: exactly the names that the framework shows, in order.
      await expectMarks(page);
    }
    expect(page.errors).toEqual([]);
  });

  async function openPage(framework: string): Promise<DrivenPage> {
    tested.server.addFolder('/frameworks/', scripts);
    return tested.openHtml(
      `<main><article><h1>A page made by ${framework}</h1><div id="app">${renderOnServer(framework)}</div></article></main>
       <script src="/frameworks/${framework}.js"></script>`,
    );
  }
});

interface FrameworkPage {
  hydrate(): void;
  runEdits(count: number, seed: number): Promise<void>;
  expectedMarks(): string[];
}

async function expectMarks(page: DrivenPage): Promise<void> {
  const expected = await page.call(() => (globalThis as unknown as FrameworkPage).expectedMarks());
  const marks = await waitFor(
    `the marks ${expected.join(', ')}`,
    () => page.readMarks(),
    (found) => found.map(({ text }) => text).join() === expected.join(),
  );
  expect(marks.map(({ text }) => text)).toEqual(expected);
}
