import Mark from 'mark.js';
import { markElementName } from './left-marks.ts';
import type { PagePainter } from './page-painter.ts';
import { extentOf, innermost, type PaintedItem, toItems } from './painted-item.ts';
import { lookOf } from './palette.ts';
import { readTone } from './read-tone.ts';
import { restoreText, type SplitText, takeBackText } from './split-text.ts';
import type { TextBlock } from './text-block.ts';

interface PaintedBlock {
  readonly splits: SplitText[];
  readonly elements: Map<PaintedItem, HTMLElement[]>;
}

/** A page that takes our elements away this often … */
const fightRounds = 10;
/** … within this time is left alone. Slower than that is a page at work, not one that fights. */
const fightSpanMs = 10_000;

export interface MarkElementOptions {
  readonly view: Window & typeof globalThis;
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** Runs work whose changes to the page are our own and must not come back as the page's. */
  readonly unobserved: <Result>(work: () => Result) => Result;
}

/**
 * Paints by elements of our own around the text, wrapped by mark.js: where the Custom Highlight API is missing, or
 * where the reader prefers real elements. It splits the page's text nodes, so it gives way: on the page's first change
 * to a text node that it split, the text is made whole and that subtree is never painted again.
 */
export function createMarkElementPainter(options: MarkElementOptions): PagePainter {
  const { view, shadowRoots, unobserved } = options;
  const painted = new Map<TextBlock, PaintedBlock>();
  const blockByNode = new WeakMap<Node, TextBlock>();
  const itemsByElement = new WeakMap<Element, PaintedItem[]>();
  const withdrawn = new WeakSet<Node>();
  const fights: number[] = [];
  let hasLost = false;

  function paint(...[block, mentions, traces]: Parameters<PagePainter['paint']>): void {
    clear(block);
    const parent = block.nodes[0]?.parentElement;
    if (!parent || hasLost || mentions.length + traces.length === 0) return;
    if (!block.nodes.every((node) => accepts(node))) return;
    const tone = readTone(parent);
    const items = toItems(block, mentions, traces);
    unobserved(() => {
      const elements = new Map<PaintedItem, HTMLElement[]>();
      const before = block.nodes.map((node) => ({
        node,
        full: node.data,
        next: node.nextSibling,
      }));
      markPieces(block, items, (element, covering) => {
        element.dataset.sidelight = covering
          .map((item) =>
            item.kind === 'entity'
              ? lookOf(item.mention.style, tone)
              : lookOf(item.trace.kind === 'altered' ? 'altered' : 'trace', tone),
          )
          .join(' ');
        itemsByElement.set(element, covering);
        for (const item of covering) elements.set(item, [...(elements.get(item) ?? []), element]);
      });
      const splits = before.flatMap(({ node, full, next }) => findPieces(node, full, next));
      for (const { node, pieces } of splits) {
        for (const one of [node, ...pieces]) blockByNode.set(one, block);
      }
      painted.set(block, { splits, elements });
    });
  }

  function clear(block?: TextBlock): void {
    if (!block) {
      for (const one of [...painted.keys()]) clear(one);
      return;
    }
    const state = painted.get(block);
    if (!state) return;
    painted.delete(block);
    unobserved(() => {
      for (const split of state.splits) restoreText(split);
    });
  }

  function accepts(node: Node): boolean {
    if (hasLost) return false;
    for (let current: Node | null = node; current; current = current.parentNode) {
      if (withdrawn.has(current)) return false;
    }
    return true;
  }

  function noteChanges(records: readonly MutationRecord[]): void {
    if (painted.size === 0) return;
    for (const record of records) {
      if (record.type === 'attributes') continue;
      const block = findTouched(record);
      if (block) withdraw(block, record);
    }
  }

  /** The painted block whose split text a record changed, moved or put something beside. */
  function findTouched(record: MutationRecord): TextBlock | undefined {
    const touched = [record.target, ...record.addedNodes, ...record.removedNodes];
    if (record.previousSibling) touched.push(record.previousSibling);
    if (record.nextSibling) touched.push(record.nextSibling);
    for (const node of touched) {
      const block = blockByNode.get(node) ?? blockByNode.get(node.parentNode ?? node);
      if (block && painted.has(block)) return block;
    }
    return undefined;
  }

  function withdraw(block: TextBlock, record: MutationRecord): void {
    const state = painted.get(block);
    if (!state) return;
    painted.delete(block);
    if ([...record.removedNodes].some((node) => node.nodeName.toLowerCase() === markElementName)) noteFight();
    unobserved(() => {
      for (const split of state.splits) takeBackText(split);
    });
    for (const node of block.nodes) withdrawn.add(node.parentNode ?? node);
    withdrawn.add(
      record.type === 'characterData' ? (record.target.parentNode ?? record.target) : record.target,
    );
  }

  function noteFight(): void {
    const now = view.performance.now();
    fights.push(now);
    while (fights[0] !== undefined && fights[0] < now - fightSpanMs) fights.shift();
    if (fights.length < fightRounds) return;
    hasLost = true;
    clear();
  }

  function itemAt(x: number, y: number): PaintedItem | undefined {
    let target = view.document.elementFromPoint(x, y);
    const roots = new Set<Node>(shadowRoots());
    while (target) {
      const mark = target.closest(markElementName);
      if (mark) return innermost(itemsByElement.get(mark) ?? []);
      const inner: Element | null | undefined = [...roots]
        .filter((root): root is ShadowRoot => root instanceof view.ShadowRoot && root.host === target)
        .map((root) => root.elementFromPoint(x, y))
        .find((element) => element && element !== target);
      if (!inner) return undefined;
      target = inner;
    }
    return undefined;
  }

  function elementsOf(item: PaintedItem): HTMLElement[] {
    const elements = painted.get(item.block)?.elements.get(item) ?? [];
    return elements.filter((element) => element.isConnected);
  }

  return {
    changesPage: true,
    paint,
    clear,
    accepts,
    noteChanges,
    itemAt,
    rectsOf: (item) => elementsOf(item).flatMap((element) => [...element.getClientRects()]),
    elementOf: (item) => elementsOf(item)[0],
    restore: () => !hasLost,
  };
}

