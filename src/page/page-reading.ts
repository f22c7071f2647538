import type { NameMatch } from '../matching/find-names.ts';
import { finishSteps } from '../matching/finish-steps.ts';
import type { Trace } from '../matching/trace.ts';
import { blockContainerOf, isLeftAlone } from './block-container.ts';
import { nodesNear, type PageTexts } from './find-in-page.ts';
import { createPageText, type PageBlock } from './page-text.ts';
import { readBlocksInSteps } from './read-blocks.ts';
import { mostBlocks } from './reading-limit.ts';
import { findShadowRoots } from './shadow-roots.ts';
import type { TextBlock } from './text-block.ts';

/** The matching room's functions, their indexes already given. */
export interface Finders {
  readonly findNames: (text: string) => readonly NameMatch[];
  /** Offsets in folded text, ascending, near which statements may stand: the text of many blocks may be joined in it. */
  readonly findCandidates: (folded: string) => readonly number[];
  /** Whether a name's entity is shown on every page that names it. */
  readonly isAlwaysShown: (nameId: number) => boolean;
  /** Goes through a tree and reads only the blocks that hold names; yields undefined between slices. */
  readonly scan: (root: Node) => Generator<BlockWithMatches | undefined, PageTexts>;
  /**
   * Asked before anything under these roots is searched, where the names are not all here.
   * @returns how many milliseconds of the page's time it took.
   */
  readonly bringNames?: (roots: readonly Node[]) => Promise<number>;
}

interface BlockWithMatches {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

interface Scanned {
  /** The blocks that hold names, by each of their nodes. */
  readonly found: ReadonlyMap<Node, BlockWithMatches>;
  /** The nodes near which words of statements stand. */
  readonly near: ReadonlySet<Node>;
  /** The whole page was scanned, and not only what has changed of it. */
  readonly isWhole: boolean;
}

export interface ReadingOptions {
  readonly document: Document;
  readonly finders: Finders;
  /** A shadow root was met: it is to be watched like the document. */
  readonly onRoot: (root: ShadowRoot) => void;
  /** Blocks whose text no longer stands, before their place is read again. */
  readonly onRemoved: (blocks: readonly PageBlock[]) => void;
}

type FindTraces = (text: string) => readonly Trace[];

/**
 * What the page says, kept up to date place by place. Evidence for one name may stand anywhere on the page, so all
 * blocks are kept; but only once there is a name to judge. Most pages have none: they are gone through much faster
 * than they could be read, and cost no memory. (A page that prints a known statement also names somebody of it.)
 */
export class PageReading {
  readonly #options: ReadingOptions;
  readonly #text = createPageText();
  // Browsers show plain text as one <pre>, which on an HTML page would be code.
  readonly #isPlainText: boolean;
  /** What the last scan found, until the blocks are read. */
  #scanned: Scanned | undefined;
  #findTraces: FindTraces = () => [];

  constructor(options: ReadingOptions) {
    this.#options = options;
    this.#isPlainText = options.document.contentType === 'text/plain';
  }

  /** The page's blocks in reading order; empty as long as no name was found anywhere. */
  get blocks(): readonly PageBlock[] {
    return this.#text.blocks;
  }

  /** The trees that a scan of these places goes through, shadow roots among them. */
  listRoots(places: readonly Node[]): Node[] {
    return this.#isPlainText ? [this.#options.document.body] : finishSteps(this.#rootsOf(places));
  }

