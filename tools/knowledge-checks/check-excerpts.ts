import type { ToldProblem } from '../../src/ui/tell-problem.ts';
import { listExcerpts } from './list-excerpts.ts';
import { type PackToCheck, textOf } from './pack-to-check.ts';

/** Every excerpt is as long as its place says and, where the article is at hand, stands there to the letter. */
export function checkExcerpts(checked: PackToCheck): ToldProblem[] {
  const problems: ToldProblem[] = [];
  for (const { file, path, source, span } of listExcerpts(checked)) {
    const article = textOf(checked, source);
    const length = span.end - span.start;
    const isLengthRight = length === span.text.length;
    if (isLengthRight && (article === undefined || article.slice(span.start, span.end) === span.text))
      continue;
    problems.push({
      file,
      path,
      reason: isLengthRight
        ? `At ${span.start} the article "${source}" has “${shorten(article?.slice(span.start, span.end) ?? '')}”, not “${shorten(span.text)}”.`
        : `The text has ${span.text.length} characters, but start ${span.start} and end ${span.end} make ${length}.`,
      remedy: placeRemedy(article, span.text),
    });
  }
  return [...problems, ...checkMarks(checked), ...checkFactQuotes(checked)];
}

/** Editors need not count: where the article is at hand, the place is told. */
function placeRemedy(article: string | undefined, text: string): string {
  if (article === undefined)
    return 'Copy the text from the article again, and count end = start + its length.';
  const place = article.indexOf(text);
  if (place < 0)
    return 'Copy the words from the article to the letter, with its quotation marks, dashes and no-break spaces.';
  return `The words stand at start ${place}, end ${place + text.length}: write these numbers.`;
}

/** The quotation marks of a wording are the characters around it in the article. */
function checkMarks(checked: PackToCheck): ToldProblem[] {
  const problems: ToldProblem[] = [];
  for (const { id, wordings } of checked.pack.statements) {
    for (const [i, { source, text, start, end, openMark, closeMark }] of wordings.entries()) {
      const article = textOf(checked, source);
      // Where the words stand elsewhere, so do their marks: the place is told, and comes first.
      if (article?.slice(start, end) !== text) continue;
      const open = article.slice(start - openMark.length, start);
      const close = article.slice(end, end + closeMark.length);
      if (open === openMark && close === closeMark) continue;
      problems.push({
        file: checked.fileOf('statements', id),
        path: `statements[${id}].wordings[${i}]`,
        reason: `The article "${source}" has ${open} and ${close} around these words, not ${openMark} and ${closeMark}.`,
        remedy: 'Copy openMark and closeMark from the article; straight and curly marks differ.',
      });
    }
  }
  return problems;
}

function checkFactQuotes(checked: PackToCheck): ToldProblem[] {
  const problems: ToldProblem[] = [];
  for (const { id, facts } of checked.pack.entities) {
    for (const [i, { cites }] of facts.entries()) {
      for (const [j, { source, quote }] of cites.entries()) {
        const article = textOf(checked, source);
        if (quote === undefined || article === undefined || article.includes(quote)) continue;
        problems.push({
          file: checked.fileOf('entities', id),
          path: `entities[${id}].facts[${i}].cites[${j}].quote`,
          reason: `“${shorten(quote)}” does not stand in the article "${source}".`,
          remedy: 'Copy the words from the article to the letter, or leave the quote out.',
        });
      }
    }
  }
  return problems;
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
