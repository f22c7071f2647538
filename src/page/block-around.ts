import { readBlocks } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { isInlineElement, isSkippedElement } from './text-flow.ts';

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

/** What an element's own text stands in. */
interface Surroundings {
  /** Whether the text is read: neither the element nor one around it is left alone. */
  readonly isRead: boolean;
  /** The nearest element that begins and ends blocks, the element itself or one around it; null in a detached line. */
  readonly container: Element | null;
}

const outside: Surroundings = { isRead: true, container: null };

export function createBlockFinder(): BlockFinder {
  const blocks = new Map<Text, TextBlock | null>();
  const containers = new Set<Node>();
  const known = new Map<Element, Surroundings>();

  /** Each element is asked once: the places of a page share most of what is around them. */
  function surroundingsOf(element: Element): Surroundings {
    const line: Element[] = [];
    let around: Surroundings = outside;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const there = known.get(at);
      if (there) {
        around = there;
        break;
      }
      line.push(at);
    }
    for (let at = line.pop(); at; at = line.pop()) {
      around = {
        isRead: around.isRead && !isSkippedElement(at),
        container: isInlineElement(at) ? around.container : at,
      };
      known.set(at, around);
    }
    return around;
  }

  function readContainer(container: Node): void {
    containers.add(container);
    for (const block of readBlocks(container, { ownTextOnly: true })) {
      for (const node of block.nodes) blocks.set(node, block);
    }
  }

  return {
    blockAround(node) {
      const block = blocks.get(node);
      if (block !== undefined) return block;
      const parent = node.parentElement;
      // Text directly in a shadow root or fragment has no element that could hide it.
      const around = parent ? surroundingsOf(parent) : outside;
      const container = around.container ?? node.getRootNode();
      if (!around.isRead) blocks.set(node, null);
      else if (!containers.has(container)) {
        const isAlone = parent === container && node.previousSibling === null && node.nextSibling === null;
        if (isAlone) blocks.set(node, { text: node.data, nodes: [node], starts: [0] });
        else readContainer(container);
      }
      return blocks.get(node) ?? null;
    },
  };
}