  /**
   * Whether any of the places has something to show: asked as long as the page has no blocks. What is shown with a story only
   * does not make one; with `all` set, any name will do.
   */
  *scan(places: readonly Node[], all: boolean): Generator<undefined, boolean> {
    if (this.#isPlainText) return true;
    const { document, finders } = this.#options;
    const found = new Map<Node, BlockWithMatches>();
    const near = new Set<Node>();
    for (const root of yield* this.#rootsOf(places)) yield* this.#scanTree(root, found, near);
    this.#scanned = { found, near, isWhole: places.some((place) => place.contains(document.body)) };
    if (all || near.size > 0) return found.size > 0;
    const isShown = ({ nameIds }: NameMatch) => nameIds.some((id) => finders.isAlwaysShown(id));
    return [...found.values()].some(({ matches }) => matches.some(isShown));
  }

  /**
   * Reads places anew (the whole page where there are no blocks yet), block by block: each step is short, and between two steps
   * the page may go on.
   */
  *readPlaces(places: readonly Node[], findTraces: FindTraces): Generator<undefined, void> {
    const { document, onRemoved } = this.#options;
    onRemoved(this.#text.removeGone());
    const isFirst = this.#text.blocks.length === 0;
    this.#findTraces = findTraces;
    for (const place of isFirst ? [document.body ?? document] : places) {
      yield* this.#readContainer(blockContainerOf(place));
    }
    this.#scanned = undefined;
    if (!this.#text.blocks.some(holdsSomething)) this.#text.clear();
  }

  *#rootsOf(places: readonly Node[]): Generator<undefined, Node[]> {
    const trees: Node[] = [];
    for (const place of places) {
      const container = blockContainerOf(place);
      if (!container.isConnected || isLeftAlone(container)) continue;
      trees.push(container);
      for (const root of yield* this.#meetRoots(container)) trees.push(root);
    }
    return trees;
  }

  *#scanTree(root: Node, found: Map<Node, BlockWithMatches>, near: Set<Node>): Generator<undefined> {
    const { finders } = this.#options;
    const steps = finders.scan(root);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      for (const node of step.value?.block.nodes ?? []) found.set(node, step.value as BlockWithMatches);
      yield;
    }
    // A page that prints a known statement also names somebody of it.
    if (found.size > 0) for (const node of nodesNear(step.value, finders.findCandidates)) near.add(node);
  }

  *#readContainer(container: Node): Generator<undefined, void> {
    const { document, onRemoved } = this.#options;
    onRemoved(this.#text.removeIn(container));
    if (!container.isConnected) return;
    if (this.#isPlainText) {
      for (const node of document.querySelector('body > pre')?.childNodes ?? []) yield* this.#readTree(node);
      return;
    }
    if (!isLeftAlone(container)) yield* this.#readTree(container);
    for (const root of yield* this.#meetRoots(container)) {
      onRemoved(this.#text.removeIn(root));
      if (!isLeftAlone(root)) yield* this.#readTree(root);
    }
  }

  *#meetRoots(container: Node): Generator<undefined, ShadowRoot[]> {
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
        fresh.push({
          block,
          text: block.text,
          matches: this.#namesIn(block),
          traces: this.#tracesIn(block),
        });
      }
      yield;
    }
    // The page may have gone on between two steps; what it changed is noted and comes again.
    this.#text.insert(fresh.filter(({ block }) => block.nodes.every((node) => node.isConnected)));
  }

  /** The page was scanned just before its first reading: what the scan found, and where it found nothing, stands. */
  #namesIn(block: TextBlock): readonly NameMatch[] {
    const { finders } = this.#options;
    const scanned = this.#scanned;
    if (!scanned) return finders.findNames(block.text);
    const found = block.nodes.map((node) => scanned.found.get(node)).find((one) => one !== undefined);
    if (!found) return [];
    return found.block.text === block.text ? found.matches : finders.findNames(block.text);
  }

  #tracesIn(block: TextBlock): readonly Trace[] {
    const scanned = this.#scanned;
    // The whole page was scanned just before: only near words of statements is there something to find.
    if (scanned?.isWhole && !block.nodes.some((node) => scanned.near.has(node))) return [];
    return this.#findTraces(block.text);
  }
}

function holdsSomething({ matches, traces }: PageBlock): boolean {
  return matches.length > 0 || traces.length > 0;
}

function isParent(node: Node): node is Element | Document | DocumentFragment {
  return 'querySelectorAll' in node;
}
