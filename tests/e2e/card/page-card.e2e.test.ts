import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { Box } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

const term = 'Amazon Rekognition';

/** The card's box in the window, and its state. */
async function readCardBox(page: DrivenPage) {
  const box = await page.readCardBox();
  const inside = await page.callInCard((card) => {
    const dialog = card.querySelector('.card');
    return {
      isSheet: dialog?.classList.contains('sheet') ?? false,
      seconds: dialog ? Number.parseFloat(getComputedStyle(dialog).transitionDuration) : 0,
      animations: card.getAnimations().length,
    };
  }, []);
  return box && inside && { ...box, ...inside };
}

/** The card is beside its term, entirely in the window, and under the pointer. */
async function expectBeside(page: DrivenPage, mark: Box): Promise<void> {
  await page.waitForStillCard();
  const card = await waitFor(
    'a card with a size',
    () => readCardBox(page),
    (box) => (box?.width ?? 0) > 0,
  );
  if (!card) throw new Error('There is no card.');
  const { width, height } = await page.call(() => ({ width: innerWidth, height: innerHeight }));
  expect(card.width).toBeGreaterThan(150);
  expect(card.x).toBeGreaterThanOrEqual(-1);
  expect(card.x + card.width).toBeLessThanOrEqual(width + 1);
  expect(card.y).toBeGreaterThanOrEqual(-1);
  expect(card.y + card.height).toBeLessThanOrEqual(height + 1);
  await expectReached(page, card);
  const gapBelow = card.y - (mark.y + mark.height);
  const gapAbove = mark.y - (card.y + card.height);
  const gapBeside = Math.max(card.x - (mark.x + mark.width), mark.x - (card.x + card.width));
  expect(Math.max(gapBelow, gapAbove, gapBeside)).toBeLessThan(60);
}

/** The element in the middle of the card is the box, not an element of the page. */
async function expectReached(page: DrivenPage, { x, y, width }: Box): Promise<void> {
  const isBox = (left: number, top: number) => document.elementFromPoint(left, top)?.matches(':popover-open');
  expect(await page.call(isBox, x + width / 2, y + 20)).toBe(true);
}

async function openAt(page: DrivenPage): Promise<Box> {
  await page.waitForMark(term);
  await page.clickMark(term);
  expect(await page.waitForCard()).toContain('Rekognition');
  return page.boxOfText('Amazon');
}

