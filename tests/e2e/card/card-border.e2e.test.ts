/**
 * Whatever the reader does in a card, and whatever the page queries meanwhile, the page gets none of its words and none
 * of its nodes.
 */
import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readRecordedEvents, recordEvents } from '../driving/record-events.ts';
import { type TestedExtension, useExtension } from '../driving/start-extension.ts';
import { pointInCard, wordsOfCard } from './point-in-card.ts';

const term = 'Amazon Rekognition';
const story = `<article><h1>A test of cameras</h1><p>Police used <b>${term}</b>; others measured it.</p></article>`;
const html = `<script>(${recordEvents.toString()})()</script>${story}`;

/** What a reader can do with a card. */
const acts: readonly (readonly [what: string, act: (page: DrivenPage) => Promise<void>])[] = [
  [
    'moves the mouse over it',
    async (page) => {
      const { x, y } = await pointInCard(page, 'h2');
      await pointInCard(page, '.front-words .quoted');
      await page.page.mouse.move(x + 3, y + 3, { steps: 3 });
    },
  ],
  ['clicks into it', (page) => page.clickInCard('h2')],
  [
    'presses keys in it',
    async (page) => {
      await page.clickInCard('h2');
      for (const key of ['Tab', 'Tab', 'ArrowDown', 'a', 'Tab', 'F2'] as const) await page.press(key);
    },
  ],
  [
    'selects words of it, copies and cuts them',
    async (page) => {
      await pressTwice(page);
      await chord(page, 'c');
      await chord(page, 'x');
    },
  ],
  [
    'selects all while in it, and copies that',
    async (page) => {
      await page.clickInCard('h2');
      await chord(page, 'a');
      await chord(page, 'c');
    },
  ],
  [
    'drags what is selected in it',
    async (page) => {
      const { x, y } = await pressTwice(page);
      await page.page.mouse.down();
      await page.page.mouse.move(x + 40, y + 30, { steps: 8 });
      await page.page.mouse.up();
    },
  ],
  [
    'turns the wheel over it',
    async (page) => {
      await pointInCard(page, 'h2');
      await page.page.mouse.wheel({ deltaY: 60 });
    },
  ],
  [
    'asks for its menu',
    async (page) => {
      const { x, y } = await pointInCard(page, 'h2');
      await page.page.mouse.click(x, y, { button: 'right' });
    },
  ],
];

describe.each(browserNames)('a page in %s', (name) => {
  const tested = useExtension(name);

  test.each(acts)(
    'that listens to everything while the reader %s hears no word of the card',
    async (_what, act) => {
      const { page, words } = await openCard(tested);
      await act(page);
      // The page has rendered twice since: all events have been delivered.
      await page.call(drawTwice);
      const recorded = await page.call(readRecordedEvents);
      expect(recorded.count).toBeGreaterThan(0);
      const text = [recorded.text, ...recorded.reached.map((reached) => reached.text)].join(' ');
      expect(words.filter((word) => text.includes(word))).toEqual([]);
      expect(recorded.reached.filter(({ controls }) => controls > 0)).toEqual([]);
      expect(text).not.toMatch(/(?:chrome|moz)-extension:/);
      expect(recorded.keys).toEqual([]);
    },
  );

  test('hears the same of itself, so that its silence about the card means something', async () => {
    const page = await tested.openHtml(html);
    await page.waitForMark(term);
    const { x, y, width, height } = await page.boxOfText('others measured');
    await page.page.mouse.click(x + width / 2, y + height / 2, { count: 2 });
    await chord(page, 'c');
    const recorded = await page.call(readRecordedEvents);
    expect(recorded.text).toMatch(/others|measured/);
    expect(recorded.keys).toContain('c');
  });

  test('that searches finds no word of a card, open or closed', async () => {
    const { page, words } = await openCard(tested);
    expect(await page.call(searchFor, ['measured', ...words])).toEqual(['measured']);
    expect(await page.call(readRecordedEvents)).toMatchObject({ reached: [] });
    await page.press('Escape');
    await page.waitForNoCard();
    expect(await page.call(searchFor, ['measured', ...words])).toEqual(['measured']);
  });

  test('that puts its selection around the box, and enlarges it, gets no word of an open card', async () => {
    const { page, words } = await openCard(tested);
    const text = await page.call(growSelections);
    expect(text).toContain('measured');
    expect(words.filter((word) => text.includes(word))).toEqual([]);
  });

  test('that rewrites and presses all it gets hold of changes nothing in the card', async () => {
    const { page } = await openCard(tested);
    await pointInCard(page, '.front-words .quoted');
    await pointInCard(page, 'h2');
    await page.call(drawTwice);
    const before = await page.readCard();
    await page.call(rewriteReached);
    await page.call(drawTwice);
    expect(await page.readCard()).toBe(before);
    await page.press('Escape');
    await page.waitForNoCard();
  });
});

