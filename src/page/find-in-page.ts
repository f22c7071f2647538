import {
  type FoldedTexts,
  findLiveNames,
  type LiveNames,
  placeNames,
  readTexts,
  textsAt,
} from '../matching/find-name-places.ts';
import { findNamesOf, type NameMatch } from '../matching/find-names.ts';
import type { NameFilter } from '../matching/name-filter.ts';
import type { NameIndex } from '../matching/name-index.ts';
import { type BlockFinderOptions, createBlockFinder } from './block-around.ts';
import type { TextBlock } from './text-block.ts';

export interface BlockWithNames {
  readonly block: TextBlock;
  readonly matches: readonly NameMatch[];
}

/**
 * How many characters are read between two pauses: few enough that a slice fits between two frames where the CPU is
 * slowed four times, so many that most pages are one slice.
 */
const sliceLength = 32_768;
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
  for (const found of findPlaces(texts)) {
    if (!found) {
      yield undefined;
      continue;
    }
    const { block, firsts } = found;
    const matches = findNamesOf(texts.live, block.text, firsts, index);
    if (matches.length === 0) continue;
    const parent = block.nodes[0]?.parentElement;
    if (parent && options.isVisible && !options.isVisible(parent)) continue;
    yield { block, matches };
  }
  return texts;
}

/** Reads the text nodes under `root`; pauses between slices. */
export function* readPageTexts(root: Node, filter: NameFilter): Generator<undefined, PageTexts, undefined> {
  const present = new Set<string>();
  const slices: Slice[] = [];
  for (const { nodes, texts } of sliceTexts(root)) {
    if (slices.length > 0) yield undefined;
    slices.push({ nodes, ...readTexts(texts, filter, present) });
  }
  return { slices, live: findLiveNames(present, filter) };
}

/** A block in which a name may stand, and the words with which it may begin. */
interface BlockWithPlaces {
  readonly block: TextBlock;
  readonly firsts: Iterable<string>;
}

/** The blocks in which a name may stand, as far as the filter can tell. */
function* findPlaces({ slices, live }: PageTexts): Generator<BlockWithPlaces | undefined, void, undefined> {
  if (live.places.size === 0) return;
  const finder = createBlockFinder();
  const done = new Set<TextBlock>();
  for (const slice of slices) {
    const [first, last] = [slice.nodes[0] as Text, slice.nodes.at(-1) as Text];
    for (const [block, firsts] of placeInSlice(slice, live, finder)) {
      if (done.has(block)) continue;
      done.add(block);
      // Of a block that runs on beyond the slice other words may stand in the next.
      const isWhole = slices.length === 1 || !(block.nodes.includes(last) || block.nodes.includes(first));
      yield { block, firsts: isWhole ? firsts : live.places.keys() };
    }
    if (slices.length > 1) yield undefined;
  }
}

interface TextSlice {
  readonly nodes: readonly Text[];
  readonly texts: readonly string[];
}

function* sliceTexts(root: Node): Generator<TextSlice, void, undefined> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, 4 /* NodeFilter.SHOW_TEXT */);
  let isLast = false;
  while (!isLast) {
    const nodes: Text[] = [];
    const texts: string[] = [];
    let node: Text | null = null;
    for (let left = sliceLength; left > 0; ) {
      node = walker.nextNode() as Text | null;
      if (!node) break;
      const text = node.data;
      if (text.length > suspiciousLength && isScript(node)) continue;
      nodes.push(node);
      texts.push(text);
      left -= text.length;
    }
    isLast = node === null;
    yield { nodes, texts };
  }
}

function isScript(node: Text): boolean {
  const name = node.parentElement?.localName;
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'template';
}

/** The blocks of a slice in which a live word stands, in reading order. */
function placeInSlice(
  slice: Slice,
  live: LiveNames,
  finder: ReturnType<typeof createBlockFinder>,
): Map<TextBlock, Set<string>> {
  const placed = new Map<TextBlock, Set<string>>();
  const inOrder = [...placeNames(slice, live)].sort(([a], [b]) => a - b);
  for (const [number, firsts] of inOrder) {
    const node = slice.nodes[number];
    const block = node && finder.blockAround(node);
    if (!block) continue;
    const known = placed.get(block);
    if (known) for (const first of firsts) known.add(first);
    else placed.set(block, firsts);
  }
  return placed;
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
