/**
 * Document-wide definitions in a page's style sheets, fonts and properties, reach every shadow root. They must not
 * affect a card.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { useExtension } from '../driving/start-extension.ts';
import { openStillCard } from './open-still-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>.</p></article>`;
const wideFonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));

/** Quoted, as family names: those that a card may request, and those that they resolve to. */
const families = [
  ...[
    'serif',
    'sans-serif',
    'system-ui',
    'ui-serif',
    'ui-sans-serif',
    'monospace',
    'inherit',
    'initial',
    'Made up',
  ],
  ...[
    'Georgia',
    'Times',
    'Times New Roman',
    'Helvetica',
    'Arial',
    'Segoe UI',
    'Roboto',
    'Cantarell',
    'Ubuntu',
  ],
  ...[
    '.AppleSystemUIFont',
    'BlinkMacSystemFont',
    'San Francisco',
    'Arimo',
    'Tinos',
    'DejaVu Sans',
    'DejaVu Serif',
  ],
];
/** One font face for each letter, so that each request would reveal one. */
const letters = [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,“”’'];

/** Every custom property anywhere in the package, and some that a later version may use. */
function listProperties(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(?:js|css|html)$/.test(file),
  );
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const found = texts.flatMap((text) => text.match(/--[a-z][a-z\d-]*(?=[:,)])/g) ?? []);
  const guessed = [
    'font',
    'color',
    'background',
    'ink',
    'surface',
    'rem',
    'size',
    'width',
    'height',
    'opacity',
    'z',
    'x',
    'y',
  ];
  return [...new Set([...found, ...guessed.map((one) => `--${one}`)])];
}

describe.each(browserNames)('style sheets of a page in %s', (name) => {
  const tested = useExtension(name, { fonts: 'narrow' });
  const properties = listProperties(builtFolder(name));

  test('bring no font into a card, and read no letter of it', async () => {
    tested.server.addFolder('/fonts/', wideFonts);
    const page = await openCard(await tested.openHtml(story));
    const before = await measure(page);
    const asked: string[] = [];
    page.page.on('request', (request) => asked.push(request.url()));
    // Through a property, too: a document-wide rule may redefine the property that names the card's font.
    const rules = [
      ...defineFaces(families),
      ...properties.map((one) => defineProperty(one, "'Made up', Georgia")),
    ];
    await page.call(addRules, rules.join('\n'), false);
    await drawnAnew(page);
    expect(changesOf(before, await measure(page))).toEqual([]);
    await page.press('Escape');
    await page.waitForNoCard();
    await openCard(page);
    await drawnAnew(page);
    expect(changesOf(before, await measure(page))).toEqual([]);
    expect(asked.filter((address) => address.includes('/fonts/'))).toEqual([]);
    // The page's own text gets them: the font does exist.
    await page.call(addRules, "article { font-family: 'Made up' }", true);
    await drawnAnew(page);
    expect(asked.filter((address) => address.includes('/fonts/')).length).toBeGreaterThan(3);
  });

  test.each([
    ['transparent', 'transparent'],
    ['nothing', '0px'],
    ['a huge length', '4000px'],
    ['a number', '0'],
    ['white', '#fff'],
    ['words', 'none'],
  ])('that make every property %s change nothing in a card', async (_what, value) => {
    expect(properties.length).toBeGreaterThan(20);
    const page = await openCard(await tested.openHtml(story));
    const before = await measure(page);
    await page.call(addRules, properties.map((one) => defineProperty(one, value)).join('\n'), false);
    await drawnAnew(page);
    expect(changesOf(before, await measure(page))).toEqual([]);
    await page.press('Escape');
    await page.waitForNoCard();
    await openCard(page);
    expect(changesOf(before, await measure(page))).toEqual([]);
  });

  test.each([
    '* { display: block !important; visibility: hidden !important; opacity: 0 !important; font-size: 3px !important }',
    'iframe, frame, object, :popover-open, :popover-open * { display: none !important; width: 1px !important; height: 1px !important }',
    ':root { color-scheme: only dark; forced-color-adjust: none; font-size: 40px; direction: rtl; writing-mode: vertical-rl }',
    ':popover-open::part(frame), ::part(card), ::part(box) { display: none !important } ::slotted(*) { display: none }',
  ])('like %s change nothing in a card', async (rule) => {
    const page = await openCard(await tested.openHtml(story));
    const before = await measure(page);
    await page.call(addRules, rule, false);
    await drawnAnew(page);
    expect(changesOf(before, await measure(page))).toEqual([]);
  });
});

async function openCard(page: DrivenPage): Promise<DrivenPage> {
  await openStillCard(page, term);
  // Away from the card and its term: elements under the pointer may look different.
  await page.page.mouse.move(1, 1);
  await page.waitForStillCard();
  return page;
}

function defineFaces(names: readonly string[]): string[] {
  return names.flatMap((family) =>
    letters.map(
      (
        letter,
      ) => `@font-face { font-family: "${family}"; src: url("/fonts/DejaVuSans-Bold.ttf?${encodeURIComponent(letter)}");
        unicode-range: U+${letter.codePointAt(0)?.toString(16)} }`,
    ),
  );
}

function defineProperty(property: string, value: string): string {
  return `@property ${property} { syntax: "*"; inherits: false; initial-value: ${value} }`;
}

function addRules(rules: string, isForPage: boolean): void {
  const sheet = document.head.appendChild(document.createElement('style'));
  // The page's own words keep an undefined font, unless they are to have one.
  sheet.textContent = isForPage
    ? rules
    : `${rules}\n article { font-family: "Nobody's", "DejaVu Sans Mono" }`;
}

async function drawnAnew(page: DrivenPage): Promise<void> {
  await page.call(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
  await page.call(async () => {
    await document.fonts.ready;
  });
  await page.waitForStillCard();
}

const measure = async (page: DrivenPage) => (await page.callInCard(measureCard, [])) ?? [];

/** The first differences. */
function changesOf(before: readonly string[], after: readonly string[]): string[][] {
  expect(before.length).toBeGreaterThan(100);
  if (before.length !== after.length) return [[`${before.length} parts`, `${after.length} parts`]];
  const pairs = before.map((line, index) => [line, after[index] ?? '']);
  return pairs.filter(([line, now]) => line !== now).slice(0, 5);
}

/** Runs in the card. */
function measureCard(root: Node): string[] {
  const measured: string[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const range = document.createRange();
  while (walker.nextNode()) {
    const node = walker.currentNode;
    range.selectNodeContents(node);
    const { width, height } = range.getBoundingClientRect();
    // Invisible nodes may come and go: white space between elements, a style sheet.
    if (width === 0 || height === 0) continue;
    const box = [width, height].map(Math.round).join(' × ');
    if (node instanceof Text) measured.push(`${node.data} ${box}`);
    else if (node instanceof Element) {
      const { color, backgroundColor, opacity, visibility, fontSize, fontFamily } = getComputedStyle(node);
      measured.push(
        [node.localName, box, color, backgroundColor, opacity, visibility, fontSize, fontFamily].join(' '),
      );
    }
  }
  return measured;
}
