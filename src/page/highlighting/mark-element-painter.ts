import type { TextBlock } from '../reading/text-block.ts';
import type { PagePainter } from './page-painter.ts';
import { innermost, itemLookOf, type PaintedItem, toItems } from './painted-item.ts';
import { restoreText, type SplitText, takeBackText } from './split-text.ts';
import { wrapItems } from './wrap-items.ts';

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
  /** What something of ours (`mark`, or a look) is called in this document. */
  readonly nameOf: (word: string) => string;
}

/**
 * Paints by elements of our own around the text, wrapped by mark.js: where the Custom Highlight API is missing, or
 * where the reader prefers real elements. It splits the page's text nodes, so it gives way: on the page's first change
 * to a text node that it split, the text is made whole and that subtree is never painted again.
 */
export function createMarkElementPainter(options: MarkElementOptions): PagePainter {
  return new MarkElementPainter(options);
}

class MarkElementPainter implements PagePainter {
  readonly changesPage = true;
  readonly #view: MarkElementOptions['view'];
  readonly #shadowRoots: MarkElementOptions['shadowRoots'];
  readonly #unobserved: MarkElementOptions['unobserved'];
  readonly #nameOf: MarkElementOptions['nameOf'];
  readonly #elementName: string;
  readonly #painted = new Map<TextBlock, PaintedBlock>();
  readonly #blockByNode = new WeakMap<Node, TextBlock>();
  readonly #itemsByElement = new WeakMap<Element, readonly PaintedItem[]>();
  /** The roots of the subtrees that are never painted again. */
  readonly #withdrawn = new WeakSet<Node>();
  /** When the page has taken elements of ours away, not longer ago than `fightSpanMs`. */
  readonly #fights: number[] = [];
  #hasLost = false;

  constructor({ view, shadowRoots, unobserved, nameOf }: MarkElementOptions) {
    this.#nameOf = nameOf;
    this.#elementName = nameOf('mark');
    this.#view = view;
    this.#shadowRoots = shadowRoots;
    this.#unobserved = unobserved;
  }

  paint(...[block, mentions, traces]: Parameters<PagePainter['paint']>): void {
    this.clear(block);
    if (this.#hasLost || mentions.length + traces.length === 0) return;
    if (!block.nodes.every((node) => this.accepts(node))) return;
    const items = toItems(block, mentions, traces);
    this.#unobserved(() => {
      const elements = new Map<PaintedItem, HTMLElement[]>();
      const splits = wrapItems(block, items, this.#elementName, (element, covering) => {
        element.className = covering.map((item) => this.#nameOf(itemLookOf(item))).join(' ');
        this.#itemsByElement.set(element, covering);
        for (const item of covering) elements.set(item, [...(elements.get(item) ?? []), element]);
      });
      for (const { node, pieces } of splits) {
        for (const one of [node, ...pieces]) this.#blockByNode.set(one, block);
      }
      this.#painted.set(block, { splits, elements });
    });
  }

  clear(block?: TextBlock): void {
    if (block) this.#clearBlock(block);
    else for (const one of [...this.#painted.keys()]) this.#clearBlock(one);
  }

  accepts(node: Node): boolean {
    if (this.#hasLost) return false;
    for (let current: Node | null = node; current; current = current.parentNode) {
      if (this.#withdrawn.has(current)) return false;
    }
    return true;
  }

  noteChanges(records: readonly MutationRecord[]): void {
    if (this.#painted.size === 0) return;
    for (const record of records) {
      if (record.type === 'attributes') continue;
      const block = this.#findTouched(record);
      if (block) this.#withdraw(block, record);
    }
  }

  itemAt(x: number, y: number): PaintedItem | undefined {
    let target = this.#view.document.elementFromPoint(x, y);
    const roots = this.#shadowRoots();
    while (target) {
      const host: Element = target;
      const mark = host.closest(this.#elementName);
      if (mark) return innermost(this.#itemsByElement.get(mark) ?? []);
      const inner = roots.find((root) => root.host === host)?.elementFromPoint(x, y);
      // Where the point is in nothing that the root holds, its answer is the host again.
      target = inner && inner !== host ? inner : null;
    }
    return undefined;
  }

  rectsOf(item: PaintedItem): readonly DOMRect[] {
    return this.#elementsOf(item).flatMap((element) => [...element.getClientRects()]);
  }

  elementOf(item: PaintedItem): Element | undefined {
    return this.#elementsOf(item)[0];
  }

  restore(): boolean {
    return !this.#hasLost;
  }

  #clearBlock(block: TextBlock): void {
    const state = this.#painted.get(block);
    if (!state) return;
    this.#painted.delete(block);
    this.#unobserved(() => {
      for (const split of state.splits) restoreText(split);
    });
  }

  #elementsOf(item: PaintedItem): HTMLElement[] {
    const elements = this.#painted.get(item.block)?.elements.get(item) ?? [];
    return elements.filter((element) => element.isConnected);
  }

  /** The painted block whose split text a record changed, moved or put something beside. */
  #findTouched(record: MutationRecord): TextBlock | undefined {
    const touched = [record.target, ...record.addedNodes, ...record.removedNodes];
    if (record.previousSibling) touched.push(record.previousSibling);
    if (record.nextSibling) touched.push(record.nextSibling);
    for (const node of touched) {
      const block = this.#blockByNode.get(node) ?? this.#blockByNode.get(node.parentNode ?? node);
      if (block && this.#painted.has(block)) return block;
    }
    return undefined;
  }

  #withdraw(block: TextBlock, { type, target, removedNodes }: MutationRecord): void {
    const state = this.#painted.get(block);
    if (!state) return;
    this.#painted.delete(block);
    if ([...removedNodes].some((node) => node.nodeName.toLowerCase() === this.#elementName))
      this.#noteFight();
    this.#unobserved(() => {
      for (const split of state.splits) takeBackText(split);
    });
    for (const node of block.nodes) this.#withdrawn.add(node.parentNode ?? node);
    this.#withdrawn.add(type === 'characterData' ? (target.parentNode ?? target) : target);
  }

  #noteFight(): void {
    const now = this.#view.performance.now();
    const fights = this.#fights;
    fights.push(now);
    while (fights[0] !== undefined && fights[0] < now - fightSpanMs) fights.shift();
    if (fights.length < fightRounds) return;
    this.#hasLost = true;
    this.clear();
  }
}
