import type { FactDifference } from '../../src/stories/find-fact-differences.ts';
import type { Speaker, TextSpan } from '../../src/stories/text/article.ts';
import type {
  ArticleQuotation,
  Utterance,
  UtterancePair,
} from '../../src/stories/utterances/find-utterances.ts';
import type { PrintingDifference } from '../../src/stories/utterances/list-differences.ts';
import { count } from '../count.ts';
import { type ComparedFiles, sliceOf } from './compared-files.ts';
import { wrapText } from './wrap-text.ts';

/** The comparison as text for a terminal. @param width characters in a line */
export function describeComparison(compared: ComparedFiles, width: number): string {
  const { files, comparison } = compared;
  const report = new Report(compared, width);
  report.addArticles();
  const { utterances, facts } = comparison;
  const shared = new Set(utterances.flatMap(({ members }) => members));
  if (files.length > 1) {
    report.addHeading(
      utterances.length > 0
        ? `Quoted by several: ${count(utterances.length, 'utterance')}`
        : 'No quotation is in two of them.',
    );
    for (const utterance of utterances) report.addUtterance(utterance);
    report.addHeading(
      facts.length > 0
        ? 'Numbers that differ in similar sentences'
        : 'No numbers differ (only near-identical sentences are compared).',
    );
    for (const fact of facts) report.addFact(fact);
  }
  for (const [article] of files.entries()) report.addOnlyHere(article, shared);
  report.addNames();
  return report.text;
}

class Report {
  readonly #lines: string[] = [];
  readonly #compared: ComparedFiles;
  readonly #width: number;

  constructor(compared: ComparedFiles, width: number) {
    this.#compared = compared;
    this.#width = width;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  addArticles(): void {
    for (const [article, { file, article: about }] of this.#compared.files.entries()) {
      const facts = [about.outlet, about.date, about.title].filter((fact) => fact !== '');
      this.#add(labelOf(article), facts.length > 0 ? `${facts.join(', ')} (${file})` : file);
    }
  }

  addHeading(heading: string): void {
    this.#lines.push('', heading, '='.repeat(Math.min(heading.length, this.#width)));
  }

  /** Each outlet's wording, and how it differs from the longest. */
  addUtterance({ members, pairs }: Utterance): void {
    const ranked = members.toSorted((x, y) => this.#lengthOf(y) - this.#lengthOf(x) || x - y);
    const [full] = ranked as [number];
    this.#lines.push('');
    this.#addSpeaker(members);
    for (const member of ranked) {
      const { article, quotation } = this.#quotation(member);
      this.#add(labelOf(article), `“${oneLine(quotation.text)}”`);
      const pair = pairs.find(({ a, b }) => (a === full && b === member) || (a === member && b === full));
      if (pair) for (const line of this.#describePair(pair, member)) this.#add('', line);
    }
  }

  addFact({ articleA, articleB, a, b, differences }: FactDifference): void {
    this.#lines.push('');
    this.#add(labelOf(articleA), oneLine(this.#slice(articleA, a)));
    this.#add(labelOf(articleB), oneLine(this.#slice(articleB, b)));
    for (const one of differences) {
      this.#add(
        '',
        `${labelOf(articleA)} ${this.#slice(articleA, one.a)}, ${labelOf(articleB)} ${this.#slice(articleB, one.b)}`,
      );
    }
  }

  /** Quotations that none of the other articles prints, by speaker. */
  addOnlyHere(article: number, shared: ReadonlySet<number>): void {
    const bySpeaker = new Map<string, string[]>();
    for (const [number, one] of this.#compared.comparison.quotations.entries()) {
      const { kind, isNested, speaker, text } = one.quotation;
      if (one.article !== article || shared.has(number) || kind !== 'speech' || isNested) continue;
      const name = describeSpeaker(speaker);
      bySpeaker.set(name, [...(bySpeaker.get(name) ?? []), oneLine(text)]);
    }
    if (bySpeaker.size === 0) return;
    const { length } = this.#compared.files;
    this.addHeading(length > 1 ? `Only in ${labelOf(article)}, of these ${length}` : 'Quotations');
    for (const [name, texts] of bySpeaker) {
      this.#lines.push('', name);
      for (const text of texts) this.#add('', `“${text}”`);
    }
  }

  /** Who and what is described, and how, as printed. */
  addNames(): void {
    const described = this.#compared.comparison.names.filter(({ descriptions }) => descriptions.length > 0);
    if (described.length === 0) return;
    this.addHeading('How they are described');
    for (const { name, descriptions } of described) {
      this.#lines.push('', name);
      for (const { article, text } of descriptions) this.#add(labelOf(article), oneLine(text));
    }
  }

  #addSpeaker(members: readonly number[]): void {
    const speakers = members.map((member) => this.#quotation(member).quotation.speaker);
    const certain = speakers.filter((speaker) => speaker?.isCertain);
    const named = certain.find((speaker) => speaker?.fullName !== undefined) ?? certain[0];
    this.#lines.push(describeSpeaker(named ?? speakers.find((speaker) => speaker !== null) ?? null));
  }

  #describePair(pair: UtterancePair, member: number): string[] {
    const { relation, meaning, differences } = pair;
    const [articleA, articleB] = [this.#quotation(pair.a).article, this.#quotation(pair.b).article];
    const isTurned = pair.a === member;
    const told = differences.flatMap((one) => {
      if (one.place !== 'inside') return [];
      const texts = [this.#slice(articleA, one.a), this.#slice(articleB, one.b)];
      const [full, own] = isTurned ? texts.reverse() : texts;
      return describeDifference(one, full ?? '', own ?? '');
    });
    const what = meaning === 'differs' ? `${relation}, says something else` : relation;
    return told.length > 0 ? [`${what}: ${told.join('; ')}`] : [what];
  }

  #add(label: string, text: string): void {
    const indent = 4;
    const [first = '', ...rest] = wrapText(text, this.#width - indent);
    this.#lines.push(label.padEnd(indent) + first, ...rest.map((line) => ' '.repeat(indent) + line));
  }

  #quotation(number: number): ArticleQuotation {
    return this.#compared.comparison.quotations[number] as ArticleQuotation;
  }

  #lengthOf(number: number): number {
    const { start, end } = this.#quotation(number).quotation;
    return end - start;
  }

  #slice(article: number, span: TextSpan | null): string {
    return sliceOf(this.#compared, article, span);
  }
}

function labelOf(article: number): string {
  return `[${article + 1}]`;
}

/** Names a speaker only if the article certainly attributes the words to them. */
function describeSpeaker(speaker: Speaker | null): string {
  if (!speaker) return 'No speaker beside it';
  const { text, isCertain, fullName, role } = speaker;
  if (!isCertain) return `Beside it: ${oneLine(text)}`;
  const name = fullName ?? text;
  return oneLine(role === undefined || name.includes(role) ? name : `${name} (${role})`);
}

function describeDifference({ isMarked, turn }: PrintingDifference, full: string, own: string): string {
  const sign = isMarked ? '' : ' without a sign';
  const what =
    own === ''
      ? `leaves out “${oneLine(full)}”${sign}`
      : full === ''
        ? `has “${oneLine(own)}” besides`
        : `“${oneLine(own)}” for “${oneLine(full)}”`;
  return turn ? `${what} (${turn})` : what;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
