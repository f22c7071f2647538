import { callBackground } from './browser/call-background.ts';
import { cardConnection } from './browser/connect-card.ts';
import { watchContextLifetime } from './browser/context-lifetime.ts';
import { reportCount } from './browser/report-count.ts';
import { followPage } from './content/follow-page.ts';
import { openMarks } from './content/open-marks.ts';
import { findCardBox } from './page/card-box-port.ts';
import { findMarkElementPainter } from './page/mark-element-port.ts';
import { becomeOnlyInstance, isPageOpen } from './page/only-instance.ts';
import { showNotice } from './page/show-notice.ts';
import { describeCardFailure } from './ui/describe-card-failure.ts';

// The background may bring this script twice, for two who ask at once: the first stays.
if (!isPageOpen(globalThis)) {
  const signal = AbortSignal.any([becomeOnlyInstance(globalThis, true), watchContextLifetime()]);
  // An extension that goes while a page is opened leaves nobody to tell and nothing to do: the page's console stays quiet.
  followPage(
    {
      readSettings: () => callBackground('openPage'),
      openMarks,
      loadCard: async ({ secret, nameOf }, onFailed, onEscape) => {
        if (!findCardBox(globalThis)) await callBackground('loadCard', { secret });
        const shownClass = nameOf('shown');
        return findCardBox(globalThis)?.({
          view: window,
          connection: cardConnection,
          shownClass,
          onFailed,
          onEscape,
        });
      },
      loadMarkElementPainter: async () => {
        if (!findMarkElementPainter(globalThis)) await callBackground('loadMarkElementPainter');
        return findMarkElementPainter(globalThis);
      },
      onCardFailed: () => showNotice(describeCardFailure()),
      onCount: (mentions, traces) => void reportCount(mentions, traces).catch(() => undefined),
    },
    signal,
  ).catch(() => undefined);
}
