import { longestBlock, mostNodes } from './reading-limit.ts';
import type { TextBlock } from './text-block.ts';
import { flowOf, readFlows } from './text-flow.ts';

const elementNode = 1;
const textNode = 3;

/** Stands in a block's text for a picture, a control or code within the line, as it does in the accessibility tree. */
const objectCharacter = '\ufffc';

/** Gathers the text nodes of one block. */
class BlockBuilder {
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';

  addText(node: Text): void {
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#text += node.data;
  }

  addObject(): void {
    if (this.#nodes.length > 0) this.#text += objectCharacter;
  }

  /** The block so far, if it says anything; and begins the next. */
  take(): TextBlock | null {
    if (this.#nodes.length === 0) return null;
    const block = { text: this.#text, nodes: this.#nodes, starts: this.#starts };
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
    return block.text.length <= longestBlock && hasText.test(block.text) ? block : null;
  }
}

const hasText = /[^\s\ufffc]/;

export interface ReadingExtent {
  /** Only what stands directly in `root`: blocks within it end a block and are not read. */
  readonly ownTextOnly?: boolean;
}

/** Between so many nodes without a block the caller may pause, too. */
const nodesAtOnce = 1_000;

/** The blocks under `root`, as `readBlocksInSteps` has them. */
export function* readBlocks(root: Node, extent: ReadingExtent = {}): Generator<TextBlock, void, undefined> {
  for (const block of readBlocksInSteps(root, extent)) if (block) yield block;
}

/**
 * Reads the page under `root` block by block, in reading order; hidden, typed and code text is left out. Between two
 * blocks, and where undefined comes, the caller may pause as long as it likes. By hand and not by TreeWalker, because the
 * end of an element matters as much as its beginning. Of a tree beyond `mostNodes` the rest is left unread.
 */
export function* readBlocksInSteps(
  root: Node,
  extent: ReadingExtent = {},
): Generator<TextBlock | undefined, void, undefined> {
  const builder = new BlockBuilder();
  const flowIn = extent.ownTextOnly ? flowOf : readFlows(root);
  /** For each element entered, whether it is a block. */
  const entered: boolean[] = [];
  let node: Node = root;
  for (let count = 1; count <= mostNodes; count += 1) {
    if (count % nodesAtOnce === 0) yield undefined;
    let isBlock = false;
    let isEntered = node.nodeType !== textNode;
    if (!isEntered) builder.addText(node as Text);
    else if (node.nodeType === elementNode) {
      const flow = flowIn(node as Element);
      isBlock = flow === 'block' || flow === 'break';
      isEntered = flow === 'inline' || (flow === 'block' && (!extent.ownTextOnly || node === root));
      if (flow === 'object') builder.addObject();
      const block = isBlock ? builder.take() : null;
      if (block) yield block;
    }
    const child = isEntered ? node.firstChild : null;
    if (child) {
      entered.push(isBlock);
      node = child;
      continue;
    }
    let next = node === root ? null : node.nextSibling;
    while (!next && node !== root) {
      node = node.parentNode as Node;
      const block = entered.pop() ? builder.take() : null;
      if (block) yield block;
      if (node !== root) next = node.nextSibling;
    }
    if (!next) break;
    node = next;
  }
  const last = builder.take();
  if (last) yield last;
}
