import { fromBase64 } from './browser/base64.ts';
import { callBackground } from './browser/call-background.ts';
import { watchContextLifetime } from './browser/context-lifetime.ts';
import { handleContentCalls } from './browser/handle-content-calls.ts';
import { reportCount } from './browser/report-count.ts';
import { watchStoredSettings } from './browser/stored-settings.ts';
import { findNames } from './matching/find-names.ts';
import { findTraceCandidates } from './matching/find-trace-candidates.ts';
import { openNameIndex } from './matching/name-index.ts';
import { openStatementIndex, type StatementIndex } from './matching/statement-index.ts';
import { askUntilAnswered } from './page/ask-until-answered.ts';
import { findPainted, findPaintedTrace, listEntities, listTraces } from './page/describe-found.ts';
import { findInPage } from './page/find-in-page.ts';
import { findJudging } from './page/judging-port.ts';
import { startLivePage } from './page/live-page.ts';
import { findMarkElementPainter } from './page/mark-element-port.ts';
import { becomeOnlyInstance, clearLeftovers } from './page/only-instance.ts';
import { readPageDate } from './page/page-date.ts';
import { whenWorthReading } from './page/when-worth-reading.ts';
import { findStop, makePageSettings } from './settings/page-settings.ts';
import { findCardPort } from './ui/card-port.ts';
import { describePosition } from './ui/describe-position.ts';

/** Nothing is loaded, asked or listened for before somebody can be reading here: most frames end at the third line. */
async function start(): Promise<void> {
  const replaced = becomeOnlyInstance(globalThis);
  clearLeftovers(window);
  if (!(await whenWorthReading(window, replaced))) return;
  const signal = AbortSignal.any([replaced, watchContextLifetime()]);
  const {
    names,
    statements: statementBytes,
    topics,
    settings: stored,
    pageHost,
  } = await askUntilAnswered(window, () => callBackground('getMatchingData'), signal);
  const hosts = { own: location.hostname, page: pageHost || location.hostname };
  const index = openNameIndex(fromBase64(names));
  let statements: StatementIndex | undefined;
  const openStatements = () => (statements ??= openStatementIndex(fromBase64(statementBytes)));
  let settings = stored;

  const page = startLivePage({
    view: window,
    finders: {
      findNames: (text) => findNames(text, index),
      findCandidates: (folded) => findTraceCandidates(folded, openStatements()),
      isAlwaysShown: (nameId) => index.isAlwaysShown(nameId),
      scan: (root) => findInPage(root, index),
    },
    loadJudging: async () => {
      if (!findJudging(globalThis)) await callBackground('loadJudging');
      return findJudging(globalThis)?.(index, openStatements());
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
    onCount: (mentions, traces) => void reportCount(mentions, traces).catch(() => undefined),
    describePosition,
    signal,
  });
  watchStoredSettings((changed) => {
    settings = changed;
    page.apply(makePageSettings(settings, topics, hosts));
  }, signal);
  handleContentCalls(
    {
      describePage: async () => {
        await page.whenRead();
        return {
          title: document.title,
          address: location.href,
          stoppedBy: findStop(settings, hosts),
          mentions: listEntities(page.found, page.items),
          traces: listTraces(page.found),
          pageDate: readPageDate(document) ?? null,
        };
      },
      readArticle: async () => {
        await page.whenRead();
        return {
          title: document.title,
          address: location.href,
          date: readPageDate(document) ?? null,
          blocks: page.readArticle(),
        };
      },
      revealStatement({ statement, index: number }) {
        const item = findPaintedTrace(page.items, page.readArticle(), statement, number);
        if (item) page.tour.reveal(item);
      },
      revealMention({ entity, index: number }) {
        const item = findPainted(page.items, entity, number);
        if (item) page.tour.reveal(item);
      },
      moveToMention: ({ step, open }) => page.tour.move(step, open),
    },
    signal,
  );
}

// An extension that goes while a page starts leaves no one to tell and nothing to do: the page's console stays quiet.
start().catch(() => undefined);
