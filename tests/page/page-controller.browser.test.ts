import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PageChoices } from '../../src/contracts/page-choices.ts';
import { createMarkElementHighlighter } from '../../src/page/highlighting/mark-element-highlighter.ts';
import { PageController } from '../../src/page/page-controller.ts';
import { plainNames } from '../../src/settings/mark-style/mark-names.ts';
import { everything } from './every-choice.ts';
import { createTestBackground, type TestBackground } from './test-background.ts';

let controller: AbortController;
let background: TestBackground;
let article: HTMLElement;
/** Texts sent to the background. */
let asked: string[];
let counts: number[];

beforeEach(() => {
  controller = new AbortController();
  background = createTestBackground();
  asked = [];
  counts = [];
  article = document.createElement('article');
  document.body.append(article);
});

afterEach(() => {
  controller.abort();
  article.remove();
});

// The test page is a frame, and a frame is read only if its text has a minimum length.
const filler = `<p>${'Apples were sold by the crate. '.repeat(10)}</p>`;

function start(choices: Partial<PageChoices> = {}): PageController {
  return new PageController({
    win: window,
    ask: async (text) => {
      asked.push(text);
      return background.mayContain(text) ? 'perhaps' : 'nothing';
    },
    sendText: background.sendText,
    choices: { ...everything, ...choices },
    loadCard: async () => undefined,
    onCardFailed: () => undefined,
    loadMarkElementHighlighter: async () => createMarkElementHighlighter,
    nameOf: plainNames,
    onBeforeDraw: () => undefined,
    onCleared: () => undefined,
    onCount: (mentions) => counts.push(mentions),
    describePosition: () => '',
    signal: controller.signal,
  });
}

test('a page that has nothing to show is only watched, until something is added', async () => {
  article.innerHTML = `${filler}<p>Microsoft has a new office.</p>`;
  const page = start();
  await expect.poll(() => background.messages.length).toBe(1);
  await expect.poll(() => page.found).toEqual([]);
  background.messages.length = 0;
  article.insertAdjacentHTML('beforeend', '<p>It is quiet.</p>');
  await expect.poll(() => asked.at(-1)?.trim()).toBe('It is quiet.');
  expect(background.messages).toEqual([]);
  article.insertAdjacentHTML('beforeend', '<p>Gender Shades</p>');
  await expect.poll(() => page.items.length).toBe(2);
  expect(counts.at(-1)).toBe(2);
});

test('a request for the mentions of such a page is answered, and the page stays read', async () => {
  article.innerHTML = `${filler}<p>Microsoft has a new office.</p>`;
  const page = start();
  await expect.poll(() => background.messages.length).toBe(1);
  expect(await Promise.all([page.readNow(), page.readNow()])).toEqual([true, true]);
  expect(page.found.map(({ mentions }) => mentions.length)).toEqual([1]);
  expect(page.readArticle().some(({ mentions }) => mentions.length > 0)).toBe(true);
  article.append('Microsoft again');
  await expect.poll(() => page.found.length).toBe(2);
});

test('a page on which Sidelight is off is not read, and is as soon as it is on', async () => {
  article.innerHTML = `${filler}<p>Gender Shades</p>`;
  const page = start({ isOn: false });
  expect(await page.readNow()).toBe(false);
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect([asked.length, background.messages.length]).toEqual([0, 0]);
  page.apply(everything);
  await expect.poll(() => page.items.length).toBe(1);
  page.apply({ ...everything, isOn: false });
  expect(page.items).toEqual([]);
  expect([...CSS.highlights.keys()]).toEqual([]);
});

test('a hidden tab follows a setting at once, and reports its new count when it is visible', async () => {
  article.innerHTML = `${filler}<p>Gender Shades</p><p>Microsoft</p>`;
  const page = start();
  await expect.poll(() => counts).toEqual([2]);
  const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  page.apply({ ...everything, colorByTopic: new Map([['test/audits', '#b01a3c']]) });
  await expect.poll(() => page.items.length).toBe(1);
  page.apply(everything);
  await expect.poll(() => page.items.length).toBe(2);
  page.apply({ ...everything, isOn: false });
  expect(page.items).toEqual([]);
  expect(counts).toEqual([2]);
  visibility.mockRestore();
  document.dispatchEvent(new Event('visibilitychange'));
  await expect.poll(() => counts).toEqual([2, 0]);
});

test('a page at rest asks nothing and sends nothing', async () => {
  article.innerHTML = `${filler}<p>Gender Shades</p>`;
  const page = start();
  await expect.poll(() => page.items.length).toBe(1);
  const sent = background.messages.length;
  article.style.color = 'rgb(1, 2, 3)';
  for (let frame = 0; frame < 3; frame += 1) await new Promise(requestAnimationFrame);
  await new Promise((resolve) => requestIdleCallback(resolve));
  expect([asked.length, background.messages.length]).toEqual([0, sent]);
});

test('a page of which the background wrongly expects something is read once, and at rest it asks nothing', async () => {
  // A line break splits the name, which the text of the whole page does not show.
  article.innerHTML = `${filler}<p>Gender<br>Shades</p><div id="host"></div>`;
  const host = article.querySelector('#host') as HTMLElement;
  const root = host.attachShadow({ mode: 'open' });
  root.innerHTML = '<p>one</p>';
  const page = start();
  await expect.poll(() => background.messages.length).toBe(1);
  for (let frame = 0; frame < 5; frame += 1) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    await new Promise(requestAnimationFrame);
  }
  expect([background.messages.length, asked.length]).toEqual([1, 0]);
  root.innerHTML = '<p>Gender Shades</p>';
  await expect.poll(() => page.items.length).toBe(1);
  expect(asked.map((text) => text.trim())).toEqual(['Gender Shades']);
});
