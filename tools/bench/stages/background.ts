import { compilePack } from '../../../src/matching/compile-pack.ts';
import { DocumentMatcher } from '../../../src/matching/document-matcher.ts';
import { openPageMatcher, type PageMatcher } from '../../../src/matching/page-matcher.ts';
import { offerStage, type PageTexts } from '../stage.ts';

/** The background's work for one page, in milliseconds. */
export interface BackgroundTimes {
  /** Whether anything could be on the page. */
  readonly askedMs: number;
  /** Names, rules and quotations of the whole page. */
  readonly foundMs: number;
}

export interface BackgroundResult {
  /** Time to prepare for matching: the built-in pack, as in the extension, and another one, in stored form. */
  readonly openMs: number;
  /** In the order of the given pages. */
  readonly pages: readonly BackgroundTimes[];
}

/**
 * Runs the background's code on texts that pages have sent: for one page as if just woken, for many the last ones warm.
 */
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
