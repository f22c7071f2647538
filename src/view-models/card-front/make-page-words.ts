import { lookUpPack, type PackLookup } from '../../knowledge/look-up-pack.ts';
import type { Claim, Pack } from '../../knowledge/pack-schema.ts';
import { splitRef } from '../../knowledge/qualify-pack.ts';
import { excerpt } from '../../knowledge/text/excerpt.ts';
import { foldContext } from '../../matching/text/fold-context.ts';
import type { AnnotatedArticle } from '../annotated-article.ts';
import type { CardContent, PageWords, SpokenStance } from '../card-content.ts';
import { citeSource } from '../cite-source.ts';
import { readSentences } from '../classify-claim.ts';
import { classifyForPage } from '../find-story-claims.ts';
import { findPageSource, type PageSource } from './find-page-source.ts';

/** More claims than any card shows first, for packs made to be slow. */
const maxClaims = 100;
/** More passages of one statement than any article prints: the card compares them with each other. */
const maxPassages = 500;
/** In characters: a page may print anything as one sentence. `excerpt` cuts nothing that is hardly longer. */
const maxPassageLength = 850;

/**
 * What a page prints of the claims and statements of a card: for a source of the pack the passages that the pack has
 * from it, as far as they are still on the page; for any other page what its claims' cues find, as in the side panel.
 * The card of a statement needs only the page's source.
 */
export function makePageWords(pack: Pack, content: CardContent, page: AnnotatedArticle): PageWords {
  const lookup = lookUpPack(pack);
  const folded = foldContext(page.blocks.map(({ text }) => text).join('\n'));
  const source = findPageSource(lookup, page, folded);
  const described = describeSource(lookup, source);
  if (content.kind === 'statement') return { ...described, claims: [], statements: [] };
  const claims = content.positions
    .slice(0, maxClaims)
    .flatMap(({ ref }) => lookup.claim(splitRef(ref).id) ?? []);
  const found = source ? printedOf(source, claims, folded) : readFrom(page, claims);
  const printings = findPrintings(page);
  return {
    ...described,
    claims: found.map(({ claim, ...words }) => ({ ref: refOfClaim(content, claim), ...words })),
    statements: content.statements.flatMap(({ ref }) => {
      const words = printings.get(ref);
      return words ? [{ ref, words: [...words] }] : [];
    }),
  };
}

interface FoundClaim extends Omit<PageWords['claims'][number], 'ref'> {
  readonly claim: Claim;
}

function refOfClaim({ positions }: CardContent, { id }: Claim): string {
  return positions.find(({ ref }) => splitRef(ref).id === id)?.ref ?? id;
}

function describeSource(
  lookup: PackLookup,
  found: PageSource | undefined,
): Pick<PageWords, 'source' | 'isReprint'> {
  const [source] = found ? citeSource(lookup, found.source.id) : [];
  return { ...(source && { source }), ...(found?.isReprint && { isReprint: true }) };
}

function printedOf({ editions }: PageSource, claims: readonly Claim[], folded: string): FoundClaim[] {
  return claims.flatMap((claim) => {
    const printed = claim.positions.flatMap(({ source, stance, voice, evidence }) => {
      if (!editions.has(source) || stance === 'does-not-mention') return [];
      const found = evidence.filter(({ text }) => folded.includes(foldContext(text).trim()));
      return found.length === 0 ? [] : [{ stance, voice, words: found.map(({ text }) => text) }];
    });
    const [first] = printed;
    if (first === undefined) return [];
    const stances = [...new Set<SpokenStance>(printed.map(({ stance }) => stance))];
    const words = [...new Set(printed.flatMap((position) => position.words))];
    const isOneVoice = printed.every(({ voice }) => voice === first.voice);
    return [{ claim, stances, ...(isOneVoice && first.voice && { voice: first.voice }), words }];
  });
}

function readFrom(page: AnnotatedArticle, claims: readonly Claim[]): FoundClaim[] {
  const text = readSentences(page.blocks.map((block) => block.text));
  return claims.flatMap((claim) => {
    const verdict = classifyForPage(text, claim, page.date);
    if (!('passage' in verdict)) return [];
    return [{ claim, stances: [verdict.verdict], words: [excerpt(verdict.passage, maxPassageLength)] }];
  });
}

/** The distinct passages of each statement that the page prints, of very many the first. */
function findPrintings({ blocks }: AnnotatedArticle): Map<string, Set<string>> {
  const printings = new Map<string, Set<string>>();
  for (const { text, traces } of blocks) {
    for (const { statement, start, end } of traces) {
      const words = printings.get(statement) ?? new Set();
      printings.set(statement, words);
      if (words.size === maxPassages) continue;
      words.add(text.slice(start, end).replaceAll('\u200b', '').replace(/\s+/g, ' ').trim());
    }
  }
  return printings;
}
