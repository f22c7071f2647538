import { lineSeparator, possibleEdge } from '../text/block-signs.ts';
import { findNames, type NameMatch } from './find-names.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import type { MatchedBlock } from './resolve-mentions.ts';

/** A line of a block; rules treat it as a text of its own. */
export interface TextLine extends MatchedBlock {
  /** Its offset in the block's text. */
  readonly start: number;
}

export interface BlockNames {
  readonly lines: readonly TextLine[];
  /** See `BlockFindings`. */
  readonly mayHide: Mention['show'] | undefined;
}

const paragraphSeparator = '\u2029';

/**
 * Finds the names in the lines of neighbouring blocks. Reads all lines as one text: a name that crosses an
 * edge shows that layout matters there, and the lines on both sides are read separately.
 */
export function findNamesInBlocks(texts: readonly string[], index: NameIndex): BlockNames[] {
  const shown = texts.map(() => new Set<Mention['show']>());
  const lines: (TextLine & { matches: NameMatch[]; readonly block: number; readonly from: number })[] = [];
  let from = 0;
  for (const [block, text] of texts.entries()) {
    let start = 0;
    for (const line of text.split(lineSeparator)) {
      lines.push({ text: line, start, matches: [], block, from: from + start });
      start += line.length + 1;
    }
    from += text.length + 1;
  }
  const crossed = new Set<number>();
  let number = 0;
  for (const match of findNames(texts.join(paragraphSeparator), index)) {
    while ((lines[number + 1]?.from ?? Number.POSITIVE_INFINITY) <= match.start) number += 1;
    const { text, from: offset, matches } = lines[number] as (typeof lines)[number];
    if (match.end <= offset + text.length) {
      matches.push({ nameIds: match.nameIds, start: match.start - offset, end: match.end - offset });
      continue;
    }
    for (let at = number; (lines[at]?.from ?? Number.POSITIVE_INFINITY) < match.end; at += 1) {
      crossed.add(at);
      shown[lines[at]?.block ?? 0]?.add(showOf(match, index));
    }
  }
  for (const at of crossed) {
    const line = lines[at] as (typeof lines)[number];
    line.matches = findNames(line.text, index);
  }
  for (const { text, matches, block } of lines) {
    if (!text.includes(possibleEdge)) continue;
    const known = new Set(matches.map(({ start, end }) => `${start} ${end}`));
    for (const match of findNames(text.replaceAll(possibleEdge, ' '), index)) {
      if (!known.has(`${match.start} ${match.end}`)) shown[block]?.add(showOf(match, index));
    }
  }
  const linesOf = texts.map((): TextLine[] => []);
  for (const line of lines) linesOf[line.block]?.push(line);
  return linesOf.map((ofBlock, block) => ({
    lines: ofBlock,
    mayHide: shown[block]?.has('always')
      ? 'always'
      : shown[block]?.has('with-story')
        ? 'with-story'
        : undefined,
  }));
}

function showOf({ nameIds }: NameMatch, index: NameIndex): Mention['show'] {
  return nameIds.some((id) => index.isAlwaysShown(id)) ? 'always' : 'with-story';
}
