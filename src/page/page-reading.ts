import type { NameMatch } from '../matching/find-names.ts';
import type { Trace } from '../matching/trace.ts';
import { blockContainerOf, isLeftAlone } from './block-container.ts';
import { nodesNear, type PageTexts } from './find-in-page.ts';
import { createPageText, type PageBlock } from './page-text.ts';
import { readBlocks } from './read-blocks.ts';
import { findShadowRoots } from './shadow-roots.ts';
import type { TextBlock } from './text-block.ts';
import type { Tracing } from './tracing-port.ts';

/** The matching room's functions, their indexes already given. */
export interface Finders {
  readonly findNames: (text: string) => readonly NameMatch[];
  /** Brings what recognises statements; asked once, when the page has a name. It may fail: then there are no traces. */
  readonly loadTracing: () => Promise<Tracing>;
  /** Goes through a tree and reads only the blocks that hold names; yields undefined between slices. */
  readonly scan: (root: Node) => Generator<BlockWithMatches | undefined, PageTexts>;
}

interface BlockWithMatches {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

interface Scanned {
  /** The blocks that hold names, by each of their nodes. */
  readonly found: ReadonlyMap<Node, BlockWithMatches>;
  readonly texts: readonly PageTexts[];
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

export interface PageReading {
  /** The page's blocks in reading order; empty as long as no name was found anywhere. */
  readonly blocks: readonly PageBlock[];
  /** Whether a name stands in any of the places: asked as long as the page has no blocks. */
  scan(places: readonly Node[]): Generator<undefined, boolean>;
  /** Must have been waited for before the first reading. */
  prepare(): Promise<void>;
  /** Reads places anew (the whole page where there are no blocks yet), block by block: each step is short, and between two steps the page may go on. */
  readPlaces(places: readonly Node[]): Generator<undefined, void>;
  forget(): void;
}

/**
 * What the page says, kept up to date place by place. Evidence for one name may stand anywhere on the page, so all
 * blocks are kept; but only once there is a name to judge. Most pages have none: they are gone through much faster
 * than they could be read, and cost no memory. (A page that prints a known statement also names somebody of it.)
 */
export function createPageReading(options: ReadingOptions): PageReading {
  const { document, finders, onRoot, onRemoved } = options;
  const text = createPageText();
  let tracing: Tracing | undefined;
  /** What the last scan found, until the blocks are read. */
  let scanned: Scanned | undefined;
  /** The nodes near which statements may stand, where that is known. */
  let near: ReadonlySet<Node> | undefined;
  // Browsers show plain text as one <pre>, which on an HTML page would be code.
  const isPlainText = document.contentType === 'text/plain';

  async function prepare(): Promise<void> {
    tracing ??= await finders.loadTracing().catch(() => undefined);
  }

  function* readPlaces(places: readonly Node[]): Generator<undefined, void> {
    onRemoved(text.removeGone());
    const isFirst = text.blocks.length === 0;
    near = yield* findTracedNodes();
    for (const place of isFirst ? [document.body ?? document] : places) {
      yield* readContainer(blockContainerOf(place));
    }
    scanned = undefined;
    near = undefined;
    if (!text.blocks.some(holdsSomething)) text.clear();
  }

  function* scan(places: readonly Node[]): Generator<undefined, boolean> {
    if (isPlainText) return true;
    const found = new Map<Node, BlockWithMatches>();
    const texts: PageTexts[] = [];
    for (const place of places) {
      const container = blockContainerOf(place);
      if (!container.isConnected || isLeftAlone(container)) continue;
      for (const root of [container, ...meetRoots(container)]) texts.push(yield* scanTree(root, found));
    }
    scanned = { found, texts, isWhole: places.some((place) => place.contains(document.body)) };
    return found.size > 0;
  }

  function* scanTree(root: Node, found: Map<Node, BlockWithMatches>): Generator<undefined, PageTexts> {
    const steps = finders.scan(root);
    let step = steps.next();
    for (; !step.done; step = steps.next()) {
      for (const node of step.value?.block.nodes ?? []) found.set(node, step.value as BlockWithMatches);
      yield;
    }
    return step.value;
  }

  /** Undefined where the page was not scanned just before. */
  function* findTracedNodes(): Generator<undefined, Set<Node> | undefined> {
    if (!scanned?.isWhole || !tracing) return undefined;
    const nodes = new Set<Node>();
    for (const texts of scanned.texts) {
      for (const node of nodesNear(texts, tracing.findCandidates)) nodes.add(node);
      yield;
    }
    return nodes;
  }

  function* readContainer(container: Node): Generator<undefined, void> {
    onRemoved(text.removeIn(container));
    if (!container.isConnected) return;
    if (isPlainText) {
      for (const node of document.querySelector('body > pre')?.childNodes ?? []) yield* readTree(node);
      return;
    }
    if (!isLeftAlone(container)) yield* readTree(container);
    for (const root of meetRoots(container)) {
      onRemoved(text.removeIn(root));
      if (!isLeftAlone(root)) yield* readTree(root);
    }
  }

  function meetRoots(container: Node): ShadowRoot[] {
    const roots = isParent(container) ? findShadowRoots(container) : [];
    for (const root of roots) onRoot(root);
    return roots;
  }

  function* readTree(root: Node): Generator<undefined, void> {
    const fresh: PageBlock[] = [];
    for (const block of readBlocks(root)) {
      fresh.push({
        block,
        text: block.text,
        matches: namesIn(block),
        traces: tracesIn(block),
      });
      yield;
    }
    // The page may have gone on between two steps; what it changed is noted and comes again.
    text.insert(fresh.filter(({ block }) => block.nodes.every((node) => node.isConnected)));
  }

  /** The page was scanned just before its first reading: what the scan found, and where it found nothing, stands. */
  function namesIn(block: TextBlock): readonly NameMatch[] {
    if (!scanned) return finders.findNames(block.text);
    const { found: known } = scanned;
    const found = block.nodes.map((node) => known.get(node)).find((one) => one !== undefined);
    if (!found) return [];
    return found.block.text === block.text ? found.matches : finders.findNames(block.text);
  }

  function tracesIn(block: TextBlock): readonly Trace[] {
    if (near && !block.nodes.some((node) => near?.has(node))) return [];
    return tracing?.findTraces(block.text) ?? [];
  }

  return {
    get blocks() {
      return text.blocks;
    },
    scan,
    prepare,
    readPlaces,
    forget() {
      onRemoved(text.blocks);
      text.clear();
    },
  };
}

function holdsSomething({ matches, traces }: PageBlock): boolean {
  return matches.length > 0 || traces.length > 0;
}

function isParent(node: Node): node is Element | Document | DocumentFragment {
  return 'querySelectorAll' in node;
}
