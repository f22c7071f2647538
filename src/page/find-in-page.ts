import { findCandidates, findNames, mayHoldNameAt, type NameMatch } from '../matching/find-names.ts';
import type { NameIndex } from '../matching/name-index.ts';
import { seam } from '../matching/word-filter.ts';
import { type BlockFinderOptions, createBlockFinder } from './block-around.ts';
import type { TextBlock } from './text-block.ts';

export interface BlockWithNames {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

/**
 * How many characters are looked at between two pauses. Some 2 ms of work on a slow device (a cold script on a CPU
 * slowed 4 times), so that a slice always fits between two frames; larger slices save nothing that can be measured.
 */
const sliceLength = 16_384;
/** A text node this long is asked whether it is a script before it is read: inline data dwarfs a page's text. */
const suspiciousLength = 400;

/**
 * Finds the blocks under `root` that hold names, without reading the others: text nodes are joined, the words at which
 * names are looked up are found in the whole, and only around these is a block put together and read exactly.
 *
 * Yields each block that holds a name, in reading order, and undefined after each slice of work: stop there when
 * time is up, and go on when there is some. If the page changes in between, read the changed places anew.
 */
export function* findInPage(
  root: Node,
  index: NameIndex,
  options: BlockFinderOptions = {},
): Generator<BlockWithNames | undefined, void, undefined> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const finder = createBlockFinder(options);
  const done = new Set<TextBlock>();
  for (let piece = readPiece(walker, []); piece.nodes.length > 0; ) {
    for (const node of nodesWithCandidates(piece, index)) {
      const block = finder.blockAround(node);
      if (!block || done.has(block)) continue;
      done.add(block);
      const matches = findNames(block.text, index);
      if (matches.length > 0) yield { block, matches };
    }
    if (piece.isLast) return;
    yield undefined;
    piece = readPiece(walker, piece.runsOn);
  }
}

interface Piece {
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly isLast: boolean;
  /** The nodes at the end in which a word may go on into the next piece. */
  readonly runsOn: readonly Text[];
}

function readPiece(walker: TreeWalker, carried: readonly Text[]): Piece {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (node: Text, data: string) => {
    nodes.push(node);
    starts.push(length);
    parts.push(data);
    length += data.length + 1;
  };
  for (const node of carried) add(node, node.data);
  let isLast = true;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const data = node.data;
    if (data.length > suspiciousLength && isScript(node)) continue;
    add(node, data);
    if (length < sliceLength) continue;
    isLast = false;
    break;
  }
  return { text: parts.join(seam) + seam, nodes, starts, isLast, runsOn: isLast ? [] : endOf(nodes) };
}

function isScript(node: Text): boolean {
  const name = node.parentElement?.localName;
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'template';
}

const isPartOfWord = /^[^\s]{0,40}$/;
const mostCarried = 8;

/** The last node, and those before it as long as they may be pieces of one word. */
function endOf(nodes: readonly Text[]): Text[] {
  const end: Text[] = [];
  for (let i = nodes.length - 1; i >= 0 && end.length < mostCarried; i--) {
    const node = nodes[i] as Text;
    end.unshift(node);
    if (!isPartOfWord.test(node.data)) break;
  }
  // A whole slice in one node: to carry it would be to read it twice.
  return end.filter(({ length }) => length < sliceLength / 4);
}

function* nodesWithCandidates(piece: Piece, index: NameIndex): Generator<Text, void, undefined> {
  const { text, nodes, starts } = piece;
  let at = 0;
  for (const offset of findCandidates(text, index)) {
    const isBehind = at > 0 && offset < (starts[at] ?? Number.POSITIVE_INFINITY);
    if (isBehind || !mayHoldNameAt(text, offset, index)) continue;
    while (at < starts.length && (starts[at] as number) <= offset) at++;
    yield nodes[at - 1] as Text;
  }
}
