import { readBlocks } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { blockElementOf, isRead } from './text-flow.ts';

/**
 * Finds the block of a text node without reading the page: the text around it up to the nearest elements that end a block.
 * What it learns of elements it keeps, so make one for each pass over a page that stands still, and throw it away.
 */
export interface BlockFinder {
  /** The block that holds `node`; null where its text is not to be read (hidden, typed, code). */
  blockAround(node: Text): TextBlock | null;
}

export interface BlockFinderOptions {
  /**
   * Whether an element is seen, by its computed style; asked only where a name was found, because styles are dear.
   * Without it (no layout, as on the command line) only attributes and inline styles hide.
   */
  readonly isVisible?: (element: Element) => boolean;
}

export function createBlockFinder(): BlockFinder {
  const blocks = new Map<Text, TextBlock | null>();
  const containers = new Set<Node>();

  function readContainer(container: Node): void {
    containers.add(container);
    for (const block of readBlocks(container, { ownTextOnly: true })) {
      for (const node of block.nodes) blocks.set(node, block);
    }
  }

  return {
    blockAround(node) {
      const known = blocks.get(node);
      if (known !== undefined) return known;
      const parent = node.parentElement;
      // Text directly in a shadow root or fragment has no element that could hide it.
      const container = (parent && blockElementOf(parent)) ?? node.getRootNode();
      if (parent && !isRead(parent)) blocks.set(node, null);
      else if (!containers.has(container)) {
        const isAlone = parent === container && node.previousSibling === null && node.nextSibling === null;
        if (isAlone) blocks.set(node, { text: node.data, nodes: [node], starts: [0] });
        else readContainer(container);
      }
      return blocks.get(node) ?? null;
    },
  };
}
