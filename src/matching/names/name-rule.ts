import type { Name } from '../../knowledge/pack-schema.ts';
import { foldContext } from '../text/fold-context.ts';
import { beginsWithWord, compileWords, endsWithWord, type WordList } from '../text/word-list.ts';
import { endsWithGivenName } from './given-name.ts';
import type { BlockContext } from './page-context.ts';

/**
 * How near the evidence is. Nearer evidence overrules farther, and at one distance `needs` overrules
 * `unless`.
 */
export const strength = { none: 0, page: 1, block: 2, sentence: 3 } as const;
export type Strength = (typeof strength)[keyof typeof strength];

interface Reach {
  readonly sentence: WordList;
  readonly block: WordList;
  readonly page: WordList;
}

export interface NameRule {
  readonly needs: Reach;
  readonly unless: Reach;
  /** Entities of which one mention satisfies the need. */
  readonly mentions: readonly string[];
  /** Whether the name means its entity even if no need is met. */
  readonly isPresumed: boolean;
  readonly never: {
    readonly before: WordList;
    readonly after: WordList;
    readonly exceptBefore: WordList;
    readonly startingSentenceBefore: WordList;
    readonly allCapitals: boolean;
    readonly afterGivenName: { readonly except: WordList } | null;
    /** How many folded letters beside a name these lists read. */
    readonly reach: number;
  };
}

export type RuleFields = Pick<Name, 'needs' | 'unless' | 'never'>;

/**
 * @param resolveEntity converts an id in `needs.mentions`, which is local to its pack, to the reference that
 * a page's mentions use
 */
export function compileRule(name: RuleFields, resolveEntity: (id: string) => string): NameRule {
  const never = name.never ?? {};
  const lists = {
    before: compileWords(never.before),
    after: compileWords(never.after),
    exceptBefore: compileWords(never.exceptBefore),
    startingSentenceBefore: compileWords(never.startingSentenceBefore),
  };
  const afterGivenName = never.afterGivenName ? { except: compileWords(never.afterGivenName.except) } : null;
  return {
    needs: compileReach(name.needs),
    unless: compileReach(name.unless),
    mentions: [...new Set(name.needs?.mentions)].map(resolveEntity),
    isPresumed: name.needs === undefined || name.needs.optional === true,
    never: {
      ...lists,
      allCapitals: never.allCapitals === true,
      afterGivenName,
      reach: reachOf([...Object.values(lists), afterGivenName?.except ?? []]),
    },
  };
}

function compileReach(reach: NonNullable<Name['unless']> | undefined): Reach {
  return {
    sentence: compileWords(reach?.sentence),
    block: compileWords(reach?.block),
    page: compileWords(reach?.page),
  };
}

/** Longer than most phrases and first names: one read of the text beside the name serves them all. */
const minReach = 80;

/** The longest phrase, plus a space and the character that decides whether it ends there. */
function reachOf(lists: readonly WordList[]): number {
  return Math.max(minReach, ...lists.flat().map(({ text }) => text.length + 2));
}

export type Rejection = 'another-bearer' | 'never';

/** Whether a `never` rejects the name at this place, and whether because it has another referent. */
export function rejectionOf(
  rule: NameRule,
  block: BlockContext,
  start: number,
  end: number,
): Rejection | null {
  const { never } = rule;
  if (never.allCapitals && block.sentenceAt(start).isAllCapitals) return 'never';
  const after = foldedAfter(block, end, never.reach);
  if (never.before.length > 0 && beginsWithWord(after, never.before)) return 'never';
  const needsBefore =
    never.after.length > 0 || never.startingSentenceBefore.length > 0 || never.afterGivenName !== null;
  if (!needsBefore || beginsWithWord(after, never.exceptBefore)) return null;
  const before = foldedBefore(block, start, never.reach);
  if (endsWithWord(before, never.after)) return 'never';
  // After a colon or bullet an instruction begins like a sentence: "Tip: Zoom in on the map".
  if (/(?:^|[:;•|])[^\p{L}\p{N}]*$/u.test(before) && beginsWithWord(after, never.startingSentenceBefore))
    return 'never';
  if (never.afterGivenName === null || endsWithWord(before, never.afterGivenName.except)) return null;
  const hasOtherReferents = endsWithGivenName(before.trimEnd()) && !block.sentenceAt(start).isTitleCase;
  return hasOtherReferents ? 'another-bearer' : null;
}

/** The following text of the block, `reach` folded letters or more. */
function foldedAfter({ text }: BlockContext, end: number, reach: number): string {
  // An indented page has more white space between two words than a phrase has letters.
  for (let length = reach; ; length *= 2) {
    const folded = foldContext(text.slice(end, end + length));
    if (folded.length >= reach || end + length >= text.length) return folded;
  }
}

/** The preceding text of the sentence, to the same extent. */
function foldedBefore(block: BlockContext, start: number, reach: number): string {
  const sentenceStart = block.sentenceStartAt(start);
  for (let length = reach; ; length *= 2) {
    const from = Math.max(sentenceStart, start - length);
    const folded = foldContext(block.text.slice(from, start));
    if (folded.length >= reach || from === sentenceStart) return folded;
  }
}

export interface TextEvidence {
  readonly needs: Strength;
  readonly unless: Strength;
}

/**
 * The strength of the words around the name, nearest first. Reads the page only if sentence and block give no
 * evidence.
 * @param pageHas whether a word of the list is anywhere on the page
 */
export function scoreWords(
  rule: NameRule,
  block: BlockContext,
  start: number,
  pageHas: (list: WordList) => boolean,
): TextEvidence {
  const sentence = block.sentenceAt(start);
  if (sentence.has(rule.needs.sentence)) return { needs: strength.sentence, unless: strength.none };
  const refusedBySentence = sentence.has(rule.unless.sentence);
  if (block.has(rule.needs.block)) {
    return {
      needs: strength.block,
      unless: refusedBySentence ? strength.sentence : strength.none,
    };
  }
  if (refusedBySentence) return { needs: strength.none, unless: strength.sentence };
  if (block.has(rule.unless.block)) return { needs: strength.none, unless: strength.block };
  if (pageHas(rule.needs.page)) return { needs: strength.page, unless: strength.none };
  return {
    needs: strength.none,
    unless: pageHas(rule.unless.page) ? strength.page : strength.none,
  };
}

/** Whether evidence of this strength makes the name a mention of its entity. */
export function isAccepted(rule: NameRule, needs: Strength, unless: Strength): boolean {
  if (needs === strength.none) return rule.isPresumed && unless === strength.none;
  return needs >= unless;
}
