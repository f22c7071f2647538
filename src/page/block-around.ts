import { readBlocks } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { flowOf } from './text-flow.ts';

/**
 * Finds the block of a text node without reading the page: the text around it up to the nearest elements that end a block.
 * What it learns of elements it keeps, so make one for each pass over a page that stands still, and throw it away.
 */
export interface BlockFinder {
  /** The block that holds `node`; null where its text is not to be read (hidden, typed, code). */
  blockAround(node: Text): TextBlock | null;
}

const elementNode = 1;

export interface BlockFinderOptions {
  /**
   * Whether an element is seen, by its computed style; asked once for each block that holds a candidate, because styles
   * are dear. Without it (no layout, as on the command line) only attributes and inline styles hide.
   */
  readonly isVisible?: (element: Element) => boolean;
}

export function createBlockFinder(options: BlockFinderOptions = {}): BlockFinder {
  const readable = new Map<Node, boolean>();
  const blocks = new Map<Text, TextBlock | null>();
  const readContainers = new Set<Node>();

  function isReadable(node: Node | null): boolean {
    if (!node || node.nodeType !== elementNode) return true;
    let answer = readable.get(node);
    if (answer === undefined) {
      const flow = flowOf(node as Element);
      answer = (flow === 'inline' || flow === 'block') && isReadable(node.parentNode);
      readable.set(node, answer);
    }
    return answer;
  }

  function readContainer(container: Node): void {
    readContainers.add(container);
    for (const block of readBlocks(container, { ownTextOnly: true })) {
      for (const node of block.nodes) blocks.set(node, block);
    }
  }

  return {
    blockAround(node) {
      const parent = node.parentNode;
      if (!parent || !isReadable(parent)) return null;
      let container: Node = parent;
      while (isInline(container) && container.parentNode) container = container.parentNode;
      if (!readContainers.has(container)) readContainer(container);
      const block = blocks.get(node) ?? null;
      if (block && options.isVisible && !options.isVisible(node.parentElement as Element)) return null;
      return block;
    },
  };
}

function isInline(node: Node): boolean {
  return node.nodeType === elementNode && flowOf(node as Element) === 'inline';
}
