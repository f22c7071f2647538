import {
  type FoldedTexts,
  findLiveNames,
  hasStraySeam,
  type LiveNames,
  placeNames,
  readTexts,
  textsAt,
  withoutSeams,
} from '../matching/find-name-places.ts';
import { findNamesOf, type NameMatch } from '../matching/find-names.ts';
import type { NameFilter } from '../matching/name-filter.ts';
import type { NameIndex } from '../matching/name-index.ts';
import { type BlockFinderOptions, createBlockFinder } from './block-around.ts';
import { longestBlock, mostNodes } from './reading-limit.ts';
import type { TextBlock } from './text-block.ts';

export interface BlockWithNames {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

/**
 * How many characters are read between two pauses: few enough that a slice fits between two frames where the CPU is
 * slowed four times, so many that most pages are one slice.
 */
const sliceLength = 16_384;
/** So much of a slice an empty text node takes, too: a page may have them by the hundred thousand. */
const leastOfSlice = 4;
/** What no name of the next text node runs on from. */
const endsWord = /[\s!-/:-@]$/;
/** A text node this long is asked whether it is a script before it is read: inline data dwarfs a page's text. */
const suspiciousLength = 400;

/** A stretch of a page's text nodes, folded. */
export interface Slice extends FoldedTexts {
  readonly nodes: readonly Text[];
}

/** A page's text nodes, and the names that could stand in them. */
export interface PageTexts {
  readonly slices: readonly Slice[];
  readonly live: LiveNames;
}

/**
 * Finds the blocks under `root` that hold names, without reading the others: text nodes are looked through for words of
 * names, and only around those at which a name may begin is a block put together and read exactly.
 *
 * Yields each block that holds a name, in reading order, and undefined after each slice of work: stop there when
 * time is up, and go on when there is some. If the page changes in between, read the changed places anew.
 * @returns the texts, for whoever looks for something else in them.
 */
export function* findInPage(
  root: Node,
  index: NameIndex,
  options: BlockFinderOptions = {},
): Generator<BlockWithNames | undefined, PageTexts, undefined> {
  const texts = yield* readPageTexts(root, index.filter);
  const { slices, live } = texts;
  if (live.places.size === 0) return texts;
  yield undefined;
  const finder = createBlockFinder();
  const done = new Set<TextBlock>();
  for (const slice of slices) {
    const firstsByBlock = new Map<TextBlock, Set<string>>();
    for (const [text, firsts] of placeNames(slice, live)) {
      const block = finder.blockAround(slice.nodes[text] as Text);
      if (!block || done.has(block)) continue;
      const known = firstsByBlock.get(block);
      if (known) for (const first of firsts) known.add(first);
      else firstsByBlock.set(block, firsts);
    }
    for (const [block, firsts] of firstsByBlock) {
      // Also where nothing is found: one step is one block.
      yield undefined;
      done.add(block);
      // Of a block that runs on beyond the slice other words may stand in the next.
      const isWhole = slices.length === 1 || !isAtEdge(block, slice);
      const matches = findNamesOf(live, block.text, isWhole ? firsts : live.places.keys(), index);
      if (matches.length === 0) continue;
      const parent = block.nodes[0]?.parentElement;
      if (!parent || !options.isVisible || options.isVisible(parent)) yield { block, matches };
    }
    if (slices.length > 1) yield undefined;
  }
  return texts;
}

function isAtEdge({ nodes }: TextBlock, slice: Slice): boolean {
  return nodes.includes(slice.nodes[0] as Text) || nodes.includes(slice.nodes.at(-1) as Text);
}

/** Reads the text nodes under `root`; pauses between slices. */
export function* readPageTexts(root: Node, filter: NameFilter): Generator<undefined, PageTexts, undefined> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  const present = new Set<string>();
  const slices: Slice[] = [];
  let nodesLeft = mostNodes;
  for (let isLast = false; !isLast; ) {
    if (slices.length > 0) yield undefined;
    const nodes: Text[] = [];
    const texts: string[] = [];
    let left = sliceLength;
    let beyond = sliceLength;
    // No word runs on from slice to slice, or none of both would have it.
    while (left > 0 || (beyond > 0 && !endsWord.test(texts.at(-1) ?? ''))) {
      const node = walker.nextNode() as Text | null;
      nodesLeft -= 1;
      isLast = node === null || nodesLeft < 0;
      if (node === null || isLast) break;
      const text = node.data;
      // One that is longer than a block may be is not searched either: browsers make a single node of any length.
      if (text.length > suspiciousLength && (text.length > longestBlock || isScript(node))) continue;
      nodes.push(node);
      texts.push(text);
      if (left > 0) left -= Math.max(text.length, leastOfSlice);
      else beyond -= text.length + 1;
    }
    slices.push({ nodes, ...readTexts(texts, filter, present) });
  }
  const live = findLiveNames(present, filter, slices);
  // Where no name could stand nobody asks for places.
  return { slices: live.places.size > 0 ? slices.map((slice) => mendSlice(slice, filter)) : slices, live };
}

function mendSlice(slice: Slice, filter: NameFilter): Slice {
  const { nodes } = slice;
  if (!hasStraySeam(slice, nodes.length)) return slice;
  const texts = nodes.map(({ data }) => withoutSeams(data));
  return { nodes, ...readTexts(texts, filter, new Set()) };
}

function isScript(node: Text): boolean {
  const name = node.parentElement?.localName;
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'template';
}

/**
 * The text nodes of a page near which a statement's words stand.
 * @param findCandidates offsets in a folded text, ascending.
 */
export function nodesNear(
  { slices }: PageTexts,
  findCandidates: (text: string) => readonly number[],
): Set<Text> {
  const nodes = new Set<Text>();
  for (const slice of slices) {
    for (const number of textsAt(slice.folded, findCandidates(slice.folded))) {
      const node = slice.nodes[number];
      if (node) nodes.add(node);
    }
  }
  return nodes;
}
