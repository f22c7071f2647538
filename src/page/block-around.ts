import { readBlocks } from './read-blocks.ts';
import { longestBlock } from './reading-limit.ts';
import type { TextBlock } from './text-block.ts';
import { flowOf, holdsOnlyALine } from './text-flow.ts';

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
  const blocks = new Map<Text, TextBlock>();
  const containers = new Set<Node>();
  const surroundings = new Map<Element, Surroundings>();

  /** Each element is asked once: the places of a page share most of what is around them. */
  function surroundingsOf(element: Element): Surroundings {
    const line: Element[] = [];
    let around: Surroundings = outside;
    for (let at: Element | null = element; at; at = at.parentElement) {
      const there = surroundings.get(at);
      if (there) {
        around = there;
        break;
      }
      line.push(at);
    }
    for (let at = line.pop(); at; at = line.pop()) {
      const flow = flowOf(at);
      around = {
        isRead: around.isRead && (flow === 'inline' || flow === 'block'),
        container: flow === 'inline' ? around.container : at,
      };
      surroundings.set(at, around);
    }
    return around;
  }

  return {
    blockAround(node) {
      const known = blocks.get(node);
      if (known !== undefined) return known;
      const parent = node.parentElement;
      // Text directly in a shadow root or fragment has no element that could hide it.
      const { isRead, container: element } = parent ? surroundingsOf(parent) : outside;
      const container = element ?? node.getRootNode();
      if (!isRead || containers.has(container)) return null;
      containers.add(container);
      const read = holdsOnlyALine(container)
        ? readLine(container)
        : readBlocks(container, { ownTextOnly: true });
      for (const block of read) for (const one of block.nodes) blocks.set(one, block);
      return blocks.get(node) ?? null;
    },
  };
}

/** The block of an element that holds nothing but text and elements within the line: most paragraphs. Empty where it is too long. */
function readLine(container: Element): TextBlock[] {
  const walker = container.ownerDocument.createTreeWalker(container, 4 /* NodeFilter.SHOW_TEXT */);
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    nodes.push(node);
    starts.push(text.length);
    text += node.data;
    if (text.length > longestBlock) return [];
  }
  return [{ text, nodes, starts }];
}
