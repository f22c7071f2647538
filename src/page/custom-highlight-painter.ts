import { rangeOf } from './block-range.ts';
import { hasBoxAt } from './boxes.ts';
import type { PagePainter } from './page-painter.ts';
import { extentOf, innermost, type PaintedItem, toItems } from './painted-item.ts';
import { highlightNameOf, listHighlightNames } from './palette.ts';
import { readTone } from './read-tone.ts';
import type { TextBlock } from './text-block.ts';

/**
 * A live range costs the page at each of its DOM changes: nothing that could be measured with 200 of them, about
 * 0.15 ms an insertion with 5,000 in Chromium. From here on static ranges serve; they go stale without harm, because
 * their block is painted anew when it changes.
 */
const liveRangeLimit = 500;

/** Mentions lie on top of the quotation that holds them. */
const tracePriority = 0;
const mentionPriority = 1;

interface PaintedRange {
  readonly item: PaintedItem;
  readonly range: AbstractRange;
  readonly highlight: Highlight;
}

/** CSS Custom Highlight API, `highlightsFromPoint`: not in TypeScript's own declarations, not in Chromium before 140. */
interface HitTestingRegistry extends HighlightRegistry {
  highlightsFromPoint?(
    x: number,
    y: number,
    options: { shadowRoots: readonly ShadowRoot[] },
  ): readonly { readonly ranges: readonly AbstractRange[] }[];
}

export interface CustomHighlightOptions {
  /** The window whose document is painted. */
  readonly view: Window & typeof globalThis;
  /** Shadow roots in which this painter has painted: hit-testing looks only into roots it is given. */
  readonly shadowRoots: () => readonly ShadowRoot[];
}

/** Paints by the CSS Custom Highlight API: not one node or attribute of the page is changed. */
export function createCustomHighlightPainter(options: CustomHighlightOptions): PagePainter {
  const { view, shadowRoots } = options;
  const document = view.document;
  const registry: HitTestingRegistry = view.CSS.highlights;
  const highlights = new Map<string, Highlight>();
  const painted = new Map<TextBlock, PaintedRange[]>();
  const itemsByRange = new WeakMap<AbstractRange, PaintedItem>();
  let rangeCount = 0;
  let wasRestored = false;
  let hasLost = false;

  function highlightFor(name: string, priority: number): Highlight {
    const known = highlights.get(name);
    if (known) return known;
    const highlight = new view.Highlight();
    highlight.priority = priority;
    highlights.set(name, highlight);
    registry.set(name, highlight);
    return highlight;
  }

  function paint(...[block, mentions, traces]: Parameters<PagePainter['paint']>): void {
    clear(block);
    const element = block.nodes[0]?.parentElement;
    if (!element || hasLost || mentions.length + traces.length === 0) return;
    const tone = readTone(element);
    const ranges: PaintedRange[] = [];
    for (const item of toItems(block, mentions, traces)) {
      const { start, end } = extentOf(item);
      const range = makeRange(block, start, end);
      if (!range) continue;
      const highlight =
        item.kind === 'entity'
          ? highlightFor(highlightNameOf(item.mention.style, tone), mentionPriority)
          : highlightFor(
              highlightNameOf(item.trace.kind === 'altered' ? 'altered' : 'trace', tone),
              tracePriority,
            );
      highlight.add(range);
      itemsByRange.set(range, item);
      ranges.push({ item, range, highlight });
    }
    rangeCount += ranges.length;
    if (ranges.length > 0) painted.set(block, ranges);
  }

  function makeRange(block: TextBlock, start: number, end: number): AbstractRange | undefined {
    const range = tryRange(block, start, end);
    if (!range || rangeCount < liveRangeLimit) return range;
    return new view.StaticRange(range);
  }

  function clear(block?: TextBlock): void {
    if (!block) {
      for (const one of [...painted.keys()]) clear(one);
      for (const [name, highlight] of highlights) {
        // Another instance of ours (after an update) may own the name by now: only what is ours goes.
        if (registry.get(name) === highlight) registry.delete(name);
      }
      highlights.clear();
      return;
    }
    const ranges = painted.get(block);
    if (!ranges) return;
    for (const { range, highlight } of ranges) highlight.delete(range);
    rangeCount -= ranges.length;
    painted.delete(block);
  }

  function itemAt(x: number, y: number): PaintedItem | undefined {
    if (painted.size === 0) return undefined;
    const roots = [...shadowRoots()];
    const hits = registry.highlightsFromPoint?.(x, y, { shadowRoots: roots });
    if (hits) return innermost(hits.flatMap((hit) => hit.ranges).flatMap(itemsOf));
    return itemAtCaret(x, y, roots);
  }

  function itemsOf(range: AbstractRange): PaintedItem[] {
    const item = itemsByRange.get(range);
    return item ? [item] : [];
  }

  /** For browsers without `highlightsFromPoint`: the caret's node leads to the block, the boxes decide. */
  function itemAtCaret(x: number, y: number, roots: ShadowRoot[]): PaintedItem | undefined {
    const node = document.caretPositionFromPoint?.(x, y, {
      shadowRoots: roots,
    })?.offsetNode;
    if (!node) return undefined;
    const items: PaintedItem[] = [];
    for (const ranges of painted.values()) {
      for (const { item } of ranges) {
        // A caret belongs to the nearest text, however far: beside a short line the point is in no box.
        if (item.block.nodes.includes(node as Text) && hasBoxAt(rectsOf(item), x, y)) items.push(item);
      }
    }
    return innermost(items);
  }

  function rectsOf(item: PaintedItem): readonly DOMRect[] {
    const { start, end } = extentOf(item);
    const range = tryRange(item.block, start, end);
    return range ? [...range.getClientRects()] : [];
  }

  function elementOf(item: PaintedItem): Element | undefined {
    const { start, end } = extentOf(item);
    const container = tryRange(item.block, start, end)?.startContainer;
    return container?.isConnected ? (container.parentElement ?? undefined) : undefined;
  }

  function restore(): boolean {
    const lost = [...highlights].filter(([name, highlight]) => registry.get(name) !== highlight);
    // Once is an accident (a page that clears the registry when it starts); twice is a wish, and for good.
    hasLost ||= wasRestored && lost.length > 0;
    if (hasLost) return false;
    wasRestored ||= lost.length > 0;
    for (const [name, highlight] of lost) registry.set(name, highlight);
    return true;
  }

  return {
    changesPage: false,
    paint,
    clear,
    itemAt,
    rectsOf,
    elementOf,
    restore,
    noteChanges: () => {},
    accepts: () => true,
  };
}

/** A block whose nodes the page has changed since it was read has no range; it will be read anew. */
function tryRange(block: TextBlock, start: number, end: number): Range | undefined {
  try {
    const range = rangeOf(block, start, end);
    return range.collapsed ? undefined : range;
  } catch {
    return undefined;
  }
}

/**
 * Takes away every highlight under a name of ours: what an instance that can no longer run has left. By name, because
 * Firefox lets no content script go through the registry (docs/browser-bugs.md).
 */
export function clearLeftHighlights(registry: HighlightRegistry): void {
  if (registry.size === 0) return;
  for (const name of listHighlightNames()) registry.delete(name);
}
