import { excerpt } from '../../knowledge/text/excerpt.ts';
import type { CardClaim, CardContent, CardStatement } from '../card-content.ts';
import { sourcesDiffer } from '../order-claims.ts';
import type { CardFront, FrontPart, FrontRow } from './card-front.ts';
import {
  chooseRows,
  excerptRows,
  listClaimRows,
  listFactRows,
  listStatementRows,
  shortenRows,
} from './front-rows.ts';

/** Those who speak for themselves. */
const speakingTypes = new Set<CardContent['type']>(['person', 'organisation', 'agency', 'company']);

interface Candidate {
  /** Makes the part: only a few of many are shown, and to cut their words takes time. */
  readonly makePart: () => FrontPart;
  readonly rows: readonly FrontRow[];
  /** Keys of the independent outlets whose words the part shows. */
  readonly outlets: ReadonlySet<string>;
  /** Ranks, the most important first; lower is better. */
  readonly ranks: readonly number[];
}

/** Of more than these, nothing is seen without scrolling. */
const maxParts = 3;
/** In characters: some three lines of a card. The whole text is among the claims and facts. */
const maxTextLength = 120;

/**
 * Chooses what a card shows first. The words of two outlets come before those of one; then what this page itself says,
 * what a person or organisation said before what was said of them, where sources differ, what more outlets report.
 */
export function makeCardFront(content: CardContent): CardFront {
  const candidates = [
    ...content.positions.map((claim) => claimCandidate(content, claim)),
    ...content.statements.map((statement) => statementCandidate(content, statement)),
    ...content.facts.map((fact) => factCandidate(content, fact)),
  ].filter(({ rows }) => rows.length > 0);
  candidates.sort((a, b) => compareRanks(a.ranks, b.ranks));
  const chosen: Candidate[] = [];
  while (candidates.length > 0 && chosen.length < maxParts && countRows(chosen) < 3) {
    const shown = new Set(chosen.flatMap(({ outlets }) => [...outlets]));
    // As long as only one outlet has the word, another is worth more than what ranks next.
    const isNew = ({ outlets }: Candidate) => [...outlets].some((outlet) => !shown.has(outlet));
    const next = shown.size === 1 ? candidates.findIndex(isNew) : 0;
    chosen.push(...candidates.splice(Math.max(0, next), 1));
  }
  return { parts: chosen.map(({ makePart }) => makePart()) };
}

function countRows(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { rows }) => sum + rows.length, 0);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, number) => rank !== b[number]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function claimCandidate(content: CardContent, claim: CardClaim): Candidate {
  const all = listClaimRows(content, claim);
  const sound = all.filter(({ isAltered }) => !isAltered);
  const isDisputed = sourcesDiffer(sound.flatMap(({ stances }) => stances.map((stance) => ({ stance }))));
  const ranks = [isInVoiceOf(content, claim) ? 1 : 2, isDisputed ? 0 : 1, claim.isMain ? 0 : 1];
  return makeCandidate(content, all, ranks, (part, rows) => ({
    ...part,
    ...{ kind: 'claim', key: claim.ref, text: excerpt(claim.text, maxTextLength), isDisputed },
    rows: shortenRows(rows, claim.text),
  }));
}

function statementCandidate(content: CardContent, statement: CardStatement): Candidate {
  const { ref, speaker, date, sentences } = statement;
  const isOwn = speaker?.entityRef === content.ref;
  const all = listStatementRows(content, statement);
  return makeCandidate(content, all, [isOwn ? 0 : 2, 1, 1], (part, rows) => ({
    ...part,
    ...{ kind: 'statement', key: ref },
    ...(!isOwn && { speaker: speaker?.text ?? null }),
    ...(date && { date }),
    rows: excerptRows(rows, sentences),
  }));
}

function factCandidate(content: CardContent, fact: CardContent['facts'][number]): Candidate {
  const { text, date } = fact;
  return makeCandidate(content, listFactRows(fact), [2, 1, 2], (part, rows) => ({
    ...part,
    ...{ kind: 'fact', key: `${date?.value} ${text}`, text: excerpt(text, maxTextLength) },
    ...(date && { date }),
    rows: shortenRows(rows, text),
  }));
}

/** @param ranks whether it is the entity's own, whether sources differ, how close it is to the entity */
function makeCandidate(
  { type }: CardContent,
  all: readonly FrontRow[],
  [own = 2, differs = 1, distance = 2]: readonly number[],
  finish: (part: Pick<FrontPart, 'outletCount' | 'onlyOutlet'>, rows: readonly FrontRow[]) => FrontPart,
): Candidate {
  const rows = chooseRows(all);
  const speaking = outletsOf(all);
  const outlets = outletsOf(rows);
  const isOne = new Set(all.map(({ outletKey }) => outletKey)).size === 1;
  const onlyOutlet = isOne ? all[0]?.source?.outlet : undefined;
  return {
    makePart: () => finish({ outletCount: speaking.size, onlyOutlet }, rows),
    rows,
    outlets,
    ranks: [
      outlets.size > 1 ? 0 : 1,
      rows.some(({ isThisPage }) => isThisPage) ? 0 : 1,
      speakingTypes.has(type) ? own : 2,
      differs,
      distance,
      -speaking.size,
    ],
  };
}

/** The independent outlets with words in these rows; the page counts as one. */
function outletsOf(rows: readonly FrontRow[]): Set<string> {
  const worded = rows.filter(({ words, isAltered }) => words.length > 0 && !isAltered);
  return new Set(worded.map(({ outletKey }) => outletKey));
}

/** Whether a source reports the claim in the entity's own words. */
function isInVoiceOf({ names, title }: CardContent, { positions }: CardClaim): boolean {
  const known = new Set([title, ...names]);
  return positions.some(({ source, voice }) => {
    const speaker = voice === 'own' ? source.outlet : voice?.split(',', 1)[0];
    return speaker !== undefined && known.has(speaker);
  });
}