describe.each(browserNames)('the card in %s', (browser) => {
  const tested = useExtension(browser);

  test.each([
    'zoomed-root',
    'transformed-body',
    'sticky-and-scrolled',
    'hostile-styles',
    'double-size-text',
    'broken-over-lines',
  ])('opens beside its term on a page with %s', async (situation) => {
    const page = await tested.openFile(`pages/${situation}.html`);
    await expectBeside(page, await openAt(page));
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('opens from either line of a term that is broken over lines', async () => {
    const page = await tested.openFile('pages/broken-over-lines.html');
    await page.waitForMark(term);
    const first = await page.boxOfText('Amazon');
    const second = await page.boxOfText('Rekognition');
    expect(second.y).toBeGreaterThan(first.y);
    for (const box of [first, second]) {
      await page.clickBox(box);
      expect(await page.waitForCard()).toContain('Rekognition');
      await page.press('Escape');
      await page.waitForNoCard();
    }
  });

  test('stays with its term while a container scrolls', async () => {
    const page = await tested.openFile('pages/sticky-and-scrolled.html');
    await openAt(page);
    await page.waitForStillCard();
    const before = await readCardBox(page);
    await page.call(() => document.querySelector('#pane')?.scrollBy({ top: 60, behavior: 'instant' }));
    await waitFor(
      'the card to follow',
      () => readCardBox(page),
      (box) => Math.abs((before?.y ?? 0) - 60 - (box?.y ?? 0)) < 3,
    );
  });

  test('moves into a fullscreen element and home again', async () => {
    const page = await tested.openFile('pages/fullscreen.html');
    await page.waitForMark(term);
    await page.page.click('button');
    await waitFor(
      'fullscreen',
      () => page.call(() => document.fullscreenElement?.id),
      (id) => id === 'story',
    );
    await openAt(page);
    const mountPointOf = () =>
      page.call(() => document.querySelector(':popover-open')?.parentElement?.localName);
    expect(await mountPointOf()).toBe('article');
    const box = await readCardBox(page);
    if (box) await expectReached(page, box);
    await page.call(() => document.exitFullscreen());
    await waitFor('the way home', mountPointOf, (home) => home === 'html');
    // Firefox reloads a frame that is moved.
    await page.waitForCard((text) => text.includes('Rekognition'));
    expect(page.errors).toEqual([]);
  });

  test('opens inside a modal dialog, where it can be used', async () => {
    // A dialog is boilerplate to a reader of the article.
    await changeSetting(tested, 'extent', 'whole-page');
    const page = await tested.openFile('pages/modal-dialog.html');
    await page.waitForMark('Gender Shades');
    await page.page.click('button');
    await openAt(page);
    expect(await page.call(() => document.querySelector(':popover-open')?.parentElement?.localName)).toBe(
      'dialog',
    );
    await page.clickInCard('.close');
    await page.waitForNoCard();
    expect(await page.call(() => document.querySelector('dialog')?.open)).toBe(true);
    await changeSetting(tested, 'extent', 'article');
  });
});

describe('what Chromium can emulate', () => {
  const tested = useExtension('chromium');

  test('a small touch screen gets a sheet at the bottom, by a tap', async () => {
    const page = await tested.openFile('pages/phone.html');
    await page.page.setViewport({ width: 400, height: 700, hasTouch: true, isMobile: true });
    await page.page.reload();
    await page.waitForMark(term);
    const box = await page.boxOfText('Amazon');
    await page.page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
    await waitFor(
      'a sheet that stands at the bottom',
      () => readCardBox(page),
      (card) => card?.isSheet === true && Math.abs(card.y + card.height - 700) < 2,
    );
  });

  test('printed pages have no marks', async () => {
    const page = await tested.openFile('pages/clears-highlights-once.html');
    await page.waitForMark(term);
    const readLine = () =>
      page.call(() => {
        const [name] = [...(CSS.highlights as unknown as Map<string, unknown>).keys()];
        return getComputedStyle(document.querySelector('p') as Element, `::highlight(${name})`)
          .textDecorationLine;
      });
    expect(await readLine()).toBe('underline');
    await page.page.emulateMediaType('print');
    expect(await readLine()).toBe('none');
  });
});

describe.each([
  ['chromium', { chromiumArguments: ['--force-high-contrast'] }],
  [
    'firefox',
    { firefoxPreferences: { 'browser.display.document_color_use': 2, 'ui.prefersReducedMotion': 1 } },
  ],
] as const)('forced colours and reduced motion in %s', (browser, options) => {
  const tested = useExtension(browser, options);

  test('marks and card can be seen, and nothing moves', async () => {
    const page = await tested.openFile('pages/clears-highlights-once.html');
    if (browser === 'chromium') {
      await page.page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
      const session = await page.page.createCDPSession();
      await session.send('Emulation.setEmulatedMedia', {
        features: [
          { name: 'forced-colors', value: 'active' },
          { name: 'prefers-reduced-motion', value: 'reduce' },
        ],
      });
    }
    expect(await page.call(() => matchMedia('(forced-colors: active)').matches)).toBe(true);
    expect(await page.call(() => matchMedia('(prefers-reduced-motion: reduce)').matches)).toBe(true);
    const mark = await openAt(page);
    const moving = await readCardBox(page);
    expect([moving?.seconds, moving?.animations]).toEqual([0, 0]);
    await expectBeside(page, mark);
    expect(page.errors).toEqual([]);
  });
});
