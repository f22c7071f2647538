import { characterAtPoint, type TextPart } from '../dom/text-at-point.ts';
import { isIgnored } from '../reading/block-container.ts';
import { tryRange } from '../reading/block-range.ts';
import { readBlocksInSteps } from '../reading/read-blocks.ts';
import type { TextBlock } from '../reading/text-block.ts';
import {
  extentOf,
  type HighlightedItem,
  innermost,
  itemStyleNameOf,
  toHighlightedItems,
} from './highlighted-item.ts';
import type { PageHighlighter } from './page-highlighter.ts';
import { listStyleNames } from './palette.ts';

/**
 * A live range costs the page at each DOM change: nothing measurable with 200 of them, about 0.15 ms an
 * insertion with 5,000 in Chromium. Beyond this limit static ranges are used; it does no harm that they go
 * stale, because a block is redrawn when it changes.
 */
const liveRangeLimit = 500;

/** Mentions are drawn over the quotation around them. */
const quoteMatchPriority = 0;
const mentionPriority = 1;

interface HighlightedRange {
  readonly item: HighlightedItem;
  range: AbstractRange;
  readonly highlight: Highlight;
  /** Its words were not where the page put text in: they are not looked for again. */
  isLost?: boolean;
}

export interface CssHighlighterOptions {
  /** The window whose document is marked. */
  readonly win: Window & typeof globalThis;
  /** Shadow roots with marks of this highlighter: a caret is found only in roots that are listed. */
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** The name of something of ours (`styleNameOf`) in this document. */
  readonly nameOf: (word: string) => string;
}

/** Draws with the CSS Custom Highlight API, without changing a node or attribute of the page. */
export class CssHighlighter implements PageHighlighter {
  readonly changesPage = false;
  readonly #win: CssHighlighterOptions['win'];
  readonly #shadowRoots: CssHighlighterOptions['shadowRoots'];
  readonly #nameOf: CssHighlighterOptions['nameOf'];
  readonly #registry: HighlightRegistry;
  /** Our highlights in the registry, by the names under which we registered them. */
  readonly #highlights = new Map<string, Highlight>();
  readonly #highlighted = new Map<TextBlock, HighlightedRange[]>();
  #rangeCount = 0;
  #wasRestored = false;
  #hasLost = false;

  constructor({ win, shadowRoots, nameOf }: CssHighlighterOptions) {
    this.#win = win;
    this.#nameOf = nameOf;
    this.#shadowRoots = shadowRoots;
    this.#registry = win.CSS.highlights;
  }

