import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readFocusRings } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';
import { openRelatedCard } from './open-related-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used ${term}.</p><p>
<a href="#followed">Gender Shades</a> came first.</p><p>Far away.</p></article><iframe></iframe>`;
/**
 * Short, so that hovering opens and closes cards quickly; the longest delay, inside a link, is `dwellInLinkMs` all the
 * same.
 */
const hover = { openDelayMs: 50, closeDelayMs: 50 };
/** Longer than any delay that opens or closes a card: 500 ms inside a link. */
const waitMs = 700;

describe.each(browserNames)('a page in %s that makes up input', (name) => {
  const tested = useExtension(name);
  let isHoverOn = false;
  /** Before the page is opened: no event says when an open page has received it. */
  async function chooseHover(isOn: boolean): Promise<void> {
    if (isOn !== isHoverOn) await changeSetting(tested, 'hover', { ...hover, isOn });
    isHoverOn = isOn;
  }

  test.each<[input: string, text: string, isOn: boolean]>([
    ['click', term, false],
    ['rest', 'Gender Shades', false],
    ['rest', 'Gender Shades', true],
    ['rest', term, true],
  ])('opens nothing by %s on %s (opening by hover: %s), once the card is at hand', async (...row) => {
    const [input, text, isOn] = row;
    await chooseHover(isOn);
    const page = await openAndClose(tested);
    await page.call(countBoxes);
    await page.call(makeUp, input, text);
    await letCome(tested, page);
    expect(await page.call(readBoxes)).toBe(0);
    // A real click in the same place works: the mark and the listener exist.
    const box = await page.boxOfText(text);
    if (input === 'click') await page.clickBox(box);
    else await page.moveMouseTo(box);
    await page.waitForCard();
    expect(page.errors).toEqual([]);
  });

  test('neither closes an open card nor moves anything in it', async () => {
    await chooseHover(false);
    const page = await openAndClose(tested);
    await page.clickMark(term);
    await page.waitForCard((text) => text.length > 200);
    await page.waitForStillCard();
    // With a back button, which a key could use.
    await openRelatedCard(page);
    const before = await waitFor(
      'a related card',
      () => readInside(page),
      (inside) => inside?.title !== term,
    );
    expect(before?.focused).toBe('dialog');
    const seen: Record<string, unknown> = {};
    const expected: Record<string, unknown> = {};
    for (const input of ['Escape', 'press', 'click', 'Tab', 'Alt+ArrowLeft']) {
      for (const at of ['Far away.', '']) {
        await page.call(makeUp, input, at);
        const row = `${input} on ${at || 'its box'}`;
        seen[row] = await readInside(page);
        expected[row] = before;
      }
    }
    expect(seen).toEqual(expected);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test.each(['rest', 'blur'])('takes no card back that came by hovering by %s', async (input) => {
    await chooseHover(true);
    const page = await openAndClose(tested);
    // The focus is in a frame already, as after a click on an advertisement.
    await page.call(() => document.querySelector('iframe')?.focus());
    await page.moveMouseTo(await page.boxOfText(term));
    await page.waitForCard();
    await page.call(makeUp, input, 'Far away.');
    await letCome(tested, page);
    expect(await page.readCard()).toContain(term);
    await page.moveMouseTo(await page.boxOfText('Far away.'));
    await page.waitForNoCard();
  });

  test('does not end the tour of mentions', async () => {
    const page = await tested.openHtml(story);
    await page.waitForMark(term);
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    await page.waitForCard();
    for (const input of ['Escape', 'press']) {
      await page.call(makeUp, input, 'Far away.');
      expect([input, await page.call(readFocusRings)]).toEqual([input, [true]]);
    }
    await page.press('Escape');
    await waitFor(
      'no ring',
      () => page.call(readFocusRings),
      (rings) => rings.length === 0,
    );
  });

  test('is not heard by any message that it can send', async () => {
    await chooseHover(false);
    const page = await openAndClose(tested);
    const [first] = await page.readMarks();
    await page.call(countBoxes);
    await page.call(forgeMessages);
    await letCome(tested, page);
    expect(await page.call(readBoxes)).toBe(0);
    const options = await tested.openSilentPage();
    const stored = await askBackground(options.page, 'getSettings');
    expect(stored).toMatchObject({ enabled: true, hiddenEntities: [], sites: { patterns: [] } });
    await page.page.bringToFront();
    expect((await page.readMarks())[0]).toEqual(first);
    expect(page.errors).toEqual([]);
  });
});

/** A page on which a card was open: its script is loaded and listens. */
async function openAndClose(tested: TestedExtension): Promise<DrivenPage> {
  const page = await tested.openHtml(story);
  await page.waitForMark('Gender Shades');
  await page.clickMark(term);
  await page.waitForCard();
  await page.press('Escape');
  await page.waitForNoCard();
  await page.page.mouse.move(2, 2);
  return page;
}

/**
 * Waits until any effect of a forged event or message has happened: hover delays have ended in the page, and the
 * background has been called.
 */
async function letCome(tested: TestedExtension, page: DrivenPage): Promise<void> {
  await page.call((ms) => new Promise<void>((resolve) => setTimeout(resolve, ms)), waitMs);
  await tested.extension.findTabId(page);
}

const readInside = (page: DrivenPage) =>
  page.callInCard(
    (root) => ({
      title: root.querySelector('h2')?.textContent,
      focused: root.activeElement?.getAttribute('role') ?? null,
    }),
    [],
  );

/** Runs in the page: counts every popover that opens, including those that close again. */
function countBoxes(): void {
  const boxes = { count: 0 };
  Object.assign(globalThis, { boxes });
  const note = (event: Event) => {
    if ((event as ToggleEvent).newState === 'open') boxes.count += 1;
  };
  addEventListener('beforetoggle', note, { capture: true });
}

function readBoxes(): number {
  return (globalThis as unknown as { boxes: { count: number } }).boxes.count;
}

/** Runs in the page: forges input as closely as a script can. Without `text` it targets the open box. */
function makeUp(input: string, text: string): void {
  const box = document.querySelector(':popover-open');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && (text === '' || !node.nodeValue?.includes(text))) node = walker.nextNode();
  const target = node?.parentElement ?? box;
  if (!target) throw new Error('There is nothing to forge input on.');
  const range = document.createRange();
  if (node) {
    range.setStart(node, node.nodeValue?.indexOf(text) ?? 0);
    range.setEnd(node, range.startOffset + text.length);
  }
  const { left, top, width, height } = range.getBoundingClientRect();
  const at = { clientX: left + width / 2, clientY: top + height / 2, detail: 1 };
  const common = { bubbles: true, cancelable: true, composed: true };
  const mouse = { ...common, ...at, pointerType: 'mouse', isPrimary: true };
  const send = (event: Event) => target.dispatchEvent(event);
  const key = (name: string, altKey = false) => {
    for (const type of ['keydown', 'keyup'])
      send(new KeyboardEvent(type, { ...common, key: name, code: name, altKey }));
  };
  if (input === 'click') send(new MouseEvent('click', mouse));
  else if (input === 'press') send(new PointerEvent('pointerdown', mouse));
  else if (input === 'rest') send(new PointerEvent('pointermove', { ...mouse, button: -1 }));
  else if (input === 'blur') window.dispatchEvent(new FocusEvent('blur'));
  else if (input === 'Alt+ArrowLeft') key('ArrowLeft', true);
  else key(input);
}

/**
 * Runs in the page. The requests are valid for a content script, so that only the sender can be the reason for refusal.
 */
function forgeMessages(): void {
  const scope = globalThis as unknown as { chrome?: { runtime?: { sendMessage?(message: unknown): void } } };
  for (const message of [
    {
      to: 'background',
      call: 'changeSettings',
      request: { kind: 'site', pattern: location.hostname, isOn: false },
    },
    { to: 'content', call: 'moveToMention', request: { step: 1, open: true } },
  ]) {
    postMessage(message, '*');
    for (const target of [window, document, document.documentElement]) {
      for (const type of ['message', 'sidelight'])
        target.dispatchEvent(new CustomEvent(type, { bubbles: true, detail: message }));
      target.dispatchEvent(
        new MessageEvent('message', { data: message, origin: location.origin, source: window }),
      );
    }
    new BroadcastChannel('sidelight').postMessage(message);
    try {
      scope.chrome?.runtime?.sendMessage?.(message);
    } catch {
      // The page has no such channel: that is what is tested.
    }
  }
}