/**
 * Wraps the items' text. mark.js refuses overlapping ranges, and a name may lie in a quotation: so the items are cut
 * into pieces that do not overlap, each with the items that cover it.
 */
function markPieces(
  block: TextBlock,
  items: readonly PaintedItem[],
  note: (element: HTMLElement, covering: PaintedItem[]) => void,
): void {
  const edges = [...new Set(items.flatMap((item) => [extentOf(item).start, extentOf(item).end]))];
  edges.sort((a, b) => a - b);
  const pieces: { start: number; length: number; covering: PaintedItem[] }[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const covering = items.filter((item) => extentOf(item).start <= start && extentOf(item).end >= end);
    if (covering.length > 0) {
      const from = toNodeOffset(block, start);
      pieces.push({ start: from, length: toNodeOffset(block, end) - from, covering });
    }
  }
  // mark.js reads the text of its contexts one after the other: given the block's own text nodes, its offsets are ours,
  // but for the characters that stand in a block's text for objects between nodes.
  new Mark(block.nodes as unknown as HTMLElement[]).markRanges(pieces, {
    element: markElementName,
    each: (element, range) => {
      const piece = pieces.find(({ start }) => start === range.start);
      if (piece) note(element as HTMLElement, piece.covering);
    },
  });
}

/** An offset in the block's text as one in its nodes' own text, joined. */
function toNodeOffset(block: TextBlock, offset: number): number {
  let length = 0;
  for (const [index, node] of block.nodes.entries()) {
    const next = block.starts[index + 1];
    if (next === undefined || offset < next) {
      return length + Math.min(offset - (block.starts[index] ?? 0), node.length);
    }
    length += node.length;
  }
  return length;
}

/** What now stands between a text node and what followed it: the pieces that mark.js has split off. */
function findPieces(node: Text, full: string, next: ChildNode | null): SplitText[] {
  const pieces: ChildNode[] = [];
  for (let piece = node.nextSibling; piece && piece !== next; piece = piece.nextSibling) pieces.push(piece);
  return pieces.length > 0 ? [{ node, full, head: node.data, pieces }] : [];
}
