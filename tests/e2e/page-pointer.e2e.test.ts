import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../tools/browsers/driven-page.ts';
import { browserNames } from '../../tools/browsers/find-browser.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { changeSetting } from './change-setting.ts';
import { useExtension } from './start-extension.ts';

const article =
  '<main><article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p><p id="far" style="margin-top: 500px">Far away.</p></article></main>';
const term = 'Amazon Rekognition';

/** When the pointer last moved and when a popover opened or closed, by the page's own clock. */
interface Times {
  movedAt: number;
  openedAt: number;
  closedAt: number;
}

/** Runs in the page. */
function keepTimes(): void {
  const times: Times = { movedAt: 0, openedAt: 0, closedAt: 0 };
  Object.assign(globalThis, { times });
  addEventListener('pointermove', () => (times.movedAt = performance.now()), true);
  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes } of records) {
      if (addedNodes.length > 0) times.openedAt = performance.now();
      if (removedNodes.length > 0) times.closedAt = performance.now();
    }
  }).observe(document.documentElement, { childList: true });
}

const readTimes = (page: DrivenPage) => page.call(() => (globalThis as unknown as { times: Times }).times);

describe.each(browserNames)('the pointer in %s', (browser) => {
  const tested = useExtension(browser);

  test('hovering opens nothing unless the reader wants it; then after a rest, and closes a rest after leaving', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark(term);
    await page.call(keepTimes);
    const box = await page.boxOfText('Amazon');
    await page.moveMouseTo(box);
    // Nothing opens: waited for in the page, twice as long as the delay that it would take.
    await page.call(() => new Promise<void>((resolve) => setTimeout(resolve, 700)));
    expect((await readTimes(page)).openedAt).toBe(0);

    await changeSetting(tested, 'hover', { isOn: true, openDelayMs: 300, closeDelayMs: 300 });
    await page.page.bringToFront();
    await page.page.mouse.move(5, 5);
    await waitFor(
      'a card by hovering',
      async () => {
        await page.page.mouse.move(5, 5);
        await page.moveMouseTo(box);
        await page.call(() => new Promise<void>((resolve) => setTimeout(resolve, 800)));
        return page.readCard();
      },
      (text) => text?.includes('Rekognition') ?? false,
    );
    const opened = await readTimes(page);
    expect(opened.openedAt - opened.movedAt).toBeGreaterThanOrEqual(295);
    // From the term straight to where it ends: one move, and no second one that would tell of the leaving.
    await page.moveMouseTo(await page.boxOfText('Rekognition'));
    await page.moveMouseTo(await page.boxOfText('Far away'));
    await page.waitForNoCard();
    const closed = await readTimes(page);
    expect(closed.closedAt - closed.movedAt).toBeGreaterThanOrEqual(295);
    await changeSetting(tested, 'hover', { isOn: false, openDelayMs: 300, closeDelayMs: 300 });
    expect(page.errors).toEqual([]);
  });

  test('the page gets every event of a drag, a middle and a right click, and no card opens', async () => {
    const page = await tested.openHtml(`${article}<div draggable="true" id="piece">A piece to drag</div>`);
    await page.waitForMark(term);
    await page.call(() => {
      const heard: string[] = [];
      Object.assign(globalThis, { heard });
      for (const type of ['mousedown', 'auxclick', 'contextmenu', 'dragstart', 'selectstart']) {
        addEventListener(type, (event) => {
          if (type === 'contextmenu') event.preventDefault();
          heard.push(`${type} ${event instanceof MouseEvent ? event.button : ''}`.trim());
        });
      }
    });
    const box = await page.boxOfText('Amazon');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.page.mouse.click(x, y, { button: 'middle' });
    await page.page.mouse.click(x, y, { button: 'right' });
    await page.page.mouse.move(x, y);
    await page.page.mouse.down();
    await page.page.mouse.move(x + 40, y, { steps: 4 });
    await page.page.mouse.up();
    const heard = await page.call(() => (globalThis as unknown as { heard: string[] }).heard);
    expect(heard).toEqual(
      expect.arrayContaining(['mousedown 1', 'auxclick 1', 'mousedown 2', 'contextmenu 2', 'mousedown 0']),
    );
    expect(await page.call(() => getSelection()?.toString().length ?? 0)).toBeGreaterThan(0);
    expect(await page.readCard()).toBeUndefined();
  });
});
