import { countWords } from '../knowledge/text/locate-words.ts';
import type { QuoteMatch } from '../matching/quotations/quote-match.ts';
import { foldContext } from '../matching/text/fold-context.ts';
import type { CitedSource } from './card-content.ts';
import type { PanelClaim, PanelContent, PanelEntity, PanelQuotation } from './panel-content.ts';

/** How much was found on a page: popup and side panel print these numbers. */
export interface FindingCounts {
  /** Known statements that the page prints, each once. */
  readonly quotations: number;
  readonly names: number;
  /** Known claims of the page's story, found on the page or not. */
  readonly claims: number;
  /** Those of them that were not found on it. */
  readonly elsewhere: number;
}

/** Adds up the packs. */
export function countFindings(panelContents: readonly PanelContent[]): FindingCounts {
  const sum = (count: (content: PanelContent) => number) =>
    panelContents.reduce((total, content) => total + count(content), 0);
  return {
    quotations: sum(({ quoted }) => groupByStatement(quoted).length),
    names: sum(({ mentioned }) => mentioned.length),
    claims: sum(({ made, elsewhere }) => made.length + elsewhere.length),
    elsewhere: sum(({ elsewhere }) => elsewhere.length),
  };
}

/** A page can make a claim that a pack knows without naming any of the pack's entities. */
export function hasFindings(content: PanelContent): boolean {
  const { quotations, names } = countFindings([content]);
  return quotations + names + content.made.length > 0;
}

/** Names by how much there is to say: first where sources differ, then by the number of outlets, then as on the page. */
export function rankNames(mentioned: readonly PanelEntity[]): readonly PanelEntity[] {
  return mentioned.toSorted(
    (a, b) => Number(b.isDisputed) - Number(a.isDisputed) || b.outletCount - a.outletCount,
  );
}

/** The positions of sources that say the opposite of what the page says; of one article the first only. */
export function listOpponents({ positions, onThisPage }: PanelClaim): PanelClaim['positions'] {
  const opposite = onThisPage === 'says' ? 'says-otherwise' : 'says';
  if (onThisPage !== 'says' && onThisPage !== 'says-otherwise') return [];
  const found = positions.filter(({ stance }) => stance === opposite);
  return copiesLast(
    found.filter(({ source }, at) => !found.slice(0, at).some((one) => one.source.id === source.id)),
  );
}

/**
 * The page's words on a claim that it makes: what the pack quotes for this stance, if the page prints just that; else
 * the passage that makes the claim.
 */
export function wordsOnPage({ positions, onThisPage, passage = '' }: PanelClaim): string {
  const printed = foldContext(passage);
  const quoted = positions
    .filter(({ stance }) => stance === onThisPage)
    .flatMap(({ evidence }) => evidence)
    .filter((words) => printed.includes(foldContext(words)));
  return quoted.toSorted((a, b) => b.length - a.length)[0] ?? passage;
}

/** An altered copy is never the first to be named. */
export function copiesLast<Item extends { readonly source: CitedSource }>(
  items: readonly Item[],
): readonly Item[] {
  const isCopy = ({ source }: Item) => Number(source.rewordedFrom !== undefined);
  return items.toSorted((a, b) => isCopy(a) - isCopy(b));
}

/** The places where a page prints one statement. */
type Passages = readonly [PanelQuotation, ...PanelQuotation[]];

/** A known statement on a page, in one line. */
export interface QuotationSummary {
  /** The statement. */
  readonly ref: string;
  /** The first is quoted. */
  readonly passages: Passages;
  /** Of several places the one that departs most from the statement. */
  readonly kind: QuoteMatch['kind'];
  /** If the page leaves words out and the whole statement is known: how many words it prints, of how many. */
  readonly words?: { readonly printed: number; readonly total: number };
  /** Who else prints it: outlets, each once, without altered copies and without the page itself. */
  readonly outlets: readonly string[];
}

const departures = ['verbatim', 'trimmed', 'similar', 'altered'] as const;

/** The statements that a page prints, each once, in the order of their first place. */
export function summariseQuotations({
  quoted,
  page,
}: Pick<PanelContent, 'quoted' | 'page'>): QuotationSummary[] {
  return groupByStatement(quoted).map((passages) => {
    const [{ statement }] = passages;
    const kind = departures.findLast((one) => passages.some(({ trace }) => trace.kind === one)) ?? 'verbatim';
    const words = kind === 'trimmed' ? countPrinted(passages) : undefined;
    return {
      ref: statement.ref,
      passages,
      kind,
      ...(words && { words }),
      outlets: listOutlets(
        statement.wordings.map(({ source }) => source),
        page.address,
      ),
    };
  });
}

export function groupByStatement(quoted: readonly PanelQuotation[]): readonly Passages[] {
  const groups = new Map<string, [PanelQuotation, ...PanelQuotation[]]>();
  for (const one of quoted) {
    const known = groups.get(one.statement.ref);
    if (known) known.push(one);
    else groups.set(one.statement.ref, [one]);
  }
  return [...groups.values()];
}

/** Undefined if parts of the statement are unknown, or the passages overlap. */
function countPrinted(passages: Passages): QuotationSummary['words'] {
  const { sentences } = passages[0].statement;
  if (sentences.includes(null)) return undefined;
  const total = countWords(sentences.join(' '));
  const printed = countWords(dropRepeated(passages.map(({ text }) => text)).join(' '));
  return printed < total ? { printed, total } : undefined;
}

/** Without the passages that others contain: printed twice is not printed more. */
export function dropRepeated(passages: readonly string[]): string[] {
  return [...new Set(passages)].filter(
    (text, _at, all) => !all.some((other) => other !== text && other.includes(text)),
  );
}

function listOutlets(sources: readonly CitedSource[], address: string): string[] {
  const others = sources.filter(
    ({ url, rewordedFrom }) => rewordedFrom === undefined && !(url && isSamePage(url, address)),
  );
  return [...new Map(others.map(({ outlet }) => [outlet.toLowerCase(), outlet])).values()];
}

/** Whether two addresses lead to one page, whatever tracks the reader or points into it. */
function isSamePage(a: string, b: string): boolean {
  return stripAddress(a) === stripAddress(b);
}

function stripAddress(address: string): string {
  return address
    .replace(/^https?:\/\/(www\.)?/u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '');
}
