import type { CardClaim, CardContent, CardStatement } from '../card-content.ts';
import { sourcesDiffer } from '../order-claims.ts';
import type { CardFront, FrontPart, FrontRow } from './card-front.ts';
import {
  chooseRows,
  excerptRows,
  isAlteredCopy,
  listClaimRows,
  listFactRows,
  listStatementRows,
  outletKeyOf,
  shortenRows,
} from './front-rows.ts';
import { shortenWords } from './shorten-words.ts';

/** Those who speak for themselves. */
const speakingTypes = new Set<CardContent['type']>(['person', 'organisation', 'agency', 'company']);

interface Candidate {
  readonly part: FrontPart;
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
    ...content.facts.map(factCandidate),
  ].filter(({ part }) => part.rows.length > 0);
  candidates.sort((a, b) => compareRanks(a.ranks, b.ranks));
  const chosen: Candidate[] = [];
  while (candidates.length > 0 && chosen.length < maxParts && countRows(chosen) < 3) {
    const shown = new Set(chosen.flatMap(({ outlets }) => [...outlets]));
    // As long as only one outlet has the word, another is worth more than what ranks next.
    const isNew = ({ outlets }: Candidate) => [...outlets].some((outlet) => !shown.has(outlet));
    const next = shown.size === 1 ? candidates.findIndex(isNew) : 0;
    chosen.push(...candidates.splice(Math.max(0, next), 1));
  }
  return { parts: chosen.map(({ part }) => part) };
}

function countRows(chosen: readonly Candidate[]): number {
  return chosen.reduce((sum, { part }) => sum + part.rows.length, 0);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((rank, number) => rank !== b[number]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function claimCandidate(content: CardContent, claim: CardClaim): Candidate {
  const all = listClaimRows(content, claim);
  const rows = shortenRows(chooseRows(all));
  const sound = all.filter((row) => !isAlteredCopy(row));
  const isDisputed = sourcesDiffer(sound.flatMap(({ stances }) => stances.map((stance) => ({ stance }))));
  return candidate(
    content,
    all,
    { kind: 'claim', key: claim.ref, text: shortenWords(claim.text, maxTextLength), isDisputed, rows },
    [isInVoiceOf(content, claim) ? 1 : 2, isDisputed ? 0 : 1, claim.isMain ? 0 : 1],
  );
}

function statementCandidate(content: CardContent, statement: CardStatement): Candidate {
  const { ref, speaker, date } = statement;
  const all = listStatementRows(content, statement);
  const isOwn = speaker?.entityRef === content.ref;
  const part = {
    kind: 'statement' as const,
    key: ref,
    ...(!isOwn && { speaker: speaker?.text ?? null }),
    ...(date && { date }),
    rows: excerptRows(chooseRows(all)),
  };
  return candidate(content, all, part, [isOwn ? 0 : 2, 1, 1]);
}

function factCandidate(fact: CardContent['facts'][number]): Candidate {
  const all = listFactRows(fact);
  const { text, date } = fact;
  const rows = shortenRows(chooseRows(all));
  return candidate(
    undefined,
    all,
    {
      kind: 'fact',
      key: `${date?.value} ${text}`,
      text: shortenWords(text, maxTextLength),
      ...(date && { date }),
      rows,
    },
    [2, 1, 2],
  );
}

type Unfinished = FrontPart extends infer Part
  ? Part extends FrontPart
    ? Omit<Part, 'outletCount' | 'onlyOutlet'>
    : never
  : never;

/** @param ranks whether it is the entity's own, whether sources differ, how close it is to the entity */
function candidate(
  content: CardContent | undefined,
  all: readonly FrontRow[],
  part: Unfinished,
  [own = 2, differs = 1, distance = 2]: readonly number[],
): Candidate {
  const speaking = outletsOf(all);
  const shown = outletsOf(part.rows);
  const [only] = all;
  const finished = {
    ...part,
    outletCount: speaking.size,
    onlyOutlet: all.length === 1 ? only?.source?.outlet : undefined,
  } as FrontPart;
  const isOwnFirst = content !== undefined && speakingTypes.has(content.type);
  return {
    part: finished,
    outlets: shown,
    ranks: [
      shown.size > 1 ? 0 : 1,
      part.rows.some(({ isThisPage }) => isThisPage) ? 0 : 1,
      isOwnFirst ? own : 2,
      differs,
      distance,
      -speaking.size,
    ],
  };
}

/** The independent outlets with words in these rows; the page counts as one. */
function outletsOf(rows: readonly FrontRow[]): Set<string> {
  const worded = rows.filter((row) => row.words.length > 0 && !isAlteredCopy(row));
  return new Set(worded.map(({ source }) => (source ? outletKeyOf(source) : '')));
}

/** Whether a source reports the claim in the entity's own words. */
function isInVoiceOf({ names, title }: CardContent, { positions }: CardClaim): boolean {
  const known = new Set([title, ...names]);
  return positions.some(({ source, voice }) => {
    const speaker = voice === 'own' ? source.outlet : voice?.split(',', 1)[0];
    return speaker !== undefined && known.has(speaker);
  });
}
