import { maxNodes } from '../dom/reading-limit.ts';
import { BlockBuilder } from './block-builder.ts';
import type { TextBlock } from './text-block.ts';
import { isInlineElement, readFlows, type TextFlow } from './text-flow.ts';

const elementNode = 1;
const textNode = 3;

/** How to read the elements of a page. */
export interface ElementReading {
  readonly flowOf: (element: Element) => TextFlow;
  /** The quotation marks that style puts around an element's text; empty if none. */
  readonly marksOf: (element: Element) => { readonly open: string; readonly close: string };
  /** Whether layout, which is not consulted, may separate elements that flow within a line. */
  readonly isGenerous: boolean;
}

/** The caller may also pause after this many nodes without a block. */
const nodesAtOnce = 1_000;

/** The blocks under `root`, as `readBlocksInSteps` yields them. */
export function* readBlocks(root: Node): Generator<TextBlock, void, undefined> {
  for (const block of readBlocksInSteps(root)) if (block) yield block;
}

/**
 * Reads the page under `root` block by block, in reading order, without hidden, typed and code text. Does not
 * consult layout: elements that may flow within a line do, and where two words touch at an element's edge,
 * the text says so. The caller may pause as long as it likes between two blocks and at each undefined. Stops
 * after `maxNodes` nodes.
 */
export function readBlocksInSteps(root: Node): Generator<TextBlock | undefined, void, undefined> {
  return readNodes([root], { flowOf: readFlows(root), marksOf: marksOfName, isGenerous: true });
}

/** The blocks of a document without layout: each element is what it usually is. */
export function* readUnseenBlocks(root: Node): Generator<TextBlock, void, undefined> {
  const flowGiven = readFlows(root);
  const flowOf = (element: Element): TextFlow => {
    const flow = flowGiven(element);
    return flow === 'inline' && !isInlineElement(element) ? 'block' : flow;
  };
  for (const block of readNodes([root], { flowOf, marksOf: marksOfName, isGenerous: false }))
    if (block) yield block;
}

const noMarks = { open: '', close: '' };
const quotationMarks = { open: '“', close: '”' };

function marksOfName({ localName }: Element) {
  return localName === 'q' ? quotationMarks : noMarks;
}

/** What to do at an element's end. */
interface Entered {
  readonly flow: TextFlow;
  readonly close: string;
}

/**
 * The same for neighbouring nodes and everything in them. Not a TreeWalker, because the end of an element
 * matters as much as its start.
 */
export function* readNodes(
  roots: readonly Node[],
  reading: ElementReading,
): Generator<TextBlock | undefined, void, undefined> {
  const reader = new NodeReader(reading);
  for (const root of roots) yield* reader.read(root);
  yield* reader.finish();
}

type Blocks = Generator<TextBlock | undefined, void, undefined>;

class NodeReader {
  readonly #reading: ElementReading;
  #builder = new BlockBuilder();
  #count = 0;

  constructor(reading: ElementReading) {
    this.#reading = reading;
  }

  *read(root: Node): Blocks {
    /** Elements that have started and not ended. */
    const entered: Entered[] = [];
    for (let node = root; this.#count < maxNodes; ) {
      this.#count += 1;
      if (this.#count % nodesAtOnce === 0) yield undefined;
      const begun = yield* this.#begin(node);
      const child = begun && node.firstChild;
      if (child) {
        entered.push(begun);
        node = child;
        continue;
      }
      if (begun) yield* this.#end(begun);
      let next = node === root ? null : node.nextSibling;
      while (!next && node !== root) {
        node = node.parentNode as Node;
        const ended = entered.pop();
        if (ended) yield* this.#end(ended);
        if (node !== root) next = node.nextSibling;
      }
      if (!next) break;
      node = next;
    }
    // The tree may be left unread from some node on.
    for (const ended of entered.reverse()) yield* this.#end(ended);
  }

  finish(): Blocks {
    return this.#give();
  }

  /** Undefined if the node is text or nothing in it is read. */
  *#begin(node: Node): Generator<TextBlock | undefined, Entered | undefined, undefined> {
    if (node.nodeType === textNode) {
      this.#builder.addText(node as Text);
      return undefined;
    }
    if (node.nodeType !== elementNode) return { flow: 'unseen', close: '' };
    const element = node as Element;
    const flow = element.localName === 'wbr' ? 'unseen' : this.#reading.flowOf(element);
    if (flow === 'object' || flow === 'island') this.#builder.addObject();
    if (flow === 'block' || flow === 'break' || (flow === 'line' && this.#builder.addLine())) {
      yield* this.#give();
    }
    if (flow === 'object' || flow === 'break' || flow === 'line' || flow === 'unseen') return undefined;
    if (flow === 'inline') this.#addEdge();
    else if (flow !== 'block') this.#builder = new BlockBuilder(this.#builder);
    const { open, close } = this.#reading.marksOf(element);
    if (open !== '') this.#builder.openQuotation(open);
    return { flow, close };
  }

  *#end({ flow, close }: Entered): Blocks {
    if (close !== '') this.#builder.closeQuotation(close);
    if (flow === 'inline') this.#addEdge();
    else if (flow !== 'unseen') yield* this.#give();
    if (flow === 'island' || flow === 'aside') this.#builder = this.#builder.outer ?? this.#builder;
  }

  #addEdge(): void {
    if (this.#reading.isGenerous) this.#builder.addEdge();
  }

  /** Blocks are yielded in the order in which they begin: a block within a line waits for the line. */
  *#give(): Blocks {
    const blocks = this.#builder.endBlock();
    let line = this.#builder.outer;
    while (line?.isEmpty) line = line.outer;
    if (line) line.hold(blocks);
    else yield* blocks;
  }
}
