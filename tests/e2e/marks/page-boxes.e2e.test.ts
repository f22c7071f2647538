import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const text =
  '<p>The county bought <span>Rekognition</span> in 2017.</p><p>A spokesperson for the county said that the contract runs out.</p>';
const placed = 'style="position:fixed;inset:40px auto auto 40px;width:400px;margin:0;background:#fff"';
const close = "document.querySelector('#box').style.display = 'none'";

/** A box of the page's own, `#box`, the action that opens it, and the one that closes it. */
const boxes: readonly (readonly [title: string, html: string, open: string])[] = [
  ['a popover', `<div id="box" popover ${placed}>${text}</div>`, 'box.showPopover()'],
  ['a modal dialog', `<dialog id="box" ${placed}>${text}</dialog>`, 'box.showModal()'],
  ['a dialog', `<dialog id="box" class="overlay" ${placed}>${text}</dialog>`, 'box.show()'],
  [
    'a dialog by its role, with the focus in it',
    `<div id="box" role="dialog" aria-modal="true" class="modal" tabindex="-1" ${placed}>${text}</div><script>
      document.addEventListener('focusin', (event) => { if (!box.contains(event.target)) box.focus() }, true)</script>`,
    'box.focus()',
  ],
  [
    'a box that closes on a press outside',
    `<div id="box" ${placed}>${text}</div><script>
      for (const type of ['pointerdown', 'mousedown', 'click', 'touchstart'])
        document.addEventListener(type, (event) => { if (!box.contains(event.target)) ${close} }, true)</script>`,
    '',
  ],
  [
    'a box that closes when something outside gets the focus',
    `<div id="box" ${placed}>${text}</div><script>
      document.addEventListener('focusin', (event) => { if (!box.contains(event.target)) ${close} }, true)</script>`,
    '',
  ],
  [
    'a menu that closes when it loses the focus',
    `<div id="box" tabindex="-1" ${placed}>${text}<button>OK</button></div><script>
      box.addEventListener('focusout', (event) => { if (!box.contains(event.relatedTarget)) ${close} })</script>`,
    'box.focus()',
  ],
  [
    'a menu whose button closes it on blur',
    `<div id="box" class="popup" tabindex="-1" ${placed}>${text}</div><script>box.onblur = () => ${close}</script>`,
    'box.focus()',
  ],
];

describe.each(browserNames)('the page’s own boxes in %s', (browser) => {
  const tested = useExtension(browser);
  const openPage = async (html: string, open: string): Promise<DrivenPage> => {
    const page = await tested.openHtml(
      `<main><article><h1>Faces</h1><p>Gender Shades is here.</p></article></main>${html}<input id="other" style="margin-top:600px">`,
    );
    await page.page.evaluate(`{ const box = document.querySelector('#box'); ${open} }`);
    await page.waitForMark('Rekognition');
    return page;
  };
  const isOpen = (page: DrivenPage) =>
    page.call(() => document.querySelector('#box')?.checkVisibility() === true);

  test.each(boxes)('%s stays while a card is opened, used and closed', async (_, html, open) => {
    const page = await openPage(html, open);
    await page.clickMark('Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    await page.waitForStillCard();
    expect(await isOpen(page)).toBe(true);
    await page.clickInCard('h2');
    // The focus reaches a frame of another process a moment after the press.
    await waitFor(
      'the focus in the card',
      () => page.callInCard(() => document.hasFocus(), []),
      (isSo) => isSo === true,
    );
    expect(await isOpen(page)).toBe(true);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(await isOpen(page)).toBe(true);
  });

  test('of a focus that went into the card the page hears when it goes elsewhere, and not before', async () => {
    const page = await openPage(`<div id="box" tabindex="-1" ${placed}>${text}</div>`, 'box.focus()');
    await page.call(() => {
      const events: string[] = [];
      Object.assign(globalThis, { events });
      for (const type of ['focusin', 'focusout', 'focus', 'blur'])
        document.addEventListener(
          type,
          ({ target }) => events.push(`${type} ${(target as Element).id}`),
          true,
        );
    });
    const events = () => page.call(() => (globalThis as unknown as { events: string[] }).events);
    await page.clickMark('Rekognition');
    await page.waitForCard();
    await page.waitForStillCard();
    await page.clickInCard('h2');
    await page.press('Escape');
    await page.waitForNoCard();
    expect(await page.call(() => document.activeElement?.id)).toBe('box');
    expect(await events()).toEqual([]);
    await page.clickMark('Rekognition');
    await page.waitForCard();
    await page.waitForStillCard();
    await page.page.click('#other');
    await page.waitForNoCard();
    expect(await page.call(() => document.activeElement?.id)).toBe('other');
    const relevant = (await events()).filter((event) => event !== 'focus ' && event !== 'blur ');
    expect(relevant.filter((event) => event === 'blur box')).toHaveLength(1);
    expect(relevant.filter((event) => event === 'focusout box')).toHaveLength(1);
    expect(relevant.slice(-2)).toEqual(['focus other', 'focusin other']);
  });
});
