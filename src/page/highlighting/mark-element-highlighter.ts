import type { TextBlock } from '../reading/text-block.ts';
import { type HighlightedItem, innermost, itemStyleNameOf, toHighlightedItems } from './highlighted-item.ts';
import type { PageHighlighter } from './page-highlighter.ts';
import { rejoinText, restoreText, type SplitText } from './split-text.ts';
import { wrapItems } from './wrap-items.ts';

interface HighlightedBlock {
  readonly splits: SplitText[];
  readonly elements: Map<HighlightedItem, HTMLElement[]>;
}

/** If a page removes our elements this often … */
const maxConflictRounds = 10;
/** … within this time, the highlighter stops. A page that is slower is at work, not fighting us. */
const conflictSpanMs = 10_000;

export interface MarkElementHighlighterOptions {
  readonly win: Window & typeof globalThis;
  readonly shadowRoots: () => readonly ShadowRoot[];
  /** Runs work whose changes to the page are our own and must not be reported as the page's. */
  readonly unobserved: <Result>(work: () => Result) => Result;
  /** The name of something of ours (`mark`, or a style) in this document. */
  readonly nameOf: (word: string) => string;
}

/**
 * Draws with elements of our own around the text, wrapped by mark.js: for browsers without the Custom
 * Highlight API, and readers who prefer elements. It splits the page's text nodes, so the page takes
 * precedence: when the page first changes a split text node, the text is rejoined and that subtree is never
 * marked again.
 */
export function createMarkElementHighlighter(options: MarkElementHighlighterOptions): PageHighlighter {
  return new MarkElementHighlighter(options);
}

class MarkElementHighlighter implements PageHighlighter {
  readonly changesPage = true;
  readonly #win: MarkElementHighlighterOptions['win'];
  readonly #shadowRoots: MarkElementHighlighterOptions['shadowRoots'];
  readonly #unobserved: MarkElementHighlighterOptions['unobserved'];
  readonly #nameOf: MarkElementHighlighterOptions['nameOf'];
  readonly #elementName: string;
  readonly #highlighted = new Map<TextBlock, HighlightedBlock>();
  readonly #blockByNode = new WeakMap<Node, TextBlock>();
  readonly #itemsByElement = new WeakMap<Element, readonly HighlightedItem[]>();
  /** The roots of the subtrees that are never marked again. */
  readonly #withdrawn = new WeakSet<Node>();
  /** When the page removed elements of ours, within the last `conflictSpanMs`. */
  readonly #conflicts: number[] = [];
  #hasLost = false;

  constructor({ win, shadowRoots, unobserved, nameOf }: MarkElementHighlighterOptions) {
    this.#nameOf = nameOf;
    this.#elementName = nameOf('mark');
    this.#win = win;
    this.#shadowRoots = shadowRoots;
    this.#unobserved = unobserved;
  }

  draw(...[block, mentions, traces]: Parameters<PageHighlighter['draw']>): void {
    this.clear(block);
    if (this.#hasLost || mentions.length + traces.length === 0) return;
    if (!block.nodes.every((node) => this.accepts(node))) return;
    const items = toHighlightedItems(block, mentions, traces);
    this.#unobserved(() => {
      const elements = new Map<HighlightedItem, HTMLElement[]>();
      const splits = wrapItems(block, items, this.#elementName, (element, covering) => {
        element.className = covering.map((item) => this.#nameOf(itemStyleNameOf(item))).join(' ');
        this.#itemsByElement.set(element, covering);
        for (const item of covering) elements.set(item, [...(elements.get(item) ?? []), element]);
      });
      for (const { node, pieces } of splits) {
        for (const one of [node, ...pieces]) this.#blockByNode.set(one, block);
      }
      this.#highlighted.set(block, { splits, elements });
    });
  }

  clear(block?: TextBlock): void {
    if (block) this.#clearBlock(block);
    else for (const one of [...this.#highlighted.keys()]) this.#clearBlock(one);
  }

  accepts(node: Node): boolean {
    if (this.#hasLost) return false;
    for (let current: Node | null = node; current; current = current.parentNode) {
      if (this.#withdrawn.has(current)) return false;
    }
    return true;
  }

  noteChanges(records: readonly MutationRecord[]): void {
    if (this.#highlighted.size === 0) return;
    for (const record of records) {
      if (record.type === 'attributes') continue;
      const block = this.#findTouched(record);
      if (block) this.#withdraw(block, record);
    }
  }

  itemAt(x: number, y: number): HighlightedItem | undefined {
    let target = this.#win.document.elementFromPoint(x, y);
    const roots = this.#shadowRoots();
    while (target) {
      const host: Element = target;
      const mark = host.closest(this.#elementName);
      if (mark) return innermost(this.#itemsByElement.get(mark) ?? []);
      const inner = roots.find((root) => root.host === host)?.elementFromPoint(x, y);
      // If nothing inside the root is at the point, its answer is the host again.
      target = inner && inner !== host ? inner : null;
    }
    return undefined;
  }

  rectsOf(item: HighlightedItem): readonly DOMRect[] {
    return this.#elementsOf(item).flatMap((element) => [...element.getClientRects()]);
  }

  elementOf(item: HighlightedItem): Element | undefined {
    return this.#elementsOf(item)[0];
  }

  restore(): boolean {
    return !this.#hasLost;
  }

  #clearBlock(block: TextBlock): void {
    const state = this.#highlighted.get(block);
    if (!state) return;
    this.#highlighted.delete(block);
    this.#unobserved(() => {
      for (const split of state.splits) restoreText(split);
    });
  }

  #elementsOf(item: HighlightedItem): HTMLElement[] {
    const elements = this.#highlighted.get(item.block)?.elements.get(item) ?? [];
    return elements.filter((element) => element.isConnected);
  }

  /** The marked block in which a record changed or moved split text, or added something beside it. */
  #findTouched(record: MutationRecord): TextBlock | undefined {
    const touched = [record.target, ...record.addedNodes, ...record.removedNodes];
    if (record.previousSibling) touched.push(record.previousSibling);
    if (record.nextSibling) touched.push(record.nextSibling);
    for (const node of touched) {
      const block = this.#blockByNode.get(node) ?? this.#blockByNode.get(node.parentNode ?? node);
      if (block && this.#highlighted.has(block)) return block;
    }
    return undefined;
  }

  #withdraw(block: TextBlock, { type, target, removedNodes }: MutationRecord): void {
    const state = this.#highlighted.get(block);
    if (!state) return;
    this.#highlighted.delete(block);
    if ([...removedNodes].some((node) => node.nodeName.toLowerCase() === this.#elementName))
      this.#noteConflict();
    this.#unobserved(() => {
      for (const split of state.splits) rejoinText(split);
    });
    for (const node of block.nodes) this.#withdrawn.add(node.parentNode ?? node);
    this.#withdrawn.add(type === 'characterData' ? (target.parentNode ?? target) : target);
  }

  #noteConflict(): void {
    const now = this.#win.performance.now();
    const conflicts = this.#conflicts;
    conflicts.push(now);
    while (conflicts[0] !== undefined && conflicts[0] < now - conflictSpanMs) conflicts.shift();
    if (conflicts.length < maxConflictRounds) return;
    this.#hasLost = true;
    this.clear();
  }
}
