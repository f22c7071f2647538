import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageChoices } from '../../../src/contracts/page-choices.ts';
import type { Mention } from '../../../src/matching/names/mention.ts';
import { CssHighlighter } from '../../../src/page/highlighting/css-highlighter.ts';
import { createHighlightPlan, type HighlightPlan } from '../../../src/page/highlighting/highlight-plan.ts';
import type { PageBlock } from '../../../src/page/reading/page-text.ts';
import { readUnseenBlocks } from '../../../src/page/reading/read-blocks.ts';
import { plainNames } from '../../../src/settings/mark-style/mark-names.ts';
import { everything } from '../every-choice.ts';
import { painted } from '../tested-session.ts';

let root: HTMLElement;
let plan: HighlightPlan;
/** The number of milliseconds by which the clock is ahead. */
let aheadMs: number;
let beforeDraw: () => void;

beforeEach(() => {
  root = document.createElement('article');
  document.body.append(root);
  aheadMs = 0;
  beforeDraw = () => {};
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + aheadMs);
  const highlighter = new CssHighlighter({ win: window, nameOf: plainNames, shadowRoots: () => [] });
  plan = createHighlightPlan({
    win: window,
    highlighter: () => highlighter,
    onWatched: () => {},
    onBeforeDraw: () => beforeDraw(),
    // As on a page with a ticker.
    hasChanged: () => true,
  });
});

afterEach(() => {
  plan.clear();
  vi.restoreAllMocks();
  root.remove();
});

/** Adds a paragraph and reads it. */
function read(text: string): PageBlock {
  const paragraph = document.createElement('p');
  paragraph.textContent = text;
  root.append(paragraph);
  const block = [...readUnseenBlocks(paragraph)][0] as PageBlock['block'];
  const mentions = [...text.matchAll(/Gender Shades|Rekognition/g)].map(
    ({ 0: name, index }): Mention => ({
      entity: `test/${name}`,
      name,
      topic: 'test/audits',
      show: 'always',
      weight: 1,
      start: index,
      end: index + name.length,
    }),
  );
  return { id: root.childElementCount, block, text, mentions, traces: [], isByLayout: true };
}

function draw(blocks: readonly PageBlock[], choices: PageChoices = everything): void {
  for (const _ of plan.draw(blocks, choices));
}

const withoutShades: PageChoices = { ...everything, hiddenEntities: new Set(['test/Gender Shades']) };

describe('marks of a block that was read again, on a page that never rests', () => {
  it('stay while its text may still be drawn, and go with the next choice of the reader', () => {
    const [old, other] = [read('Gender Shades'), read('Rekognition')];
    draw([old, other]);
    plan.remove([old]);
    draw([other]);
    expect(painted()).toEqual(['Gender Shades', 'Rekognition']);
    draw([other], withoutShades);
    expect(painted()).toEqual(['Rekognition']);
  });

  it('go when the page has long stopped to have the text', () => {
    const [old, other] = [read('Gender Shades'), read('Rekognition')];
    draw([old, other]);
    plan.remove([old]);
    aheadMs = 1_500;
    draw([other]);
    expect(painted()).toEqual(['Gender Shades', 'Rekognition']);
    aheadMs = 2_500;
    draw([other]);
    expect(painted()).toEqual(['Rekognition']);
  });

  it('stay while the page writes it too fast to be drawn', () => {
    const old = read('Gender Shades');
    draw([old]);
    plan.remove([old]);
    const next = read('Gender Shades and more');
    next.block.nodes[0]?.remove();
    aheadMs = 3_000;
    draw([next]);
    expect(painted()).toEqual(['Gender Shades']);
    draw([]);
    expect(painted()).toEqual([]);
  });
});

it('a block that the page replaces while a choice is drawn keeps no mark from before the choice', () => {
  const [first, replaced] = [read('Rekognition'), read('Gender Shades and Rekognition')];
  draw([first, replaced]);
  beforeDraw = () => replaced.block.nodes[0]?.remove();
  const colorByTopic = new Map([['test/audits', '#1a6fb0']]);
  draw([first, replaced], { ...withoutShades, colorByTopic });
  expect(plan.items.map(({ block }) => block)).toEqual([first.block]);
});
