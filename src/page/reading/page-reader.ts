import { maxBlockLength, maxBlocks } from '../dom/reading-limit.ts';
import { findShadowRoots } from '../dom/shadow-roots.ts';
import { blockContainerOf, isIgnored } from './block-container.ts';
import { createPageText, type PageBlock } from './page-text.ts';
import { readBlocksInSteps } from './read-blocks.ts';
import { readByLayout } from './read-by-layout.ts';
import { findProse, readProse } from './read-prose.ts';
import type { TextBlock } from './text-block.ts';

export interface ReadingOptions {
  readonly document: Document;
  /** A shadow root was discovered and must be observed like the document. */
  readonly onRoot: (root: ShadowRoot) => void;
  /** Blocks whose text nodes have changed or gone, before their place is read again. */
  readonly onRemoved: (blocks: readonly PageBlock[]) => void;
}

/** How the page's text has changed since the last call. */
export interface TextChanges {
  /** Numbers of removed blocks. */
  readonly removed: readonly number[];
  readonly added: readonly PageBlock[];
}

/** The page's text, kept up to date place by place. */
export class PageReader {
  readonly #options: ReadingOptions;
  readonly #text = createPageText();
  // Browsers show plain text as one <pre>, which on an HTML page would be code.
  readonly #isPlainText: boolean;
  #nextId = 0;
  /** Blocks removed from and added to the page since `drainChanges`. */
  #removed: PageBlock[] = [];
  readonly #added = new Set<PageBlock>();

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#isPlainText = /^text\/(?:plain|markdown)$/.test(options.document.contentType);
  }

  /** The page's blocks in reading order. */
  get blocks(): readonly PageBlock[] {
    return this.#text.blocks;
  }

  /** Reads places again, block by block. Each step is short; the page may change between two steps. */
  *readPlaces(places: readonly Node[]): Generator<undefined, void> {
    const gone = this.#text.removeGone();
    this.#remove(gone);
    // A block that lost a node: layout may have joined it from several elements, so read it from a remaining node.
    const left = gone.flatMap(({ block }) => block.nodes.find((node) => node.isConnected) ?? []);
    for (const place of [...places, ...left]) yield* this.#readContainer(blockContainerOf(place));
  }

  /**
   * Reads blocks again by computed style, once each: what flows within a line and what separates it, what is
   * hidden in it, and the quotation marks of style sheets.
   */
  *readByLayout(blocks: readonly PageBlock[]): Generator<undefined, void> {
    const due = blocks.filter(({ isByLayout }) => !isByLayout).map(({ block }) => block);
    if (due.length === 0) return;
    const blockOf = new Map<Node, TextBlock>();
    for (const { block } of this.blocks) for (const node of block.nodes) blockOf.set(node, block);
    const read: TextBlock[] = [];
    const nodes = new Set<Node>();
    for (let block = due.pop(); block; block = due.pop()) {
      const left = block.nodes.filter((node) => node.isConnected && !nodes.has(node));
      if (left.length === 0) continue;
      for (const one of readByLayout(left)) {
        // Layout gives the same block from whichever of its nodes it is read.
        if (nodes.has(one.nodes[0] as Text)) continue;
        read.push(one);
        for (const node of one.nodes) {
          nodes.add(node);
          const before = blockOf.get(node);
          if (before && before !== due.at(-1)) due.push(before);
        }
      }
      // Drops what has no block by layout: its place is ignored, or it is not text.
      for (const node of left) nodes.add(node);
      yield;
    }
    this.#remove(this.#text.removeWith(nodes));
    this.#insert(
      read.map((block) => this.#number(block, true)),
      true,
    );
  }

  /**
   * The changes since the last call. A block that was read again with the same text does not count: it takes
   * over the number and findings of the one before.
   */
  drainChanges(): TextChanges {
    const removedByText = new Map<string, PageBlock[]>();
    for (const block of this.#removed) {
      const known = removedByText.get(block.text);
      if (known) known.push(block);
      else removedByText.set(block.text, [block]);
    }
    const added = [...this.#added].filter((block) => {
      const before = removedByText.get(block.text)?.pop();
      if (!before) return true;
      block.id = before.id;
      block.mentions = before.mentions;
      block.traces = before.traces;
      return false;
    });
    const removed = [...removedByText.values()].flat().map(({ id }) => id);
    this.#removed = [];
    this.#added.clear();
    return { removed, added };
  }

  *#readContainer(changed: Node): Generator<undefined, void> {
    const { document } = this.#options;
    if (!changed.isConnected) {
      this.#remove(this.#text.removeIn(changed));
      return;
    }
    const container = this.#removeAround(changed);
    if (this.#isPlainText) {
      for (const node of document.querySelector('body > pre')?.childNodes ?? []) yield* this.#readTree(node);
      return;
    }
    if (!isIgnored(container)) yield* this.#readTree(container);
    yield* this.#readProse(container);
    for (const root of yield* this.#discoverRoots(container)) {
      this.#remove(this.#text.removeIn(root));
      if (!isIgnored(root)) yield* this.#readTree(root);
      yield* this.#readProse(root);
    }
  }

  /**
   * Removes the blocks of a container. Returns the container around all their nodes: a block may extend
   * beyond an element's edge.
   */
  #removeAround(changed: Node): Node {
    let container = changed;
    for (;;) {
      const removed = this.#text.removeIn(container);
      this.#remove(removed);
      let around = container;
      for (const { block } of removed) {
        for (const node of block.nodes) {
          while (node.isConnected && !around.contains(node) && around.parentNode) around = around.parentNode;
        }
      }
      if (around === container) return container;
      container = blockContainerOf(around);
    }
  }

  *#discoverRoots(container: Node): Generator<undefined, ShadowRoot[]> {
    const roots = isParent(container) ? yield* findShadowRoots(container) : [];
    for (const root of roots) this.#options.onRoot(root);
    return roots;
  }

  *#readTree(root: Node): Generator<undefined, void> {
    const fresh: PageBlock[] = [];
    const maxFresh = maxBlocks - this.#text.blocks.length;
    for (const block of readBlocksInSteps(root)) {
      if (fresh.length >= maxFresh) break;
      if (block) {
        fresh.push(this.#number(block));
      }
      yield;
    }
    this.#insert(fresh);
  }

  #number(block: TextBlock, isByLayout = false): PageBlock {
    this.#nextId += 1;
    return { id: this.#nextId, block, text: block.text, mentions: [], traces: [], isByLayout };
  }

  /** Each `pre` element that is prose is one block. */
  *#readProse(place: Node): Generator<undefined, void> {
    for (const pre of findProse(place)) {
      const block = readProse(pre);
      if (block && block.text.length <= maxBlockLength && this.#text.blocks.length < maxBlocks)
        this.#insert([this.#number(block)]);
      yield;
    }
  }

  /** @param isScattered whether they were read from more than one place */
  #insert(fresh: readonly PageBlock[], isScattered = false): void {
    // The page may have changed between two steps; its changes are recorded and read later.
    const connected = fresh.filter(({ block }) => block.nodes.every((node) => node.isConnected));
    if (isScattered) this.#text.insertEach(connected);
    else this.#text.insert(connected);
    for (const block of connected) this.#added.add(block);
  }

  #remove(blocks: readonly PageBlock[]): void {
    this.#options.onRemoved(blocks);
    // Blocks added and removed since the last call were never reported.
    this.#removed.push(...blocks.filter((block) => !this.#added.delete(block)));
  }
}

function isParent(node: Node): node is Element | Document | DocumentFragment {
  return 'querySelectorAll' in node;
}
