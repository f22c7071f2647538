import type { CardAbove } from '../contracts/card-calls.ts';
import { findHighlightedQuoteMatch, findListed, listBeside } from './describe-found.ts';
import type { PageController } from './page-controller.ts';

/**
 * Answers the messages of toolbar, side panel and keyboard commands about a page.
 * @param opened the page, once it is followed
 */
export function answerAboutPage<Reason>(opened: Promise<PageController>, findDisabledReason: () => Reason) {
  return {
    readArticle: async () => {
      const page = await opened;
      const isRead = await page.readNow();
      const article = page.describeArticle();
      return {
        ...article,
        beside: listBeside(page.found, page.listed, article.blocks),
        stoppedBy: findDisabledReason(),
        isRead,
      };
    },
    async revealStatement({ statement, index }: { statement: string; index?: number }) {
      const page = await opened;
      const item = findHighlightedQuoteMatch(page.items, page.found, page.readArticle(), statement, index);
      if (item) page.navigator.reveal(item);
    },
    async revealMention({ entity, index }: { entity: string; index: number }) {
      const page = await opened;
      const item = findListed(page.items, page.listed, entity, index);
      if (item) page.navigator.reveal(item);
    },
    async openCard(above: CardAbove) {
      (await opened).openFromBelow(above);
    },
    async lookUpSelection() {
      const page = await opened;
      await page.readNow();
      return page.lookUpSelection();
    },
    async moveToMention({ step, open }: { step: 1 | -1 | 0; open: boolean }) {
      (await opened).navigator.move(step, open);
    },
  };
}
