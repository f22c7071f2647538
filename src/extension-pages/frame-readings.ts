import type { Briefing, FrameReading } from '../contracts/active-page.ts';
import type { AnnotatedBlock } from '../view-models/annotated-article.ts';

/**
 * The frames of a page as one article. The frame with the most blocks comes first and gives title, address and date.
 * @param read at least one
 */
export function joinFrames(
  read: readonly [FrameReading, ...FrameReading[]],
): Pick<Briefing, 'frames' | 'reading'> {
  const frames = read.toSorted((a, b) => b.article.blocks.length - a.article.blocks.length);
  const { title, address, date } = (frames[0] ?? read[0]).article;
  return {
    frames,
    reading: {
      ...{ title, address, date },
      blocks: frames.flatMap(({ article }) => article.blocks),
      beside: frames.flatMap(({ article }) => article.beside ?? []),
    },
  };
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
