import { describe, expect, test } from 'vitest';
import { countMentions } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readFocusRings } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { openRelatedCard } from '../card/open-related-card.ts';
import { useExtension } from '../driving/start-extension.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b> for years.</p></article>`;

/** Optional fields of what our scripts pass to the browser, and to each other as JSON. */
const optionNames = [
  ...['signal', 'capture', 'passive', 'once', 'mode', 'childList', 'subtree', 'attributes', 'characterData'],
  ...[
    'shadowRoots',
    'preventScroll',
    'behavior',
    'block',
    'toJSON',
    'isOk',
    'request',
    'failure',
    'pageDate',
    'trace',
  ],
];

const brokenWorlds: readonly (readonly [what: string, script: string])[] = [
  [
    'puts accessors on Object.prototype that throw',
    `for (const name of ${JSON.stringify(optionNames)}) Object.defineProperty(Object.prototype, name, {
      configurable: true, get() { throw new Error('polluted ' + name); }, set() { throw new Error('polluted ' + name); } });`,
  ],
  [
    'breaks promises',
    `Promise.prototype.then = Promise.prototype.finally = () => { throw new Error('no then'); };
     Promise.resolve = Promise.all = Promise.race = () => { throw new Error('no promises'); };`,
  ],
  [
    'breaks highlights',
    `window.Highlight = function () { throw new Error('no highlights'); };
     Object.defineProperty(CSS, 'highlights', { get() { throw new Error('no registry'); } });
     for (const name of ['set', 'delete', 'clear', 'keys']) HighlightRegistry.prototype[name] = () => { throw new Error(name); };`,
  ],
  [
    'breaks ranges, selections and walkers',
    `for (const prototype of [Range.prototype, Selection.prototype, TreeWalker.prototype, AbstractRange.prototype])
       for (const name of Object.getOwnPropertyNames(prototype))
         if (Object.getOwnPropertyDescriptor(prototype, name).configurable && name !== 'constructor')
           Object.defineProperty(prototype, name, { get() { throw new Error(name); } });
     document.getSelection = window.getSelection = document.createRange = () => { throw new Error('no ranges'); };`,
  ],
];

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);

  // Such a page also breaks our tests' own scripts: the content script is queried for the marks, and the surrounding
  // element for their place.
  test.each(brokenWorlds)('that %s is marked, and the card opens and closes', async (_what, script) => {
    const page = await tested.openHtml(`<script>${script}</script>${story}`);
    const surface = await tested.openSilentPage();
    await page.page.bringToFront();
    await waitFor(
      'a mention',
      () => countMentions(surface.page, page.page.url()),
      (count) => count === 1,
    );
    const box = await page.call(() => {
      const { x, y, width, height } = (document.querySelector('b') as Element).getBoundingClientRect();
      return { x, y, width, height };
    });
    await page.clickBox(box);
    expect(await page.waitForCard()).toContain(term);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('that storms with messages while a card is open neither closes nor slows it to a stop', async () => {
    const page = await openCard(await tested.openHtml(story));
    await page.call(stormMessages, 5_000);
    await openRelatedCard(page);
    await waitFor(
      'a related card',
      () => page.readCard(),
      (text) => text !== undefined && !text.includes('Police used'),
    );
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('that shows and hides its own popover and dialog every 5 ms leaves the card open and where it is', async () => {
    const page = await openCard(
      await tested.openHtml(`${story}<div popover="manual" id="menu">Menu</div><dialog>News</dialog>`),
    );
    const times = await page.call(flickerPopovers, 100);
    expect(times).toEqual({ shown: 100, moves: 0 });
    expect(await page.readCard()).toContain(term);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('that swaps a frame two hundred times is marked, and the card opens', async () => {
    const page = await tested.openHtml(`${story}<div id="slot"></div>`);
    await page.call(swapFrames, 200);
    await openCard(page);
    expect(await page.call(() => document.querySelectorAll('iframe').length)).toBe(1);
    expect(page.errors).toEqual([]);
  });

  test('that hides a text under five hundred shadow roots has it read, and the card opens there', async () => {
    const page = await tested.openHtml(`<div id="top"></div><script>(${nestRoots.toString()})(500)</script>`);
    await openCard(page);
    expect(page.errors).toEqual([]);
  });

  test.each([
    ['from the first', `<script>document.designMode = 'on'</script>${story}`],
    ['after it was marked', story],
  ])(
    'that is an editor as a whole %s is left alone, and what is typed stands as it was typed',
    async (when, html) => {
      const page = await tested.openHtml(html);
      if (when !== 'from the first') await page.waitForMark(term);
      const surface = await tested.openSilentPage();
      await page.page.bringToFront();
      await page.call(() => {
        document.designMode = 'on';
      });
      const box = await page.boxOfText('for years');
      await page.clickBox(box);
      await page.page.keyboard.type(' Gender Shades ');
      await waitFor(
        'nothing found',
        () => countMentions(surface.page, page.page.url()),
        (count) => count === 0,
      );
      expect(await page.readMarks()).toEqual([]);
      await page.clickText(term);
      expect(await page.call(() => document.querySelectorAll(':popover-open').length)).toBe(0);
      const written = await page.call(() => document.querySelector('article')?.textContent ?? '');
      expect(written.replaceAll('\xa0', ' ')).toContain(' Gender Shades ');
      expect(page.errors).toEqual([]);
    },
  );
});

describe('what only Chromium can emulate', () => {
  const tested = useExtension('chromium');

  test('a page that is printed while a card is open, or toured, is printed without either', async () => {
    const page = await tested.openHtml(story);
    await page.waitForMark(term);
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    await page.waitForCard();
    const shown = async () => [
      await page.call(() => document.querySelector(':popover-open')?.checkVisibility()),
      await page.call(readFocusRings),
    ];
    expect(await shown()).toEqual([true, [true]]);
    await page.page.emulateMediaType('print');
    expect(await shown()).toEqual([false, [false]]);
    await page.page.emulateMediaType('screen');
    expect(await shown()).toEqual([true, [true]]);
    expect(page.errors).toEqual([]);
  });
});

async function openCard(page: DrivenPage): Promise<DrivenPage> {
  await page.waitForMark(term);
  await page.clickMark(term);
  expect(await page.waitForCard((text) => text.length > 200)).toContain(term);
  return page;
}

/**
 * Runs in the page: messages to itself, received by every listener on the window; resolves when the last has arrived.
 */
function stormMessages(count: number): Promise<void> {
  return new Promise((resolve) => {
    let received = 0;
    addEventListener('message', () => {
      received += 1;
      if (received === count) resolve();
    });
    for (let sent = 0; sent < count; sent += 1) {
      postMessage(
        { to: sent % 2 ? 'content' : 'background', call: 'moveToMention', request: { step: 1, open: true } },
        '*',
      );
    }
  });
}

function flickerPopovers(times: number): Promise<{ shown: number; moves: number }> {
  const menu = document.querySelector('#menu') as HTMLElement;
  const news = document.querySelector('dialog') as HTMLDialogElement;
  const counted = { shown: 0, moves: 0 };
  new MutationObserver((records) => {
    for (const { removedNodes } of records) counted.moves += removedNodes.length;
  }).observe(document.documentElement, { childList: true });
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (menu.matches(':popover-open')) {
        menu.hidePopover();
        news.close();
        if (counted.shown < times) return;
        clearInterval(timer);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(counted)));
      } else {
        menu.showPopover();
        news.show();
        counted.shown += 1;
      }
    }, 5);
  });
}

/** Runs in the page: most frames are removed before they have loaded, every tenth soon after. */
async function swapFrames(times: number): Promise<void> {
  for (let swapped = 0; swapped < times; swapped += 1) {
    const frame = document.createElement('iframe');
    frame.style.cssText = 'width: 400px; height: 200px';
    frame.srcdoc = `<p>${'A reader reads this frame about Gender Shades. '.repeat(8)}</p>`;
    document.querySelector('#slot')?.replaceChildren(frame);
    await new Promise((resolve) => {
      if (swapped % 10 === 9) frame.addEventListener('load', resolve);
      else requestAnimationFrame(resolve);
    });
  }
}

function nestRoots(depth: number): void {
  let host = document.querySelector('#top') as Element;
  for (let made = 0; made < depth; made += 1) {
    const root = host.attachShadow({ mode: 'open' });
    host = root.appendChild(document.createElement('div'));
  }
  host.innerHTML = '<article><p>Police used Amazon Rekognition for years.</p></article>';
}
