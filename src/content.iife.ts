import { callBackground } from './browser/call-background.ts';
import { watchContextLifetime } from './browser/context-lifetime.ts';
import { handleContentCalls } from './browser/handle-content-calls.ts';
import { knownNames } from './browser/known-names.ts';
import type { MatchingData } from './browser/messages.ts';
import { reportCount } from './browser/report-count.ts';
import { createMarkRestyler } from './browser/restyle-marks.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { watchPacks } from './browser/watch-packs.ts';
import { answerAboutPage } from './page/answer-about-page.ts';
import { askUntilAnswered } from './page/ask-until-answered.ts';
import { findJudging } from './page/judging-port.ts';
import { startLivePage } from './page/live-page.ts';
import { findMarkElementPainter } from './page/mark-element-port.ts';
import { becomeOnlyInstance, clearLeftovers } from './page/only-instance.ts';
import { openFinders } from './page/open-finders.ts';
import { runWithLatest } from './page/run-with-latest.ts';
import { showNotice } from './page/show-notice.ts';
import { whenWorthReading } from './page/when-worth-reading.ts';
import { findStop, makePageSettings } from './settings/page-settings.ts';
import { findCardPort } from './ui/card-port.ts';
import { describeCardFailure } from './ui/describe-card-failure.ts';
import { describePosition } from './ui/describe-position.ts';

/** Nothing is loaded, asked or listened for before somebody can be reading here: most frames end at the third line. */
async function start(): Promise<void> {
  const replaced = becomeOnlyInstance(globalThis);
  clearLeftovers(window);
  if (!(await whenWorthReading(window, replaced))) return;
  const leaving = new AbortController();
  const signal = AbortSignal.any([replaced, watchContextLifetime(), leaving.signal]);
  await runWithLatest(
    {
      view: window,
      ask: (asking) => askUntilAnswered(window, () => callBackground('getMatchingData'), asking),
      watch: watchPacks,
      run: (data, running) => match(data, running, () => leaving.abort()),
    },
    signal,
  );
}

/** Reads and paints this frame with what is enabled now, until the signal stops it. */
function match(data: MatchingData, signal: AbortSignal, leavePage: () => void): void {
  const { topics, site, pageHost, index } = data;
  const hosts = { own: site, page: pageHost || site };
  const { names, statements, finders } = openFinders(knownNames(index), signal);
  let settings = data.settings;

  const page = startLivePage({
    view: window,
    finders,
    loadJudging: async () => {
      if (!findJudging(globalThis)) await callBackground('loadJudging');
      return findJudging(globalThis)?.(names, statements());
    },
    choices: makePageSettings(settings, topics, hosts),
    loadCard: async () => {
      if (!findCardPort(globalThis)) await callBackground('loadCard');
      return findCardPort(globalThis);
    },
    loadMarkElementPainter: async () => {
      if (!findMarkElementPainter(globalThis)) await callBackground('loadMarkElementPainter');
      return findMarkElementPainter(globalThis);
    },
    onCardFailed: () => showNotice(describeCardFailure(settings.language)),
    onCount: (mentions, traces) => void reportCount(mentions, traces).catch(() => undefined),
    describePosition: (text, number, count) => describePosition(text, number, count, settings.language),
    signal,
  });
  const restyle = createMarkRestyler(settings.marks);
  watchStoredSettings((changed) => {
    settings = changed;
    restyle(settings.marks);
    page.apply(makePageSettings(settings, topics, hosts));
  }, signal);
  const answers = answerAboutPage(window, page, () => findStop(settings, hosts));
  handleContentCalls({ ...answers, leavePage }, signal);
}

// An extension that goes while a page starts leaves no one to tell and nothing to do: the page's console stays quiet.
start().catch(() => undefined);
