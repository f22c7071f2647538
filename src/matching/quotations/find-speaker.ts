import { calendar } from '../text/calendar.ts';
import { speechVerbs } from '../text/speech-verbs.ts';
import type { PageWords } from './page-words.ts';
import type { ComparedWord } from './read-words.ts';
import type { StatementWords } from './statement-words.ts';

const pronouns = new Set('he she they it we i you who'.split(' '));
/** A name after one of these says where or to whom something was said, not who said it. */
const afterSpeaker = new Set('in on at via through during for with to told about that by'.split(' '));
/** An attribution is near; a speech verb farther off belongs to other words. */
const reach = 30;

/** Whether the text outside the passage has a word of the speaker's name. */
export function namesSpeaker(
  page: PageWords,
  passage: readonly number[],
  statement: StatementWords,
): boolean {
  const inside = new Set(passage);
  return page.words.some(
    ({ folded, isCapital }, i) => isCapital && !inside.has(i) && statement.speakerWords.has(folded),
  );
}

/** Whether the speaker, and no other person, is named beside the passage in its sentence. */
export function isGivenToSpeaker(
  page: PageWords,
  passage: readonly number[],
  statement: StatementWords,
): boolean {
  const isNamed = zonesBeside(page, passage).some((zone) =>
    zone.some(({ folded, isCapital }) => isCapital && statement.speakerWords.has(folded)),
  );
  return isNamed && !speakerDiffers(page, passage, statement);
}

/**
 * Whether the page attributes the passage to somebody else: beside the passage, in its sentence, is a speech
 * verb with a name that is not the speaker's. A pronoun, a description or a missing attribution names nobody.
 */
export function speakerDiffers(
  page: PageWords,
  passage: readonly number[],
  statement: StatementWords,
): boolean {
  if (statement.speakerWords.size === 0) return false;
  const subjects = zonesBeside(page, passage).flatMap((zone) => subjectsIn(zone));
  if (subjects.length === 0) return false;
  const words = subjects.flat();
  if (words.some(({ folded }) => statement.speakerWords.has(folded))) return false;
  const strangers = subjects.filter((run) => !run.some(({ folded }) => statement.companyWords.has(folded)));
  const isBesideCompany = strangers.length < subjects.length;
  // "ACLU director Jane Smith": the organisation is the speaker's, the person is not.
  return strangers.some((run) => run.length >= (isBesideCompany ? 2 : 1));
}

/** The outlet's own words before, between and after the passage, each within its sentence. */
function zonesBeside(page: PageWords, passage: readonly number[]): ComparedWord[][] {
  const first = passage[0] as number;
  const last = passage.at(-1) as number;
  const inside = new Set(passage);
  const zones: ComparedWord[][] = [];
  const isOutlets = (i: number) => !inside.has(i) && (page.quoteOf[i] as number) < 0;

  const before: ComparedWord[] = [];
  for (let i = first - 1; i >= Math.max(0, first - reach); i -= 1) {
    if (!isOutlets(i) || page.sentenceOf[i] !== page.sentenceOf[first]) break;
    before.unshift(page.words[i] as ComparedWord);
  }
  const after: ComparedWord[] = [];
  const afterSentence = page.sentenceOf[last + 1];
  for (let i = last + 1; i < Math.min(page.words.length, last + 1 + reach); i += 1) {
    if (!isOutlets(i) || page.sentenceOf[i] !== afterSentence) break;
    after.push(page.words[i] as ComparedWord);
  }
  const between = passageGaps(passage).map((gap) =>
    gap.filter(isOutlets).map((i) => page.words[i] as ComparedWord),
  );
  // The words after the passage start their own sentence: "… a stand.” Smith met Jones." says nothing of the
  // speaker.
  const isOwnSentence = page.sentenceOf[last + 1] !== page.sentenceOf[last];
  zones.push(before, ...between);
  if (!isOwnSentence || startsWithSpeech(after)) zones.push(after);
  return zones;
}

/** ‘“… a stand!” Smith said’: the mark ends a sentence, and the attribution follows it. */
function startsWithSpeech(words: readonly ComparedWord[]): boolean {
  return words.slice(0, 4).some(({ folded }) => speechVerbs.has(folded));
}

function passageGaps(passage: readonly number[]): number[][] {
  const gaps: number[][] = [];
  for (let n = 1; n < passage.length; n += 1) {
    const from = (passage[n - 1] as number) + 1;
    const to = passage[n] as number;
    if (to > from) gaps.push(Array.from({ length: to - from }, (_, k) => from + k));
  }
  return gaps;
}

/**
 * Names in the subject's position: before the verb ("Nicole Ozer, director with the ACLU, said") or after
 * ("said …").
 */
function subjectsIn(zone: readonly ComparedWord[]): ComparedWord[][] {
  const verb = zone.findIndex(({ folded }) => speechVerbs.has(folded));
  if (verb < 0) return [];
  const isPronoun = pronouns.has(zone[verb - 1]?.folded ?? '') || pronouns.has(zone[verb + 1]?.folded ?? '');
  if (isPronoun) return [];
  const before = capitalRuns(zone.slice(0, verb));
  if (before.length > 0) return before;
  const rest = zone.slice(verb + 1);
  const isAccording = zone[verb]?.folded === 'according';
  const from = isAccording ? 1 : 0;
  const end = rest.findIndex(
    ({ folded }, i) => i >= from && (afterSpeaker.has(folded) || speechVerbs.has(folded)),
  );
  return capitalRuns(rest.slice(from, end < 0 ? rest.length : end));
}

function capitalRuns(words: readonly ComparedWord[]): ComparedWord[][] {
  const runs: ComparedWord[][] = [];
  let run: ComparedWord[] = [];
  for (const word of words) {
    if (word.isCapital && word.isContent && !calendar.has(word.folded)) {
      run.push(word);
      continue;
    }
    if (run.length > 0) runs.push(run);
    run = [];
  }
  if (run.length > 0) runs.push(run);
  return runs;
}
