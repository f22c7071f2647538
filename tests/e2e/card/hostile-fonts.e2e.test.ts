/** A page's fonts reach into closed roots; none that it defines may draw a word of a card. */

import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { useExtension } from '../driving/start-extension.ts';

const wideFonts = dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf'));

/** The family names of a card, and the fonts that they resolve to on readers' systems and in tests. */
const names =
  `serif sans-serif system-ui ui-serif ui-sans-serif monospace Georgia Times Helvetica Arial Roboto Cantarell Ubuntu
  Arimo Tinos Gelasio`.split(/\s+/);
const longNames = [
  'Times New Roman',
  'Segoe UI',
  'San Francisco',
  '.AppleSystemUIFont',
  'BlinkMacSystemFont',
];
const faces = [...names, ...longNames]
  .map((name) => `@font-face { font-family: "${name}"; src: url("/fonts/DejaVuSans-Bold.ttf"); }`)
  .join('\n');

const story = `<article><p>Police used Amazon Rekognition.</p></article>
<p><span id="control" style="font-family: Georgia, serif">A page may draw itself as it likes.</span></p>`;

describe.each(browserNames)('fonts of a page in %s', (name) => {
  // The page's own fonts are a third wider than these, so that a single word in them would be noticed.
  const tested = useExtension(name, { fonts: 'narrow' });

  test('draw nothing in a card, whatever they are called', async () => {
    tested.server.addFolder('/fonts/', wideFonts);
    const page = await tested.openHtml(story);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForStillCard();
    const before = await page.callInCard(measureWords, []);
    expect(Object.keys(before ?? {}).length).toBeGreaterThan(30);
    const [control] = await page.call(measureControl);
    const [drawnAnew] = await page.call(defineFaces, faces);
    expect(drawnAnew).toBeGreaterThan((control ?? 0) * 1.15);
    expect(await page.callInCard(measureWords, [])).toEqual(before);
    // Nor would they if the card used their name.
    expect(await page.callInCard(nameFont, [])).toBe(false);
  });
});

function measureControl(): number[] {
  return [document.querySelector('#control')?.getBoundingClientRect().width ?? 0];
}

/** Runs in the page; resolves when every face has loaded. Returns the width of the page's own text in one of them. */
async function defineFaces(styles: string): Promise<number[]> {
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = styles;
  await Promise.all([...document.fonts].map((face) => face.load()));
  await document.fonts.ready;
  return [document.querySelector('#control')?.getBoundingClientRect().width ?? 0];
}

/** Runs in the card: the position and width of each of its texts, in whole pixels. */
function measureWords(root: Document): Record<string, number[]> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const card = root.querySelector('.card')?.getBoundingClientRect() ?? new DOMRect();
  const measured: Record<string, number[]> = {};
  let count = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    const { left, top, width, height } = range.getBoundingClientRect();
    if (width === 0) continue;
    measured[`${count++} ${node.nodeValue}`] = [left - card.left, top - card.top, width, height].map(
      Math.round,
    );
  }
  return measured;
}

/** Runs in the card. */
function nameFont(root: Document): boolean {
  const quote = root.querySelector<HTMLElement>('.front-words .quoted');
  const range = document.createRange();
  if (!quote) return false;
  const measure = () => {
    range.selectNodeContents(quote);
    return JSON.stringify([...range.getClientRects()].map(({ width }) => width));
  };
  const before = measure();
  quote.style.fontFamily = 'Georgia, serif';
  return measure() !== before;
}
