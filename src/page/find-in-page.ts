import { findNames, findNamesAt, type NameMatch } from '../matching/find-names.ts';
import type { NameIndex, SearchableIndex } from '../matching/name-index.ts';
import { createWordScanner, type WordScanner } from '../matching/word-scanner.ts';
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
 * Finds the blocks under `root` that hold names, without reading the others: text nodes are gone through word by word, and
 * only around the words at which a name may begin is a block put together and read exactly.
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
  const scanner = createWordScanner(index as SearchableIndex);
  const finder = createBlockFinder();
  const done = new Set<TextBlock>();
  const nodes: Text[] = [];
  for (let isLast = false; !isLast; ) {
    isLast = scanSlice(walker, scanner, nodes);
    const lastNode = nodes.at(-1);
    for (const [block, offsets] of gatherByBlock(scanner.takePlaces(), nodes, finder)) {
      if (done.has(block)) continue;
      done.add(block);
      // A block that goes on behind this slice may have more places than were seen.
      const isWhole = isLast || lastNode === undefined || !block.nodes.includes(lastNode);
      const matches = isWhole ? findNamesAt(block.text, offsets, index) : findNames(block.text, index);
      const parent = block.nodes[0]?.parentElement;
      if (matches.length === 0 || (parent && options.isVisible && !options.isVisible(parent))) continue;
      yield { block, matches };
    }
    if (!isLast) yield undefined;
  }
}

/** Goes through one slice of text nodes and appends them to `nodes`; true where there are no more. */
function scanSlice(walker: TreeWalker, scanner: WordScanner, nodes: Text[]): boolean {
  let left = sliceLength;
  let isLast = false;
  scanner.scan(() => {
    if (left <= 0) return undefined;
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const data = node.data;
      if (data.length > suspiciousLength && isScript(node)) continue;
      nodes.push(node);
      left -= data.length;
      return data;
    }
    isLast = true;
    return undefined;
  });
  return isLast;
}

function isScript(node: Text): boolean {
  const name = node.parentElement?.localName;
  return name === 'script' || name === 'style' || name === 'noscript' || name === 'template';
}

/** The offsets of the places in their blocks, by block. */
function gatherByBlock(
  places: readonly number[],
  nodes: readonly Text[],
  finder: ReturnType<typeof createBlockFinder>,
): Map<TextBlock, number[]> {
  const offsetsByBlock = new Map<TextBlock, number[]>();
  for (let i = 0; i < places.length; i += 2) {
    const node = nodes[places[i] as number] as Text;
    const block = finder.blockAround(node);
    if (!block) continue;
    const offset = (places[i + 1] as number) + (block.starts[block.nodes.indexOf(node)] as number);
    const offsets = offsetsByBlock.get(block);
    if (offsets) offsets.push(offset);
    else offsetsByBlock.set(block, [offset]);
  }
  return offsetsByBlock;
}
