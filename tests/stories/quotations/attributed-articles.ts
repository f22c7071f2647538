import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Attribution, findAttributions } from '../../../src/stories/quotations/find-attributions.ts';
import { certainRules } from '../../../src/stories/quotations/find-quotations.ts';
import { placeQuotations } from '../../../src/stories/quotations/place-quotations.ts';
import type { TextSpan } from '../../../src/stories/text/article.ts';

interface AnnotatedAttribution {
  readonly content: readonly TextSpan[];
  readonly source: readonly TextSpan[];
}

export interface AttributedArticle {
  readonly text: string;
  readonly attributions: readonly AnnotatedAttribution[];
}

/** Articles with their attributions in brat's standoff format; none if the folder does not exist. */
export function readAttributedArticles(folder: string): AttributedArticle[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({
      text: readFileSync(`${folder}/${name}`, 'utf8'),
      attributions: parseAttributions(readFileSync(`${folder}/${name.replace(/txt$/, 'ann')}`, 'utf8')),
    }));
}

function parseAttributions(standoff: string): AnnotatedAttribution[] {
  const spans = new Map<string, TextSpan[]>();
  const events: string[] = [];
  for (const line of standoff.split('\n')) {
    const [id = '', value = ''] = line.split('\t');
    if (id.startsWith('E')) events.push(value);
    const pieces = /^\S+ ([\d; ]+)$/.exec(value)?.[1]?.split(';') ?? [];
    spans.set(
      id,
      pieces.map((piece) => {
        const [start = 0, end = 0] = piece.split(' ').map(Number);
        return { start, end };
      }),
    );
  }
  return events.map((event) => {
    const of = (role: string) =>
      event
        .split(' ')
        .flatMap((part) => (part.startsWith(role) ? (spans.get(part.split(':')[1] ?? '') ?? []) : []));
    return { content: of('Content'), source: of('Source') };
  });
}

interface RuleScore {
  readonly rule: string;
  count: number;
  right: number;
}

/**
 * Annotated direct quotations of four words or more; a speaker is right if it overlaps the source or ends in its last
 * word.
 */
export function scoreSpeakers(articles: readonly AttributedArticle[]) {
  const rules = new Map<string, RuleScore>();
  let direct = 0;
  let certain = 0;
  let right = 0;
  for (const { text, attributions } of articles) {
    const quotations = placeQuotations({ text });
    const found = findAttributions(text, quotations);
    for (const [n, quotation] of quotations.entries()) {
      if (quotation.isNested || text.slice(quotation.start, quotation.end).trim().split(/\s+/).length < 4)
        continue;
      const annotated = attributions.filter(({ content }) =>
        content.some((span) => overlap(span, quotation)),
      );
      if (annotated.length === 0) continue;
      direct += 1;
      const attribution = found[n]?.attribution ?? null;
      if (attribution === null) continue;
      const isRight = annotated.some(({ source }) => agrees(text, source, attribution.subject));
      const score = rules.get(attribution.rule) ?? { rule: attribution.rule, count: 0, right: 0 };
      rules.set(attribution.rule, score);
      score.count += 1;
      if (isRight) score.right += 1;
      if (!isCertain(attribution)) continue;
      certain += 1;
      if (isRight) right += 1;
    }
  }
  return { direct, certain, right, byRule: [...rules.values()].sort((a, b) => b.count - a.count) };
}

function isCertain({ rule, origin }: Attribution): boolean {
  return certainRules.has(rule) && certainRules.has(origin);
}

function overlap(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}

function agrees(text: string, source: readonly TextSpan[], speaker: TextSpan): boolean {
  if (source.some((span) => overlap(span, speaker))) return true;
  const last = source.at(-1);
  return (
    last !== undefined &&
    lastWordOf(text.slice(last.start, last.end)) === lastWordOf(text.slice(speaker.start, speaker.end))
  );
}

function lastWordOf(text: string): string {
  return /[\p{L}\p{N}]+(?=[^\p{L}\p{N}]*$)/u.exec(text.toLowerCase())?.[0] ?? '';
}