async function openCard(tested: TestedExtension): Promise<{ page: DrivenPage; words: string[] }> {
  const page = await tested.openHtml(html);
  await page.waitForMark(term);
  await page.clickMark(term);
  const card = await page.waitForCard((text) => text.length > 200);
  await page.waitForStillCard();
  const words = wordsOfCard(card, html);
  expect(words.length).toBeGreaterThan(5);
  // Earlier events, caused by the reader's way to the mark, belong to the page.
  await page.call(() => {
    const { eventRecord } = globalThis as unknown as { eventRecord: { keys: string[]; count: number } };
    eventRecord.keys.length = 0;
  });
  return { page, words };
}

/** A double click on a quotation, which selects one of its words. */
async function pressTwice(page: DrivenPage): Promise<{ x: number; y: number }> {
  const { x, y } = await pointInCard(page, '.front-words .quoted');
  await page.page.mouse.click(x, y, { count: 2 });
  return { x, y };
}

async function chord(page: DrivenPage, key: 'a' | 'c' | 'x'): Promise<void> {
  await page.page.keyboard.down('Control');
  await page.page.keyboard.press(key);
  await page.page.keyboard.up('Control');
}

function drawTwice(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Runs in the page: the words that its own search finds, with every search API; keeps where each search leads. */
function searchFor(words: string[]): string[] {
  const { find } = globalThis as unknown as { find?(text: string, ...options: boolean[]): boolean };
  const { eventRecord } = globalThis as unknown as { eventRecord: { nodes: Set<Node> } };
  const search = (word: string, isInFrames: boolean): boolean => {
    getSelection()?.removeAllRanges();
    try {
      const isFound = find?.(word, false, false, true, false, isInFrames, false) ?? false;
      const at = getSelection()?.anchorNode;
      if (at) eventRecord.nodes.add(at);
      return isFound;
    } catch {
      // Firefox refuses a search that reaches a frame of another origin.
      return false;
    }
  };
  return words.filter((word) => [true, false].filter((isInFrames) => search(word, isInFrames)).length > 0);
}

/** Runs in the page: starts a selection at the box and around it, and extends it step by step in both directions. */
function growSelections(): string {
  const selection = getSelection();
  const host = document.querySelector(':popover-open');
  if (!selection || !host?.parentNode) throw new Error('There is no box.');
  const seen = new Set<string>();
  const read = () => {
    seen.add(selection.toString());
    for (let at = 0; at < selection.rangeCount; at += 1) seen.add(selection.getRangeAt(at).toString());
  };
  const place = [...host.parentNode.childNodes].indexOf(host);
  const starts: readonly (readonly [Node, number])[] = [
    [host, 0],
    [host.parentNode, place],
    [host.parentNode, place + 1],
    [document.body, 0],
    [document.body, document.body.childNodes.length],
  ];
  for (const [node, offset] of starts) {
    for (const alter of ['extend', 'move']) {
      for (const direction of ['forward', 'backward']) {
        for (const step of ['character', 'word', 'line', 'lineboundary', 'documentboundary']) {
          selection.collapse(node, offset);
          for (let count = 0; count < 60; count += 1) {
            selection.modify(alter, direction, step);
            read();
            if (alter === 'move') selection.modify('extend', direction, 'line');
            read();
          }
        }
      }
    }
  }
  selection.selectAllChildren(host);
  read();
  document.execCommand('selectAll');
  read();
  selection.removeAllRanges();
  return [...seen].join(' ');
}

/**
 * Runs in the page: with every node obtained from an event, and its surroundings, everything a script can do to a
 * card's words.
 */
function rewriteReached(): void {
  const { eventRecord } = globalThis as unknown as { eventRecord: { nodes: Set<Node> } };
  const common = { bubbles: true, cancelable: true, composed: true };
  for (const root of new Set([...eventRecord.nodes].map((node) => node.getRootNode()))) {
    if (root === document || !root.isConnected) continue;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node instanceof Text) node.data = 'made up';
      if (node instanceof HTMLAnchorElement) node.href = 'https://example.org/made-up';
      if (!(node instanceof HTMLElement)) continue;
      node.dispatchEvent(new MouseEvent('click', common));
      node.dispatchEvent(new KeyboardEvent('keydown', { ...common, key: 'Enter' }));
      node.click();
    }
  }
}
