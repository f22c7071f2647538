import { Fragment } from 'preact';
import { text } from '../../i18n/texts.ts';
import type { ExcerptPiece } from '../../view-models/quotations/excerpt-quotation.ts';

const tags = { same: Fragment, own: 'ins', cut: 'del', replaced: 'mark' } as const;

/** Words of one side of a comparison, with what only this side has marked. */
export function ExcerptWords({ pieces }: { pieces: readonly ExcerptPiece[] }) {
  return (
    <>
      {pieces.map(({ kind, text: piece }, at) => {
        if (kind === 'skipped') {
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and its members may be alike
            <span key={at} class="gap">
              {text('quoteGap')}{' '}
            </span>
          );
        }
        // Lines are drawn under and through words, and not in the space behind them.
        const words = piece.trimEnd();
        const Tag = tags[kind];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: as above
          <Fragment key={at}>
            <Tag>{words}</Tag>
            {piece.slice(words.length)}
          </Fragment>
        );
      })}
    </>
  );
}