  draw(...[block, mentions, traces]: Parameters<PageHighlighter['draw']>): void {
    this.clear(block);
    if (this.#hasLost || mentions.length + traces.length === 0) return;
    const ranges: HighlightedRange[] = [];
    for (const item of toHighlightedItems(block, mentions, traces)) {
      const range = this.#makeRange(item);
      if (!range) continue;
      const priority = item.kind === 'entity' ? mentionPriority : quoteMatchPriority;
      const highlight = this.#highlightFor(this.#nameOf(itemStyleNameOf(item)), priority);
      highlight.add(range);
      ranges.push({ item, range, highlight });
    }
    this.#rangeCount += ranges.length;
    if (ranges.length > 0) this.#highlighted.set(block, ranges);
  }

  clear(block?: TextBlock): void {
    if (block) this.#clearBlock(block);
    else this.#clearAll();
  }

  itemAt(x: number, y: number): HighlightedItem | undefined {
    if (this.#highlighted.size === 0) return undefined;
    const character = characterAtPoint(this.#win.document, x, y, [...this.#shadowRoots()]);
    if (!character) return undefined;
    const items: HighlightedItem[] = [];
    for (const [block, ranges] of this.#highlighted) {
      if (!block.nodes.includes(character.node)) continue;
      items.push(...ranges.map(({ item }) => item).filter((item) => holds(item, character)));
    }
    return innermost(items);
  }

  rectsOf(item: HighlightedItem): readonly DOMRect[] {
    const range = rangeOfItem(item);
    return range ? [...range.getClientRects()] : [];
  }

  elementOf(item: HighlightedItem): Element | undefined {
    const container = rangeOfItem(item)?.startContainer;
    return container?.isConnected ? (container.parentElement ?? undefined) : undefined;
  }

  /**
   * A page that is still being written puts whole paragraphs in anew, many times a second: their marks go along at once,
   * until the paragraphs are read again.
   */
  noteChanges(records: readonly MutationRecord[]): void {
    let putIn: TextBlock | undefined;
    for (const ranges of this.#highlighted.values()) {
      for (const lost of ranges) {
        if (lost.isLost || !lost.range.collapsed) continue;
        putIn ??= readPutIn(records);
        // A page that only takes something out may put it in later.
        if (putIn.text === '') return;
        const range = findAgain(lost.item, putIn);
        lost.isLost = !range;
        if (!range) continue;
        lost.highlight.delete(lost.range);
        lost.highlight.add(range);
        lost.range = range;
      }
    }
  }

  accepts(): boolean {
    return true;
  }

  restore(): boolean {
    const lost = [...this.#highlights].filter(([name, highlight]) => this.#registry.get(name) !== highlight);
    // A page may clear the registry once on startup. If it does so again, treat it as intentional and stop
    // restoring.
    this.#hasLost ||= this.#wasRestored && lost.length > 0;
    if (this.#hasLost) return false;
    this.#wasRestored ||= lost.length > 0;
    for (const [name, highlight] of lost) this.#registry.set(name, highlight);
    return true;
  }

  #highlightFor(name: string, priority: number): Highlight {
    const known = this.#highlights.get(name);
    if (known) return known;
    const highlight = new this.#win.Highlight();
    highlight.priority = priority;
    this.#highlights.set(name, highlight);
    this.#registry.set(name, highlight);
    return highlight;
  }

  #makeRange(item: HighlightedItem): AbstractRange | undefined {
    const range = rangeOfItem(item);
    if (!range || this.#rangeCount < liveRangeLimit) return range;
    return new this.#win.StaticRange(range);
  }

  #clearBlock(block: TextBlock): void {
    const ranges = this.#highlighted.get(block);
    if (!ranges) return;
    for (const { range, highlight } of ranges) highlight.delete(range);
    this.#rangeCount -= ranges.length;
    this.#highlighted.delete(block);
  }

  #clearAll(): void {
    for (const block of [...this.#highlighted.keys()]) this.#clearBlock(block);
    for (const [name, highlight] of this.#highlights) {
      // Another instance of ours (after an update) may own the name by now: delete only our own.
      if (this.#registry.get(name) === highlight) this.#registry.delete(name);
    }
    this.#highlights.clear();
  }
}

function holds(item: HighlightedItem, { node, start, end }: TextPart): boolean {
  const range = rangeOfItem(item);
  return range?.isPointInRange(node, start) === true && range.isPointInRange(node, end);
}

/** Characters before a mark by which its place is found again. */
const contextLength = 20;

/**
 * Characters of one batch in which each mark is looked for: several times a long answer of a chat. With as many marks
 * as have live ranges this takes about ten milliseconds, for which the page waits.
 */
const maxSearched = 50_000;
/** What reading a place or block costs besides its characters, as many of them. */
const readingCost = 100;

/** What the page has put in, as it would be read: without scripts, fields and what attributes hide. */
function readPutIn(records: readonly MutationRecord[]): TextBlock {
  let text = '';
  const nodes: Text[] = [];
  const starts: number[] = [];
  let left = maxSearched;
  for (const { type, target, addedNodes } of records) {
    for (const root of type === 'characterData' ? [target] : addedNodes) {
      left -= readingCost;
      if (left < 0) return { text, nodes, starts };
      if (!root.isConnected || isIgnored(root)) continue;
      for (const block of readBlocksInSteps(root)) {
        left -= readingCost + (block?.text.length ?? 0);
        if (left < 0) return { text, nodes, starts };
        if (!block) continue;
        nodes.push(...block.nodes);
        for (const start of block.starts) starts.push(text.length + start);
        text += `${block.text}\0`;
      }
    }
  }
  return { text, nodes, starts };
}

/** Where a text has the words of an item, behind the same words. */
function findAgain(item: HighlightedItem, putIn: TextBlock): Range | undefined {
  const { start, end } = extentOf(item);
  const from = Math.max(0, start - contextLength);
  const at = putIn.text.indexOf(item.block.text.slice(from, end));
  return at < 0 ? undefined : tryRange(putIn, at + start - from, at + end - from);
}

/** Undefined if the page has changed the block's nodes since it was read; the block will be read again. */
function rangeOfItem(item: HighlightedItem): Range | undefined {
  const { start, end } = extentOf(item);
  return tryRange(item.block, start, end);
}

/**
 * Removes stale highlights of an instance that no longer runs. Deletes them by name, because Firefox does not
 * let a content script iterate the registry (docs/browser-bugs.md).
 */
export function clearStaleHighlights(
  registry: HighlightRegistry,
  nameOf: CssHighlighterOptions['nameOf'],
): void {
  if (registry.size === 0) return;
  for (const styleName of listStyleNames()) registry.delete(nameOf(styleName));
}
