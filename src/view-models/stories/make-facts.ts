import type { FactDifference } from '../../stories/find-fact-differences.ts';
import type { TextSpan } from '../../stories/text/article.ts';
import type { ComparedArticle } from './list-story-articles.ts';
import type { DescriptionPlace, StoryFact } from './story-content.ts';

interface Sentence {
  readonly text: string;
  readonly marks: Map<string, TextSpan>;
  readonly places: Map<string, DescriptionPlace>;
  fact: Sentence[];
}

/** The sentences that differ in a number, each once, with all that differ from it. */
export function makeFacts(
  differences: readonly FactDifference[],
  compared: readonly ComparedArticle[],
): StoryFact[] {
  const sentences = new Map<string, Sentence>();
  const take = (number: number, span: TextSpan, marks: readonly (TextSpan | null)[]): Sentence => {
    const { id = '', article } = compared[number] ?? {};
    const text = article?.text.slice(span.start, span.end) ?? '';
    let sentence = sentences.get(text);
    if (sentence === undefined) {
      sentence = { text, marks: new Map(), places: new Map(), fact: [] };
      sentence.fact.push(sentence);
      sentences.set(text, sentence);
    }
    sentence.places.set(`${id} ${span.start}`, { article: id, ...span });
    for (const mark of marks) {
      if (mark === null) continue;
      const own = { start: mark.start - span.start, end: mark.end - span.start };
      sentence.marks.set(`${own.start} ${own.end}`, own);
    }
    return sentence;
  };
  for (const { articleA, articleB, a, b, differences: own } of differences) {
    join(
      take(
        articleA,
        a,
        own.map((one) => one.a),
      ),
      take(
        articleB,
        b,
        own.map((one) => one.b),
      ),
    );
  }
  const facts = new Set([...sentences.values()].map(({ fact }) => fact));
  return [...facts].map((fact) => ({
    sentences: fact.map(({ text, marks, places }) => ({
      text,
      marks: withoutOverlaps([...marks.values()]),
      places: [...places.values()],
    })),
  }));
}

function join(one: Sentence, other: Sentence): void {
  if (one.fact === other.fact) return;
  for (const sentence of other.fact) {
    one.fact.push(sentence);
    sentence.fact = one.fact;
  }
}

function withoutOverlaps(spans: readonly TextSpan[]): TextSpan[] {
  const joined: TextSpan[] = [];
  for (const { start, end } of spans.toSorted((x, y) => x.start - y.start)) {
    const last = joined.at(-1);
    if (last && start < last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}
