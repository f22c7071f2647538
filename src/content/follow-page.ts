import type { PageChoices } from '../contracts/page-choices.ts';
import { describePosition } from '../i18n/describe-position.ts';
import { callBackground } from '../messaging/call-background.ts';
import { handleContentCalls } from '../messaging/handle-content-calls.ts';
import { answerAboutPage } from '../page/answer-about-page.ts';
import { neutralColor } from '../page/highlighting/palette.ts';
import { retryUntilAnswered } from '../page/observing/retry-until-answered.ts';
import { PageController, type PageControllerOptions } from '../page/page-controller.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import { siteOf } from '../settings/site-rules.ts';
import type { PageMarks } from './open-marks.ts';

export interface FollowPageOptions
  extends Pick<PageControllerOptions, 'loadMarkElementHighlighter' | 'onCardFailed' | 'onCount'> {
  /** Loads the card's code into this frame the first time. */
  readonly loadCard: (
    marks: PageMarks,
    ...args: Parameters<PageControllerOptions['loadCard']>
  ) => ReturnType<PageControllerOptions['loadCard']>;
  /** The reader's settings for this page. */
  readonly readSettings: () => Promise<PageSettings>;
  /** Creates what draws the marks; called once. */
  readonly openMarks: () => Promise<PageMarks>;
}

/**
 * Reads, marks and follows this page until `stopped` aborts or Sidelight loses access to it. For pages of the
 * web and the example on the welcome page.
 */
export async function followPage(options: FollowPageOptions, stopped: AbortSignal): Promise<void> {
  const { readSettings, openMarks, loadCard, ...live } = options;
  const leaving = new AbortController();
  const signal = AbortSignal.any([stopped, leaving.signal]);
  let settings: PageSettings | undefined;
  let opening: Promise<PageMarks> | undefined;
  let page: PageController | undefined;
  let noteOpened: (opened: PageController) => void = () => {};
  const opened = new Promise<PageController>((resolve) => {
    noteOpened = resolve;
  });
  let latest = 0;

  /**
   * Applies the present settings: those pushed, or the background's answer. Of several concurrent calls, the
   * last one started counts.
   */
  async function follow(pushed?: PageSettings): Promise<void> {
    latest += 1;
    const number = latest;
    opening ??= retryUntilAnswered(window, openMarks, signal);
    const answer = pushed ?? retryUntilAnswered(window, readSettings, signal);
    const [marks, changed] = await Promise.all([opening, answer]);
    if (number !== latest || signal.aborted) return;
    settings = changed;
    marks.restyle(settings.marks);
    if (page) page.apply(toChoices(settings));
    else open(settings, marks);
  }

  function open(chosen: PageSettings, marks: PageMarks): void {
    page = new PageController({
      ...live,
      win: window,
      ask: (text) => callBackground('checkText', { text, isFollowed: true }),
      sendText: (message) => callBackground('sendText', message),
      choices: toChoices(chosen),
      loadCard: (...args) => loadCard(marks, ...args),
      nameOf: marks.nameOf,
      onBeforeDraw: marks.show,
      onCleared: marks.hide,
      describePosition,
      signal,
    });
    noteOpened(page);
  }

  // Listens while the page is still being opened, so that no change is lost and no call unanswered.
  handleContentCalls(
    {
      ...answerAboutPage(opened, () => settings?.stoppedBy ?? null),
      applySettings: ({ host, settings: pushed, isByHost }) => {
        if (!settings || !page) return follow();
        if (host === siteOf(location.href)) return follow(pushed);
        // In a frame of another site, what the message says of the page's site does not apply.
        const { stoppedBy, exceptions } = settings;
        return isByHost ? follow() : follow({ ...pushed, stoppedBy, exceptions });
      },
      leavePage: () => leaving.abort(),
    },
    signal,
  );
  // A page in the back/forward cache got no settings and packs pushed, so it starts again.
  addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (!persisted || !settings) return;
      page?.apply({ ...toChoices(settings), isOn: false });
      void follow().catch(() => undefined);
    },
    { signal },
  );
  await follow();
}

function toChoices(settings: PageSettings): PageChoices {
  const { stoppedBy, topics, hiddenEntities, painter, marks, theme, language, ...others } = settings;
  return {
    ...others,
    isOn: stoppedBy === null,
    colorByTopic: new Map(
      topics.map(([topic, color]) => [topic, marks.usesTopicColors ? color : neutralColor]),
    ),
    hiddenEntities: new Set(hiddenEntities),
    highlighter: painter,
    appearance: { theme, language },
  };
}
