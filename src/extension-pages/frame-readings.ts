import type { Briefing, FrameReading } from '../contracts/active-page.ts';
import { maxBlocks } from '../contracts/annotated-article-schema.ts';
import type { AnnotatedBlock } from '../view-models/annotated-article.ts';

/**
 * The frames of a page as one article: that of the page itself, or of the frame with the most blocks if the page has
 * none. It comes first, and gives title, address, date and all text that claims are read from. Any other frame may be
 * an advertisement's: what is found in it is beside the article.
 * @param read the page itself first
 */
export function joinFrames(
  read: readonly [FrameReading, ...FrameReading[]],
): Pick<Briefing, 'frames' | 'reading'> {
  const [top] = read;
  const longestFirst = read.toSorted((a, b) => b.article.blocks.length - a.article.blocks.length);
  const frames =
    top.article.blocks.length > 0 ? [top, ...longestFirst.filter((frame) => frame !== top)] : longestFirst;
  const [main = top, ...others] = frames;
  const { title, address, date, blocks, beside = [] } = main.article;
  return {
    frames,
    reading: {
      ...{ title, address, date },
      blocks: blocks.slice(0, maxBlocks),
      beside: [...beside, ...others.flatMap(blocksOf)].filter(hasFindings).slice(0, maxBlocks),
    },
  };
}

/** The first frame in which anything is found; the first of all if there is none. */
export function findFrameWithFindings(frames: readonly FrameReading[]): FrameReading | undefined {
  return frames.find((frame) => blocksOf(frame).some(hasFindings)) ?? frames[0];
}

/** The frame that first mentions an entity; undefined if none does. */
export function findMentioningFrame(
  frames: readonly FrameReading[],
  entity: string,
): FrameReading | undefined {
  return frames.find((frame) =>
    blocksOf(frame).some(({ mentions }) => mentions.some((mention) => mention.entity === entity)),
  );
}

/**
 * Where a page prints a statement for the `number`-th time, from 0: the frame, and the number in it. Undefined if it
 * prints it less often.
 */
export function findPrintingFrame(
  frames: readonly FrameReading[],
  statement: string,
  number: number,
): { readonly frameId: number; readonly index: number } | undefined {
  let before = 0;
  for (const frame of frames) {
    const traces = blocksOf(frame).flatMap((block) => block.traces);
    const count = traces.filter((quoteMatch) => quoteMatch.statement === statement).length;
    if (number < before + count) return { frameId: frame.frameId, index: number - before };
    before += count;
  }
  return undefined;
}

function blocksOf({ article }: FrameReading): readonly AnnotatedBlock[] {
  return [...article.blocks, ...(article.beside ?? [])];
}

function hasFindings({ mentions, traces }: AnnotatedBlock): boolean {
  return mentions.length + traces.length > 0;
}
