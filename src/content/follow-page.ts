import { callBackground } from '../browser/call-background.ts';
import { handleContentCalls } from '../browser/handle-content-calls.ts';
import { answerAboutPage } from '../page/answer-about-page.ts';
import { askUntilAnswered } from '../page/ask-until-answered.ts';
import { type LivePage, type LivePageOptions, startLivePage } from '../page/live-page.ts';
import type { PageChoices } from '../page/page-choices.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { MarkStyle } from '../settings/settings.ts';
import { siteOf } from '../settings/site-rules.ts';
import { describePosition } from '../ui/describe-position.ts';

export interface FollowPageOptions
  extends Pick<LivePageOptions, 'loadCard' | 'loadMarkElementPainter' | 'onCount'> {
  /** What the reader wants of this page. */
  readonly readSettings: () => Promise<PageSettings>;
  /** A card that the reader asked for cannot be brought. */
  readonly onCardFailed: (language: string) => void;
  /** Makes what gives the marks another style than the one that they begin with. */
  readonly restyle?: (style: MarkStyle) => (chosen: MarkStyle) => void;
}

/** Reads, marks and follows this page until `stopped` aborts, or Sidelight may not enter it any more: in pages of the web, and in the welcome page's example. */
export async function followPage(options: FollowPageOptions, stopped: AbortSignal): Promise<void> {
  const { readSettings, restyle, onCardFailed, ...live } = options;
  const leaving = new AbortController();
  const signal = AbortSignal.any([stopped, leaving.signal]);
  let settings: PageSettings | undefined;
  let restyleMarks: ReturnType<NonNullable<typeof restyle>> | undefined;
  let page: LivePage | undefined;
  let noteOpened: (opened: LivePage) => void = () => {};
  const opened = new Promise<LivePage>((resolve) => {
    noteOpened = resolve;
  });
  let latest = 0;

  /** Takes what holds now: what was pushed, or what the background answers. Of several at once the one begun last counts. */
  async function follow(pushed?: PageSettings): Promise<void> {
    latest += 1;
    const number = latest;
    const changed = pushed ?? (await askUntilAnswered(window, readSettings, signal));
    // The first answer has brought the style with it.
    restyleMarks ??= restyle?.(changed.marks);
    if (number !== latest || signal.aborted) return;
    settings = changed;
    restyleMarks?.(settings.marks);
    if (page) page.apply(toChoices(settings));
    else open(settings);
  }

  function open({ language, ...chosen }: PageSettings): void {
    page = startLivePage({
      ...live,
      view: window,
      ask: (text) => callBackground('checkText', { text, isFollowed: true }),
      sendText: (message) => callBackground('sendText', message),
      choices: toChoices({ language, ...chosen }),
      onCardFailed: () => onCardFailed(settings?.language ?? language),
      describePosition: (text, number, count) =>
        describePosition(text, number, count, settings?.language ?? language),
      signal,
    });
    noteOpened(page);
  }

  // Whoever calls while the page is being opened is heard: what was changed then would be lost, and a question unanswered.
  handleContentCalls(
    {
      ...answerAboutPage(window, opened, () => settings?.stoppedBy ?? null),
      applySettings: ({ host, settings: pushed, isByHost }) => {
        if (!settings || !page) return follow();
        if (host === siteOf(location.href)) return follow(pushed);
        // A frame of another site: what the message says of the page's site does not hold for its own.
        const { stoppedBy, exceptions } = settings;
        return isByHost ? follow() : follow({ ...pushed, stoppedBy, exceptions });
      },
      leavePage: () => leaving.abort(),
    },
    signal,
  );
  // What was changed meanwhile, the packs too, was not told to a page in the cache for going back: it begins again.
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
  const { stoppedBy, topics, hiddenEntities, exceptions, density, extent, painter, hover, theme, language } =
    settings;
  return {
    isOn: stoppedBy === null,
    colorByTopic: new Map(topics),
    hiddenEntities: new Set(hiddenEntities),
    exceptions,
    density,
    extent,
    painter,
    hover,
    appearance: { theme, language },
  };
}
