import type { ArticleQuotation } from '../../src/stories/utterances/find-utterances.ts';
import type { PrintingDifference } from '../../src/stories/utterances/list-differences.ts';
import { type ComparedFiles, sliceOf } from './compared-files.ts';

/**
 * The output of `--json`. Offsets are half-open, and those of quotations exclude the quotation marks; `article` is the
 * index of an article, `members`, `a` and `b` are indexes of quotations.
 */
export function comparisonAsJson(compared: ComparedFiles): object {
  const { files, comparison } = compared;
  const { quotations, utterances, facts, names } = comparison;
  const articleOf = (quotation: number) => (quotations[quotation] as ArticleQuotation).article;
  const difference = (one: PrintingDifference, articleA: number, articleB: number) => ({
    kind: one.kind,
    place: one.place,
    a: sliceOf(compared, articleA, one.a),
    b: sliceOf(compared, articleB, one.b),
    isMarked: one.isMarked,
    turn: one.turn,
  });
  return {
    articles: files.map(({ file, article: { title, outlet, date, text } }) => ({
      file,
      title,
      outlet,
      date,
      text,
    })),
    quotations: quotations.map(({ article, quotation }) => ({
      article,
      start: quotation.start,
      end: quotation.end,
      text: quotation.text,
      kind: quotation.kind,
      speaker: quotation.speaker && {
        text: quotation.speaker.text,
        start: quotation.speaker.start,
        end: quotation.speaker.end,
        certain: quotation.speaker.isCertain,
        ...(quotation.speaker.isCertain && {
          name: quotation.speaker.fullName,
          role: quotation.speaker.role,
        }),
      },
    })),
    utterances: utterances.map(({ members, pairs }) => ({
      members,
      pairs: pairs.map(({ a, b, relation, meaning, differences }) => ({
        a,
        b,
        relation,
        meaning,
        differences: differences.map((one) => difference(one, articleOf(a), articleOf(b))),
      })),
    })),
    facts: facts.map(({ articleA, articleB, a, b, differences }) => ({
      a: { article: articleA, ...a },
      b: { article: articleB, ...b },
      differences: differences.map((one) => difference(one, articleA, articleB)),
    })),
    names,
  };
}
