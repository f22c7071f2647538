import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';

const article =
  '<main><article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p><p id="far" style="margin-top: 500px; text-align: right">Far away.</p></article></main>';
const term = 'Amazon Rekognition';

/** When the pointer last moved and when a popover opened or closed, in the page's own time (ms). */
interface Times {
  movedAt: number;
  openedAt: number;
  closedAt: number;
}

function keepTimes(): void {
  const times: Times = { movedAt: 0, openedAt: 0, closedAt: 0 };
  Object.assign(globalThis, { times });
  // The event's own time: on a busy machine this listener may run long after the extension's.
  addEventListener('pointermove', (event) => (times.movedAt = event.timeStamp), true);
  // The box exists before and after; a popover is what opens.
  const note = ({ target, newState }: ToggleEvent) => {
    if (!(target instanceof Element) || target.parentElement !== document.documentElement) return;
    if (newState === 'open') times.openedAt = performance.now();
    else times.closedAt = performance.now();
  };
  addEventListener('beforetoggle', note as EventListener, { capture: true });
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
    // Nothing opens: waits in the page, twice as long as the delay.
    await page.call(() => new Promise<void>((resolve) => setTimeout(resolve, 700)));
    expect((await readTimes(page)).openedAt).toBe(0);

    await changeSetting(tested, 'hover', { isOn: true, openDelayMs: 300, closeDelayMs: 300 });
    // Opened after the change: no event says when an open page has received it.
    const other = await tested.openHtml(article);
    await other.waitForMark(term);
    await other.call(keepTimes);
    await other.page.mouse.move(5, 5);
    await other.moveMouseTo(await other.boxOfText('Amazon'));
    expect(await other.waitForCard()).toContain('Rekognition');
    const opened = await readTimes(other);
    expect(opened.openedAt - opened.movedAt).toBeGreaterThanOrEqual(295);
    // From the term straight to where it ends: one move, without a second one that would signal leaving.
    await other.moveMouseTo(await other.boxOfText('Rekognition'));
    await other.moveMouseTo(await other.boxOfText('Far away'));
    await other.waitForNoCard();
    const closed = await readTimes(other);
    expect(closed.closedAt - closed.movedAt).toBeGreaterThanOrEqual(295);
    await changeSetting(tested, 'hover', { isOn: false, openDelayMs: 300, closeDelayMs: 300 });
    expect([...page.errors, ...other.errors]).toEqual([]);
  });

  test('the page gets every event of a drag, a middle and a right click, and no card opens', async () => {
    const page = await tested.openHtml(`${article}<div draggable="true" id="piece">A piece to drag</div>`);
    await page.waitForMark(term);
    await page.call(() => {
      const events: string[] = [];
      Object.assign(globalThis, { events });
      for (const type of ['mousedown', 'auxclick', 'contextmenu', 'dragstart', 'selectstart']) {
        addEventListener(type, (event) => {
          if (type === 'contextmenu') event.preventDefault();
          events.push(`${type} ${event instanceof MouseEvent ? event.button : ''}`.trim());
        });
      }
    });
    const box = await page.boxOfText('Amazon');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    // The drag first: some browsers start scrolling on a middle click, and capture the mouse for it.
    await page.page.mouse.move(box.x + 2, y);
    await page.page.mouse.down();
    await page.page.mouse.move(box.x + box.width, y, { steps: 4 });
    await page.page.mouse.up();
    await waitFor(
      'a selection',
      () => page.call(() => getSelection()?.toString().length ?? 0),
      (length) => length > 0,
    );
    await page.page.mouse.click(x, y, { button: 'middle' });
    await page.page.mouse.click(x, y, { button: 'right' });
    const wanted = ['mousedown 1', 'auxclick 1', 'mousedown 2', 'contextmenu 2', 'mousedown 0'];
    await waitFor(
      'the events of all three',
      () => page.call(() => (globalThis as unknown as { events: string[] }).events),
      (events) => wanted.every((event) => events.includes(event)),
    );
    expect(await page.readCard()).toBeUndefined();
  });

  const plain = '<p>The county bought <span id="point">Rekognition</span> in 2017.</p>';
  const over = 'position:fixed;inset:0 0 auto;height:300px;';
  const acting = (attributes: string) => `<div ${attributes}>${plain}</div>`;
  test.each([
    [
      'a banner lies over the mark',
      `${plain}<div style="${over}background:#fff">We value your privacy.</div>`,
    ],
    ['a transparent layer lies over the mark', `${plain}<div style="${over}"></div>`],
    ['an image lies over the mark', `${plain}<img alt="" style="${over}width:100%">`],
    ['a banner goes when it is pressed', `${plain}<div style="${over}" onpointerdown="this.remove()"></div>`],
    [
      'the mark is scrolled out of its box',
      `<div style="height:40px;overflow:auto"><p>Above</p>${plain}</div>`,
    ],
    ['the page shows a hand of its own', acting('style="cursor:url(hand.png) 4 4, pointer"')],
    ['the page shows an image for a cursor', acting('style="cursor:url(hand.png), auto"')],
    ['the page can be zoomed into', acting('style="cursor:zoom-in"')],
    ['the text is a choice', acting('role="radio"')],
    ['the text is in a row that can be chosen', acting('role="row" aria-selected="false"')],
    ['the text is part of a tree', acting('role="treeitem"')],
    ['the text is an item of a menu, in capitals', acting('role="none MenuItemRadio"')],
    [
      'the text is in the slot of a button',
      '<x-button><template shadowrootmode="open"><button><slot></slot></button></template><span id="point">Rekognition</span></x-button>',
    ],
  ])('no card comes where %s', async (_, html) => {
    const page = await tested.openHtml(
      `<main><article><h1>Faces</h1>${html}<p style="margin-top:340px">The Pilot Parliaments Benchmark is a set of photographs.</p></article></main>`,
    );
    await page.waitForMark('Rekognition');
    await page.waitForMark('Pilot Parliaments Benchmark');
    await page.call(() => {
      const opened: boolean[] = [];
      Object.assign(globalThis, { opened });
      document.addEventListener(
        'toggle',
        (event) =>
          event.target instanceof Element && event.target.matches(':popover-open') && opened.push(true),
        true,
      );
    });
    const countOpened = () => page.call(() => (globalThis as unknown as { opened: boolean[] }).opened.length);
    const { x, y } = await page.call(() => {
      const box = document.querySelector('#point')?.getBoundingClientRect() as DOMRect;
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    await page.page.mouse.click(x, y);
    // Whatever the first click would have opened appears before this click's card.
    await page.clickMark('Pilot Parliaments Benchmark');
    expect(await page.waitForCard()).toContain('Pilot Parliaments');
    await waitFor('the card to be counted', countOpened, (count) => count > 0);
    expect(await countOpened()).toBe(1);
  });

  test('a layer that takes no pointer leaves the mark to the reader', async () => {
    const page = await tested.openHtml(
      `<main><article><h1>Faces</h1>${plain}<div style="${over}pointer-events:none"></div></article></main>`,
    );
    await page.waitForMark('Rekognition');
    await page.clickMark('Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
  });

  test('resting on a link that lies over a mark opens nothing, resting on one that holds it does', async () => {
    const page = await tested.openHtml(
      `<main><article><h1>Faces</h1>${plain}<a href="#news" style="${over}background:#eef">News</a>
       <p style="margin-top:340px">Of the <a href="#more">Pilot Parliaments Benchmark</a> more.</p></article></main>`,
    );
    await page.waitForMark('Pilot Parliaments Benchmark');
    await page.call(keepTimes);
    await page.moveMouseTo(await page.boxOfText('Rekognition'));
    // Twice as long as the delay.
    await page.call(() => new Promise<void>((resolve) => setTimeout(resolve, 1_000)));
    expect((await readTimes(page)).openedAt).toBe(0);
    await page.moveMouseTo(await page.boxOfText('Pilot Parliaments'));
    expect(await page.waitForCard()).toContain('Pilot Parliaments');
  });
});
