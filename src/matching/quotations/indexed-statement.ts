import type { Pack, Statement } from '../../knowledge/pack-schema.ts';
import { refOf } from '../../knowledge/qualify-pack.ts';
import { readWords } from './read-words.ts';

/** What quote matching needs to know of one statement; plain JSON inside the statement index. */
export interface IndexedStatement {
  /** Reference of the statement (`pack/id`). */
  readonly ref: string;
  /** The texts that a page may print: the fullest `sentences`, then each wording that says it in other words. */
  readonly texts: readonly IndexedText[];
  /** Names of the speaker itself: a page that attributes the words to one of these names the same speaker. */
  readonly speakerNames: readonly string[];
  /** Names that go with the speaker (its organisation, its role as printed) but are not the speaker. */
  readonly speakerCompany: readonly string[];
  /**
   * Single words of the statement that are names, in lower case: a capital proves nothing for "amazon" at the
   * start of a sentence.
   */
  readonly names: readonly string[];
  /**
   * Stems that many statements of the pack share: its subject. They hardly distinguish one statement from
   * another text.
   */
  readonly subjectWords: readonly string[];
}

/** Sentences in order; an empty one marks a known gap. */
export type IndexedText = readonly string[];

/** What the statement index needs of a pack, with ids as references. */
export function statementsOfPack(pack: Pack): IndexedStatement[] {
  const entityNames = new Map(
    pack.entities.map(({ id, title, names }) => [id, [title, ...names.map(({ text }) => text)]]),
  );
  const nameWords = new Set<string>();
  for (const names of entityNames.values())
    for (const name of names) for (const word of capitalised(name)) nameWords.add(word.toLowerCase());
  const wordsOf = pack.statements.map(contentStems);
  const subject = subjectStems(wordsOf);
  return pack.statements.map((statement, i) => ({
    subjectWords: [...(wordsOf[i] ?? [])].filter((stem) => subject.has(stem)),
    ref: refOf(pack.id, statement.id),
    texts: textsOf(statement),
    ...describeSpeaker(statement, entityNames),
    names: [...new Set(statement.sentences.flatMap((sentence) => capitalised(sentence ?? '')))]
      .map((word) => word.toLowerCase())
      .filter((word) => nameWords.has(word)),
  }));
}

function contentStems({ sentences }: Statement): Set<string> {
  const words = readWords(sentences.join(' '));
  return new Set(words.filter(({ isContent }) => isContent).map(({ stem }) => stem));
}

/** In a pack about one story a third of the statements say "facial recognition", so those words prove little. */
const minSubjectShare = 0.15;

function subjectStems(wordsOf: readonly ReadonlySet<string>[]): Set<string> {
  const counts = new Map<string, number>();
  for (const words of wordsOf) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const least = Math.max(3, wordsOf.length * minSubjectShare);
  return new Set([...counts].filter(([, count]) => count >= least).map(([word]) => word));
}

function textsOf(statement: Statement): IndexedText[] {
  const texts: IndexedText[] = [statement.sentences.map((sentence) => sentence ?? '')];
  const full = letters(statement.sentences.join(' '));
  for (const { text } of statement.wordings) {
    // A wording that repeats the sentences to the letter adds nothing to search for.
    if (!full.includes(letters(text)) && !texts.some(([only]) => letters(only ?? '') === letters(text)))
      texts.push([text]);
  }
  return firstOf(texts);
}

/**
 * Characters of a statement's texts that are matched: a speech of some two hours. An untrusted pack could put
 * a library into one statement, and each page that prints a sentence of it would have to process all of it.
 */
const maxIndexedLength = 100_000;

function firstOf(texts: readonly IndexedText[]): IndexedText[] {
  let left = maxIndexedLength;
  return texts.flatMap((sentences) => {
    const remaining = sentences.filter((sentence) => {
      left -= sentence.length;
      return left >= 0;
    });
    return remaining.length > 0 ? [remaining] : [];
  });
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function describeSpeaker(
  { speaker, wordings }: Statement,
  entityNames: ReadonlyMap<string, readonly string[]>,
): Pick<IndexedStatement, 'speakerNames' | 'speakerCompany'> {
  if (!speaker) return { speakerNames: [], speakerCompany: [] };
  const company = [
    speaker.role,
    ...wordings.flatMap(({ roleAsPrinted, attribution }) => [roleAsPrinted, attribution?.text]),
  ];
  return {
    speakerNames: [...new Set([speaker.text, ...(entityNames.get(speaker.entity ?? '') ?? [])])],
    speakerCompany: [...new Set(company.filter((text) => text !== undefined))],
  };
}

function capitalised(text: string): string[] {
  return text.match(/\p{Lu}[\p{L}\p{N}]+/gu) ?? [];
}
