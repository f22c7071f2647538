/** None of our elements in a page is one that the page can define, and no forged event presses anything. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import { type DrivenPage, menuItem } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { builtFolder } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { openMenu, settle } from './covered-card.ts';
import { openStillCard } from './open-still-card.ts';
import { pointInCard } from './point-in-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>.</p><p>Gender Shades came first.</p></article>`;

/** Everything in the package that could be the name of an element, and names that another version may use. */
function listNames(folder: string): string[] {
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.js'),
  );
  const found = scripts.flatMap(
    (file) => readFileSync(join(folder, file), 'utf8').match(/\bsidelight(?:-[a-z]+)+\b/g) ?? [],
  );
  const guessed = [
    'card',
    'ring',
    'notice',
    'mark',
    'box',
    'host',
    'frame',
    'popover',
    'root',
    'tour',
    'status',
    'mention',
  ];
  return [...new Set([...found, ...guessed.map((one) => `sidelight-${one}`)])];
}

interface Constructed {
  readonly names: string[];
  readonly texts: string[];
}

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);
  const names = listNames(builtFolder(name));

  test('that defines elements by every name of ours, known or met, constructs none and gets no root', async () => {
    expect(names.length).toBeGreaterThan(10);
    const page = await tested.openHtml(
      `<script>(${defineElements.toString()})(${JSON.stringify(names)})</script>${story}`,
    );
    await page.waitForMark(term);
    await page.page.bringToFront();
    // Twice: elements found in the first round are defined in the second.
    for (let round = 0; round < 2; round += 1) {
      await page.clickMark(term);
      await page.waitForCard();
      await page.press('Escape');
      await page.waitForNoCard();
      await tested.extension.driver.runCommand('next-mention');
      await page.waitForCard();
      await page.press('Escape');
      await page.waitForNoCard();
      await page.press('Escape');
    }
    expect(await page.call(readConstructed)).toEqual({ names: [], texts: [] });
    // The page's own elements are caught: the trap works.
    await page.call((own) => {
      document.body.append(document.createElement(own));
    }, names[0] ?? '');
    expect((await page.call(readConstructed)).names).toContain(names[0]);
  });

  test('that makes up clicks and keys at every point of an open card has nothing done', async () => {
    const surface = await tested.openSilentPage();
    const readSettings = async () => JSON.stringify(await askBackground(surface.page, 'getSettings'));
    const settings = await readSettings();
    const page = await tested.openHtml(story);
    await openStillCard(page, term);
    await openMenu(page);
    const pages = await listPages(page);
    const before = await page.readCard();
    const points: number[][] = [];
    for (const selector of [menuItem('hide'), menuItem('site'), menuItem('topic'), '.close', 'h2']) {
      const { x, y } = await pointInCard(page, selector);
      points.push([x, y]);
    }
    expect(await page.call(makeUpEverything, points)).toBeGreaterThan(100);
    await settle(page);
    expect(await readSettings()).toBe(settings);
    expect(await page.readCard()).toBe(before);
    expect(await listPages(page)).toEqual(pages);
    // A real press works.
    await waitFor(
      'the press of a hand',
      async () => {
        await openMenu(page);
        await page.clickInCard(menuItem('hide')).catch(() => undefined);
        return readSettings();
      },
      (now) => now !== settings,
    );
  });
});

const listPages = async (page: DrivenPage) =>
  (await page.page.browser().pages()).map((one) => one.url()).filter((address) => address !== 'about:blank');

/** Runs first in the page. */
function defineElements(names: string[]): void {
  const constructed: Constructed = { names: [], texts: [] };
  Object.assign(globalThis, { constructed });
  const define = (name: string): void => {
    if (customElements.get(name)) return;
    customElements.define(
      name,
      class extends HTMLElement {
        constructor() {
          super();
          constructed.names.push(name);
          const poll = () => {
            try {
              const root = this.attachInternals().shadowRoot ?? this.shadowRoot;
              if (root) constructed.texts.push(`${name}: ${root.textContent}`);
            } catch {
              // Each element returns its internals once.
            }
          };
          setTimeout(poll, 100);
        }
      },
    );
  };
  for (const name of names) define(name);
  new MutationObserver((records) => {
    for (const { addedNodes } of records)
      for (const node of addedNodes)
        if (node instanceof Element && node.localName.includes('-')) define(node.localName);
  }).observe(document, { childList: true, subtree: true });
}

function readConstructed(): Constructed {
  return (globalThis as unknown as { constructed: Constructed }).constructed;
}

/** Runs in the page. Returns how many events were sent. */
function makeUpEverything(points: number[][]): number {
  const common = { bubbles: true, cancelable: true, composed: true };
  let count = 0;
  for (const [clientX = 0, clientY = 0] of points) {
    const host = document.querySelector<HTMLElement>(':popover-open');
    const at = {
      ...common,
      clientX,
      clientY,
      screenX: clientX,
      screenY: clientY,
      detail: 1,
      button: 0,
      view: window,
    };
    const targets = new Set<EventTarget>([window, document, ...document.elementsFromPoint(clientX, clientY)]);
    if (host) targets.add(host);
    for (const target of targets) {
      const send = (event: Event) => {
        target.dispatchEvent(event);
        count += 1;
      };
      for (const type of ['pointerover', 'pointermove', 'pointerdown', 'pointerup'])
        send(new PointerEvent(type, { ...at, pointerType: 'mouse', isPrimary: true }));
      for (const type of ['mousemove', 'mousedown', 'mouseup', 'click', 'dblclick', 'auxclick'])
        send(new MouseEvent(type, at));
      for (const key of ['Enter', ' ', 'Tab', 'Escape', 'ArrowLeft'])
        for (const type of ['keydown', 'keypress', 'keyup'])
          send(new KeyboardEvent(type, { ...common, key, code: key, view: window }));
      for (const type of ['focus', 'focusin', 'submit', 'beforetoggle', 'command'])
        send(new Event(type, common));
      // A scripted click on the box itself; on the page's own elements it would be one outside the card.
      if (target === host) host.click();
    }
    host?.focus();
    (document.elementFromPoint(clientX, clientY) as HTMLElement | null)?.click();
  }
  return count;
}
