import { findPainted, findPaintedTrace, listEntities, listTraces } from './describe-found.ts';
import type { LivePage } from './live-page.ts';
import { readPageDate } from './page-date.ts';

/** Answers what the toolbar, the side panel and the reader's keys ask of a page, in the shape of the messages that ask it. */
export function answerAboutPage<Stop>({ document, location }: Window, page: LivePage, findStop: () => Stop) {
  const describeDocument = () => ({
    title: document.title,
    address: location.href,
  });
  return {
    describePage: async () => {
      await page.whenRead();
      const article = page.readArticle();
      return {
        ...describeDocument(),
        stoppedBy: findStop(),
        mentions: listEntities(page.found, page.items, article),
        traces: listTraces(page.found, article),
        pageDate: readPageDate(document) ?? null,
      };
    },
    readArticle: async () => {
      await page.whenRead();
      return {
        ...describeDocument(),
        date: readPageDate(document) ?? null,
        blocks: page.readArticle(),
      };
    },
    revealStatement({ statement, index }: { statement: string; index?: number }): void {
      const item = findPaintedTrace(page.items, page.readArticle(), statement, index);
      if (item) page.tour.reveal(item);
    },
    revealMention({ entity, index }: { entity: string; index: number }): void {
      const item = findPainted(page.items, entity, index);
      if (item) page.tour.reveal(item);
    },
    lookUpSelection: async () => {
      await page.whenRead();
      return page.lookUpSelection();
    },
    moveToMention: ({ step, open }: { step: 1 | -1 | 0; open: boolean }): void => page.tour.move(step, open),
  };
}
