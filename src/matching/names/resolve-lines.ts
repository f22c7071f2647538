import type { IsExcepted } from './except-names.ts';
import type { TextLine } from './find-names-in-blocks.ts';
import type { Mention } from './mention.ts';
import type { NameIndex } from './name-index.ts';
import { resolveMentions } from './resolve-mentions.ts';

/** The mentions of each block of a page, from the names in its lines; offsets are in the block's text. */
export function resolveLines(
  blocks: readonly (readonly TextLine[])[],
  index: NameIndex,
  isExcepted?: IsExcepted,
): Mention[][] {
  const lines = blocks.flat();
  if (!lines.some(({ matches }) => matches.length > 0)) return blocks.map(() => []);
  const resolved = resolveMentions(lines, index, isExcepted);
  let line = 0;
  return blocks.map((ofBlock) =>
    ofBlock.flatMap(({ start: offset }) => {
      const mentions = resolved[line] ?? [];
      line += 1;
      if (offset === 0) return mentions;
      return mentions.map((one) => ({ ...one, start: offset + one.start, end: offset + one.end }));
    }),
  );
}
