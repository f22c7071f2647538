import {
  findCandidates,
  findNames,
  findNamesAt,
  mayHoldNameAt,
  type NameMatch,
} from '../matching/find-names.ts';
import type { NameIndex } from '../matching/name-index.ts';
import { seam } from '../matching/word-filter.ts';
import { type BlockFinderOptions, createBlockFinder } from './block-around.ts';
import type { TextBlock } from './text-block.ts';

export interface BlockWithNames {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

/**
 * How many characters are looked at between two pauses: few enough that a slice fits between two frames where the CPU is
 * slowed four times, so many that a slice's own cost does not show.
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
  const finder = createBlockFinder();
  const done = new Set<TextBlock>();
  for (let piece = readPiece(walker, []); piece.nodes.length > 0; ) {
    const offsetsByBlock = new Map<TextBlock, number[]>();
    for (const { node, offset } of findPlaces(piece, index)) {
      const block = finder.blockAround(node);
      if (!block || done.has(block)) continue;
      const inBlock = offset + (block.starts[block.nodes.indexOf(node)] as number);
      const offsets = offsetsByBlock.get(block);
      if (offsets) offsets.push(inBlock);
      else offsetsByBlock.set(block, [inBlock]);
    }
    for (const [block, offsets] of offsetsByBlock) {
      done.add(block);
      // A block that goes on behind this slice may have more places than were seen.
      const isWhole = piece.isLast || piece.lastNodes.every((node) => !block.nodes.includes(node));
      const matches = isWhole ? findNamesAt(block.text, offsets, index) : findNames(block.text, index);
      if (matches.length === 0) continue;
      const parent = block.nodes[0]?.parentElement;
      if (parent && options.isVisible && !options.isVisible(parent)) continue;
      yield { block, matches };
    }
    if (piece.isLast) return;
    yield undefined;
    piece = readPiece(walker, piece.lastNodes);
  }
}

interface Piece {
  readonly text: string;
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  readonly isLast: boolean;
  /** The nodes at the end, in which a word may go on into the next piece; read again there. */
  readonly lastNodes: readonly Text[];
}

function readPiece(walker: TreeWalker, carried: readonly Text[]): Piece {
  const nodes: Text[] = [];
  const parts: string[] = [];
  let length = 0;
  for (const node of carried) {
    nodes.push(node);
    parts.push(node.data);
  }
  let isLast = true;
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    const data = node.data;
    if (data.length > suspiciousLength && isScript(node)) continue;
    nodes.push(node);
    parts.push(data);
    length += data.length;
    if (length < sliceLength) continue;
    isLast = false;
    break;
  }
  const starts: number[] = [];
  let start = 0;
  for (const part of parts) {
    starts.push(start);
    start += part.length + 1;
  }
  return { text: parts.join(seam) + seam, nodes, starts, isLast, lastNodes: isLast ? [] : endOf(nodes) };
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
  return end;
}

interface Place {
  readonly node: Text;
  readonly offset: number;
}

/** The text nodes and offsets of a piece at which a name may stand, in reading order. */
function findPlaces({ text, nodes, starts }: Piece, index: NameIndex): Place[] {
  const places: Place[] = [];
  let at = 0;
  for (const offset of findCandidates(text, index)) {
    if (!mayHoldNameAt(text, offset, index)) continue;
    while (at + 1 < starts.length && (starts[at + 1] as number) <= offset) at++;
    places.push({ node: nodes[at] as Text, offset: offset - (starts[at] as number) });
  }
  return places;
}
