import type { BlockFindings } from '../../matching/document-matcher.ts';
import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import { comparePlaces } from '../dom/shadow-roots.ts';
import type { TextBlock } from './text-block.ts';

/** A block of the page with its findings; the same object as long as its text nodes stay. */
export interface PageBlock {
  /** The number by which the background knows the text; a block that only gets other nodes keeps it. */
  id: number;
  readonly block: TextBlock;
  readonly text: string;
  mentions: readonly Mention[];
  traces: readonly QuoteMatch[];
  /**
   * Laid out, the block may contain something that its text does not show. The kind says how that would be
   * shown.
   */
  mayHide?: BlockFindings['mayHide'];
  /** Whether the text was read by computed style. */
  isByLayout?: boolean;
}

/** All blocks of the page in reading order, shadow trees at the place of their hosts. */
export interface PageText {
  readonly blocks: readonly PageBlock[];
  /** Removes the blocks inside `container` and returns them. */
  removeIn(container: Node): PageBlock[];
  /** Removes the blocks that have lost a node to the page and returns them. */
  removeGone(): PageBlock[];
  /** Removes the blocks that contain one of the nodes and returns them. */
  removeWith(nodes: ReadonlySet<Node>): PageBlock[];
  /** Adds blocks that were read from one place, in their order. */
  insert(fresh: readonly PageBlock[]): void;
  /** Adds each block at its own place. */
  insertEach(fresh: readonly PageBlock[]): void;
}

export function createPageText(): PageText {
  let blocks: PageBlock[] = [];

  function removeWhere(isOut: (block: PageBlock) => boolean): PageBlock[] {
    const removed: PageBlock[] = [];
    const remaining: PageBlock[] = [];
    for (const block of blocks) (isOut(block) ? removed : remaining).push(block);
    if (removed.length > 0) blocks = remaining;
    return removed;
  }

  return {
    get blocks() {
      return blocks;
    },
    removeIn: (container) => removeWhere(({ block }) => block.nodes.some((node) => container.contains(node))),
    removeGone: () => removeWhere(({ block }) => !block.nodes.every((node) => node.isConnected)),
    removeWith: (nodes) => removeWhere(({ block }) => block.nodes.some((node) => nodes.has(node))),
    insertEach(fresh) {
      const placed = fresh
        .map((block) => ({ block, index: findPlace(blocks, firstOf(block)) }))
        .sort((a, b) => a.index - b.index || comparePlaces(firstOf(a.block), firstOf(b.block)));
      const joined: PageBlock[] = [];
      let next = 0;
      for (const [at, block] of blocks.entries()) {
        for (; placed[next]?.index === at; next += 1) joined.push((placed[next] as (typeof placed)[0]).block);
        joined.push(block);
      }
      for (; next < placed.length; next += 1) joined.push((placed[next] as (typeof placed)[0]).block);
      blocks = joined;
    },
    insert(fresh) {
      const first = fresh[0]?.block.nodes[0];
      if (!first) return;
      const last = blocks.at(-1)?.block.nodes[0];
      // By far the most common: the first reading, and pages that grow at their end.
      const index = !last || comparePlaces(last, first) < 0 ? blocks.length : findPlace(blocks, first);
      // `splice` takes the blocks as arguments, of which there may be some 100,000.
      blocks = [...blocks.slice(0, index), ...fresh, ...blocks.slice(index)];
    },
  };
}

function firstOf({ block }: PageBlock): Text {
  return block.nodes[0] as Text;
}

/** Index of the first block after `node`. */
function findPlace(blocks: readonly PageBlock[], node: Node): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = blocks[middle]?.block.nodes[0];
    if (other && comparePlaces(other, node) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
