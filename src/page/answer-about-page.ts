import type { CardAbove } from '../contracts/card-calls.ts';
import { findPainted, findPaintedTrace, listEntities, listTraces } from './describe-found.ts';
import type { LivePage } from './live-page.ts';
import { readPageDate } from './reading/page-date.ts';

/**
 * Answers what the toolbar, the side panel and the reader's keys ask of a page, in the shape of the messages that ask it.
 * @param opened the page, as soon as it is followed
 */
export function answerAboutPage<Stop>(
  { document, location }: Window,
  opened: Promise<LivePage>,
  findStop: () => Stop,
) {
  const describeDocument = () => ({
    title: document.title,
    address: location.href,
  });
  const readPage = async () => {
    const page = await opened;
    await page.whenRead();
    return page;
  };
  return {
    describePage: async () => {
      const page = await readPage();
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
      const page = await readPage();
      return {
        ...describeDocument(),
        date: readPageDate(document) ?? null,
        blocks: page.readArticle(),
      };
    },
    async revealStatement({ statement, index }: { statement: string; index?: number }) {
      const page = await opened;
      const item = findPaintedTrace(page.items, page.found, page.readArticle(), statement, index);
      if (item) page.tour.reveal(item);
    },
    async revealMention({ entity, index }: { entity: string; index: number }) {
      const page = await opened;
      const item = findPainted(page.items, entity, index);
      if (item) page.tour.reveal(item);
    },
    async openCard(above: CardAbove) {
      (await opened).openFromBelow(above);
    },
    lookUpSelection: async () => (await readPage()).lookUpSelection(),
    async moveToMention({ step, open }: { step: 1 | -1 | 0; open: boolean }) {
      (await opened).tour.move(step, open);
    },
  };
}
