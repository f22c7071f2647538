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

/** If this document cannot hold a card, its parent may; if there is none, the reader gets a message. */
async function openAbove(opening: CardOpening): Promise<void> {
  try {
    await callBackground('openCardAbove', describeAbove(opening, window));
  } catch {
    showNotice(describeBlockedCard(), noticeStyles);
  }
}

// Two simultaneous requests make the background inject this script twice: the first instance stays.
if (!isPageOpen(globalThis)) {
  const signal = AbortSignal.any([replacePreviousInstance(globalThis, true), watchContextLifetime()]);
  // If the extension is removed while a page loads, there is nothing to do and nothing to report: log nothing to the
  // page's console.
  followPage(
    {
      readSettings: () => callBackground('openPage'),
      openMarks,
      loadCard: async ({ secret: nameSeed, nameOf }, onFailed, onEscape, readArticle) => {
        // Only there a style sheet shows the box (`page/interaction/card-frame.css`).
        if (import.meta.env.MODE === 'firefox') await callBackground('showCards', { secret: nameSeed });
        return new CardBox({
          win: window,
          address: cardAddress(),
          connect: (token, listener, signal) => connectCard(token, { ...listener, readArticle }, signal),
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
