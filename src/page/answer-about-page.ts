import type { CardAbove } from '../contracts/card-calls.ts';
import {
  findHighlighted,
  findHighlightedQuoteMatch,
  listEntities,
  listQuoteMatches,
} from './describe-found.ts';
import type { PageController } from './page-controller.ts';
import { readPageDate } from './reading/page-date.ts';

/**
 * Answers the messages of toolbar, side panel and keyboard commands about a page.
 * @param opened the page, once it is followed
 */
export function answerAboutPage<Reason>(
  { document, location }: Window,
  opened: Promise<PageController>,
  findDisabledReason: () => Reason,
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
        stoppedBy: findDisabledReason(),
        mentions: listEntities(page.found, page.items, article),
        traces: listQuoteMatches(page.found, article),
        pageDate: readPageDate(document) ?? null,
      };
    },
    readArticle: async () => (await readPage()).describeArticle(),
    async revealStatement({ statement, index }: { statement: string; index?: number }) {
      const page = await opened;
      const item = findHighlightedQuoteMatch(page.items, page.found, page.readArticle(), statement, index);
      if (item) page.navigator.reveal(item);
    },
    async revealMention({ entity, index }: { entity: string; index: number }) {
      const page = await opened;
      const item = findHighlighted(page.items, entity, index);
      if (item) page.navigator.reveal(item);
    },
    async openCard(above: CardAbove) {
      (await opened).openFromBelow(above);
    },
    lookUpSelection: async () => (await readPage()).lookUpSelection(),
    async moveToMention({ step, open }: { step: 1 | -1 | 0; open: boolean }) {
      (await opened).navigator.move(step, open);
    },
  };
}
