import type { PackLookup } from '../../knowledge/look-up-pack.ts';
import type { Pack, Source } from '../../knowledge/pack-schema.ts';
import { mergeSpans } from '../../matching/quotations/find-hits.ts';
import { addressKey, addressSite } from '../../matching/text/address-key.ts';
import { foldContext } from '../../matching/text/fold-context.ts';
import type { AnnotatedArticle } from '../annotated-article.ts';

/** The source of a pack that a page is. */
export interface PageSource {
  /** All editions of the article, because the page may be any of them. */
  readonly editions: ReadonlySet<string>;
  /** The edition that stands for the article. */
  readonly source: Source;
  /** The page prints the source's text, but the source is known to be at an address on another site. */
  readonly isReprint: boolean;
}

/** Shorter passages are printed by chance. */
const minPassageLength = 12;
/** So many of a source's own passages a page must print to be that source … */
const minPrinted = 4;
/** … and this share of them, because the passages of a whole article are all on its page. */
const minShare = 0.6;
/** Enough to recognise a page by; a pack may cite hundreds. */
const maxPassages = 24;
/** Articles that are compared with a page, for packs made to be slow. */
const maxArticles = 400;

interface CitedArticle {
  readonly source: Source;
  readonly passages: readonly string[];
}

const articlesOfPacks = new WeakMap<Pack, readonly CitedArticle[]>();

/**
 * Which source of the pack a page is: the one at its address, or else the one whose own words it prints. Words that a
 * source quotes do not count, since others quote them, too; nor do words that two articles have in common.
 *
 * @param folded the page's text (`foldContext`)
 */
export function findPageSource(
  lookup: PackLookup,
  page: Pick<AnnotatedArticle, 'address' | 'canonical'>,
  folded: string,
): PageSource | undefined {
  // A page may call any address its own: it is believed on its own site only.
  const isOwn = page.canonical !== undefined && addressSite(page.canonical) === addressSite(page.address);
  const named = [page.address, ...(isOwn ? [page.canonical] : [])];
  const addresses = new Set(named.map(addressKey).filter((key) => key !== ''));
  const atAddress = lookup.pack.sources.find(
    ({ url }) => url !== undefined && addresses.has(addressKey(url)),
  );
  if (atAddress !== undefined) return describe(lookup, atAddress, false);
  const printed = findPrinted(articlesOf(lookup), folded);
  if (printed === undefined) return undefined;
  const site = addressSite(printed.url ?? '');
  return describe(lookup, printed, site !== '' && site !== addressSite(page.address));
}

function describe(lookup: PackLookup, found: Source, isReprint: boolean): PageSource {
  const first = lookup.firstEdition(found.id);
  const editions = lookup.pack.sources.filter(({ id }) => lookup.firstEdition(id) === first);
  return {
    editions: new Set(editions.map(({ id }) => id)),
    source: lookup.source(first) ?? found,
    isReprint,
  };
}

/** The article of whose passages the page prints the largest share. */
function findPrinted(articles: readonly CitedArticle[], folded: string): Source | undefined {
  let best: { readonly source: Source; readonly share: number } | undefined;
  for (const { source, passages } of articles) {
    const share = sharePrinted(passages, folded);
    if (share >= minShare && share > (best?.share ?? 0)) best = { source, share };
  }
  return best?.source;
}

/** 0 as soon as the share cannot reach what is asked for: of most articles a page prints nothing. */
function sharePrinted(passages: readonly string[], folded: string): number {
  const mayMiss = Math.min(Math.floor(passages.length * (1 - minShare)), passages.length - minPrinted);
  let missed = 0;
  for (const passage of passages) {
    if (folded.includes(passage)) continue;
    missed += 1;
    if (missed > mayMiss) return 0;
  }
  return 1 - missed / passages.length;
}

/** The articles that have passages enough to be recognised by. Cached for each pack object. */
function articlesOf(lookup: PackLookup): readonly CitedArticle[] {
  const known = articlesOfPacks.get(lookup.pack);
  if (known) return known;
  const passagesByArticle = collectPassages(lookup);
  const timesPrinted = new Map<string, number>();
  for (const passages of passagesByArticle.values())
    for (const passage of passages) timesPrinted.set(passage, (timesPrinted.get(passage) ?? 0) + 1);
  const articles = [...passagesByArticle].flatMap(([id, all]) => {
    const source = lookup.source(id);
    const passages = [...all].filter((passage) => timesPrinted.get(passage) === 1).slice(0, maxPassages);
    return source && passages.length >= minPrinted ? [{ source, passages }] : [];
  });
  const compared = articles.slice(0, maxArticles);
  articlesOfPacks.set(lookup.pack, compared);
  return compared;
}

/** What news articles say in words of their own, by first edition: letters and papers are quoted by everybody. */
function collectPassages(lookup: PackLookup): Map<string, Set<string>> {
  const isQuoted = findQuotations(lookup.pack);
  const passages = new Map<string, Set<string>>();
  for (const { positions } of lookup.pack.claims) {
    for (const { source, voice, evidence } of positions) {
      if (lookup.source(source)?.kind !== 'news') continue;
      if (voice !== undefined && voice !== 'own') continue;
      const article = lookup.firstEdition(source);
      const own = passages.get(article) ?? new Set();
      passages.set(article, own);
      for (const { text, start, end } of evidence) {
        const passage = foldContext(text).trim();
        if (passage.length >= minPassageLength && !isQuoted(source, start, end)) own.add(passage);
      }
    }
  }
  return passages;
}

/** Tells whether a source prints this passage between quotation marks, as words of a known statement. */
function findQuotations(pack: Pack): (source: string, start: number, end: number) => boolean {
  const spans = new Map<string, [number, number][]>();
  for (const { source, start, end } of pack.statements.flatMap(({ wordings }) => wordings)) {
    const known = spans.get(source);
    if (known) known.push([start, end]);
    else spans.set(source, [[start, end]]);
  }
  const quoted = new Map([...spans].map(([source, all]) => [source, mergeSpans(all)]));
  return (source, start, end) => overlapsAny(quoted.get(source) ?? [], start, end);
}

/** @param spans disjoint and in order */
function overlapsAny(spans: readonly (readonly [number, number])[], start: number, end: number): boolean {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return (spans[low]?.[0] ?? end) < end;
}
