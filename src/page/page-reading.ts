import { blockContainerOf, isLeftAlone } from './block-container.ts';
import { createPageText, type PageBlock } from './page-text.ts';
import { readBlocksInSteps } from './read-blocks.ts';
import { findProse, readProse } from './read-prose.ts';
import { longestBlock, mostBlocks } from './reading-limit.ts';
import { findShadowRoots } from './shadow-roots.ts';
import type { TextBlock } from './text-block.ts';

export interface ReadingOptions {
  readonly document: Document;
  /** A shadow root was discovered: it is to be watched like the document. */
  readonly onRoot: (root: ShadowRoot) => void;
  /** Blocks whose text nodes have changed or gone, before their place is read again. */
  readonly onRemoved: (blocks: readonly PageBlock[]) => void;
}

/** How the text of the page has changed since it was last asked. */
export interface TextChanges {
  /** Numbers of blocks that are gone. */
  readonly removed: readonly number[];
  readonly added: readonly PageBlock[];
}

/** What the page says, kept up to date place by place. */
export class PageReading {
  readonly #options: ReadingOptions;
  readonly #text = createPageText();
  // Browsers show plain text as one <pre>, which on an HTML page would be code.
  readonly #isPlainText: boolean;
  #nextId = 0;
  /** Blocks that the page has lost and won since `takeChanges`. */
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

  /** Reads places again, block by block: each step is short, and between two steps the page may go on. */
  *readPlaces(places: readonly Node[]): Generator<undefined, void> {
    this.#remove(this.#text.removeGone());
    for (const place of places) yield* this.#readContainer(blockContainerOf(place));
  }

  /**
   * What has changed since the last call. A block that was read again and says what it said before has not: it takes the number
   * and the findings of the one before.
   */
  takeChanges(): TextChanges {
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

  *#readContainer(container: Node): Generator<undefined, void> {
    const { document } = this.#options;
    this.#remove(this.#text.removeIn(container));
    if (!container.isConnected) return;
    if (this.#isPlainText) {
      for (const node of document.querySelector('body > pre')?.childNodes ?? []) yield* this.#readTree(node);
      return;
    }
    if (!isLeftAlone(container)) yield* this.#readTree(container);
    yield* this.#readProse(container);
    for (const root of yield* this.#discoverRoots(container)) {
      this.#remove(this.#text.removeIn(root));
      if (!isLeftAlone(root)) yield* this.#readTree(root);
      yield* this.#readProse(root);
    }
  }

  *#discoverRoots(container: Node): Generator<undefined, ShadowRoot[]> {
    const roots = isParent(container) ? yield* findShadowRoots(container) : [];
    for (const root of roots) this.#options.onRoot(root);
    return roots;
  }

  *#readTree(root: Node): Generator<undefined, void> {
    const fresh: PageBlock[] = [];
    const mostFresh = mostBlocks - this.#text.blocks.length;
    for (const block of readBlocksInSteps(root)) {
      if (fresh.length >= mostFresh) break;
      if (block) {
        fresh.push(this.#makeBlock(block));
      }
      yield;
    }
    this.#insert(fresh);
  }

  /** What stands in `pre` elements is a block each, if it is prose. */
  *#readProse(place: Node): Generator<undefined, void> {
    for (const pre of findProse(place)) {
      const block = readProse(pre);
      if (block && block.text.length <= longestBlock && this.#text.blocks.length < mostBlocks)
        this.#insert([this.#makeBlock(block)]);
      yield;
    }
  }

  #makeBlock(block: TextBlock): PageBlock {
    const id = this.#nextId;
    this.#nextId += 1;
    return { id, block, text: block.text, mentions: [], traces: [] };
  }

  #insert(fresh: readonly PageBlock[]): void {
    // The page may have gone on between two steps; what it changed is noted and comes again.
    const connected = fresh.filter(({ block }) => block.nodes.every((node) => node.isConnected));
    this.#text.insert(connected);
    for (const block of connected) this.#added.add(block);
  }

  #remove(blocks: readonly PageBlock[]): void {
    this.#options.onRemoved(blocks);
    // Nobody was told of a block that has come and gone since the last call.
    this.#removed.push(...blocks.filter((block) => !this.#added.delete(block)));
  }
}

function isParent(node: Node): node is Element | Document | DocumentFragment {
  return 'querySelectorAll' in node;
}
