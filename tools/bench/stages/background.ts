import { compilePack } from '../../../src/matching/compile-pack.ts';
import { DocumentMatcher } from '../../../src/matching/document-matcher.ts';
import { openPageMatcher, type PageMatcher } from '../../../src/matching/page-matcher.ts';
import { offerStage, type PageTexts } from '../stage.ts';

/** What the background does for one page, in milliseconds. */
export interface BackgroundTimes {
  /** Whether anything could be on the page. */
  readonly askedMs: number;
  /** Names, rules and quotations of the whole page. */
  readonly foundMs: number;
}

export interface BackgroundResult {
  /** From the built-in pack, as it is in the extension, and another one, as it is stored, to what pages are matched with. */
  readonly openMs: number;
  /** Of the pages in the order in which they were given. */
  readonly pages: readonly BackgroundTimes[];
}

/** The code of the background over what pages have sent: for one page as if just woken, for many the last ones warm. */
offerStage<BackgroundResult>(({ pack, index, statements, texts }) => {
  const begun = performance.now();
  const other = index && statements ? [{ names: index, statements }] : [];
  const matcher = openPageMatcher([compilePack(pack), ...other]);
  const openMs = performance.now() - begun;
  return { openMs, pages: texts.map((page) => matchPage(page, matcher)) };
});

function matchPage({ text, blocks }: PageTexts, matcher: PageMatcher): BackgroundTimes {
  const begun = performance.now();
  matcher.mayContain(text);
  const asked = performance.now();
  const document = new DocumentMatcher(matcher);
  document.add(blocks.map((block, id) => ({ id, text: block })));
  document.report([]);
  return { askedMs: asked - begun, foundMs: performance.now() - asked };
}
