import { cardAddress, connectCard } from '../content/connect-card.ts';
import { followPage } from '../content/follow-page.ts';
import { openMarks } from '../content/open-marks.ts';
import { reportCount } from '../content/report-count.ts';
import { describeBlockedCard, describeCardFailure } from '../i18n/describe-card-failure.ts';
import { callBackground } from '../messaging/call-background.ts';
import { watchContextLifetime } from '../messaging/context-lifetime.ts';
import { findMarkElementHighlighter } from '../page/highlighting/mark-element-port.ts';
import { describeAbove } from '../page/interaction/card-above.ts';
import { CardBox } from '../page/interaction/card-box.ts';
import type { CardOpening } from '../page/interaction/card-opening.ts';
import noticeStyles from '../page/interaction/show-notice.css?inline';
import { showNotice } from '../page/interaction/show-notice.ts';
import { isPageOpen, replacePreviousInstance } from '../page/replace-previous-instance.ts';

/** Where this document cannot hold a card, the page above it may; where there is none, the reader is told. */
async function openAbove(opening: CardOpening): Promise<void> {
  try {
    await callBackground('openCardAbove', describeAbove(opening, window));
  } catch {
    showNotice(describeBlockedCard(), noticeStyles);
  }
}

// The background may bring this script twice, for two who ask at once: the first stays.
if (!isPageOpen(globalThis)) {
  const signal = AbortSignal.any([replacePreviousInstance(globalThis, true), watchContextLifetime()]);
  // An extension that goes while a page is opened leaves nobody to tell and nothing to do: the page's console stays quiet.
  followPage(
    {
      readSettings: () => callBackground('openPage'),
      openMarks,
      loadCard: async ({ secret: nameSeed, nameOf }, onFailed, onEscape) => {
        // Only there a style sheet shows the box (`page/interaction/card-frame.css`).
        if (import.meta.env.MODE === 'firefox') await callBackground('showCards', { secret: nameSeed });
        return new CardBox({
          win: window,
          address: cardAddress(),
          connect: connectCard,
          shownClass: nameOf('shown'),
          onFailed,
          onBlocked: (opening) => void openAbove(opening),
          onEscape,
        });
      },
      loadMarkElementHighlighter: async () => {
        if (!findMarkElementHighlighter(globalThis)) await callBackground('loadMarkElementPainter');
        return findMarkElementHighlighter(globalThis);
      },
      onCardFailed: () => showNotice(describeCardFailure(), noticeStyles),
      onCount: (mentions, traces) => void reportCount(mentions, traces).catch(() => undefined),
    },
    signal,
  ).catch(() => undefined);
}
