import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { Span } from '../../src/knowledge/pack-schema.ts';
import { describeDifference } from './describe-difference.ts';
import { findClosestPassage } from './find-closest-passage.ts';
import { listExcerpts } from './list-excerpts.ts';
import { nameCharacter, spellOut } from './name-character.ts';
import { type PackToCheck, textOf } from './pack-to-check.ts';

/** Every excerpt has the length of its place and, if the article is available, is there verbatim. */
export function checkExcerpts(checked: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { file, path, source, span, marks } of listExcerpts(checked)) {
    const article = textOf(checked, source);
    const { text, start, end } = span;
    const isLengthRight = end - start === text.length;
    if (isLengthRight && (article === undefined || article.slice(start, end) === text)) continue;
    const wrongLength = `The text has ${text.length} characters, but start ${start} and end ${end} make ${end - start}.`;
    if (article === undefined) {
      const remedy = 'Copy the text from the article again, and count end = start + its length.';
      problems.push({ file, path, reason: wrongLength, remedy });
      continue;
    }
    const places = findPlaces(article, text, marks);
    if (places.length === 0) {
      problems.push({ file, path, ...describeAltered(article, source, span) });
      continue;
    }
    const elsewhere = `At ${start} the article "${source}" has “${shorten(article.slice(start, end))}”, not “${shorten(text)}”.`;
    problems.push({
      file,
      path,
      reason: isLengthRight ? elsewhere : wrongLength,
      remedy: describePlaces(places, text.length),
    });
  }
  return [...problems, ...checkMarks(checked), ...checkFactQuotes(checked)];
}

/** The places of the words; those between their quotation marks, if there are any. */
export function findPlaces(
  article: string,
  text: string,
  marks: readonly [string, string] = ['', ''],
): number[] {
  const listPlaces = (words: string): number[] => {
    const places: number[] = [];
    for (let at = article.indexOf(words); at >= 0; at = article.indexOf(words, at + 1)) places.push(at);
    return places;
  };
  const [open, close] = marks;
  const marked = listPlaces(`${open}${text}${close}`).map((at) => at + open.length);
  return marked.length > 0 ? marked : listPlaces(text);
}

/** Computed, so that editors need not count. */
function describePlaces([first = 0, ...others]: readonly number[], length: number): string {
  const place = `The words stand at start ${first}, end ${first + length}: write these numbers.`;
  if (others.length === 0) return place;
  return `${place} If another place is meant, its start is ${others.join(' or ')}.`;
}

/** Words that are not in the article verbatim. */
function describeAltered(
  article: string,
  source: string,
  { text, start, end }: Span,
): Pick<DescribedProblem, 'reason' | 'remedy'> {
  const remedy =
    'Copy the words exactly from the article, with its quotation marks, dashes and no-break spaces.';
  const passage = findClosestPassage(article, text);
  if (passage === undefined) {
    // For offsets that were never set there is nothing to show.
    const there = article.slice(start, end);
    const place = there === '' ? '' : `; at ${start} it has “${shorten(there)}”`;
    return {
      reason: `The article "${source}" does not have “${shorten(text)}”, nor words like these${place}.`,
      remedy,
    };
  }
  const difference = describeDifference(article.slice(passage.start, passage.end), text);
  return {
    reason: `At ${passage.start + difference.offset} the article "${source}" has “${difference.article}”, not “${difference.pack}”. ${difference.sentence}`,
    remedy,
  };
}

/** The quotation marks of a wording are the characters around it in the article. */
function checkMarks(checked: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { id, wordings } of checked.pack.statements) {
    for (const [i, { source, text, start, end, openMark, closeMark }] of wordings.entries()) {
      const article = textOf(checked, source);
      // If the words are elsewhere, so are their marks: the wrong place is reported instead.
      if (article?.slice(start, end) !== text) continue;
      const open = article.slice(Math.max(0, start - openMark.length), start);
      const close = article.slice(end, end + closeMark.length);
      if (open === openMark && close === closeMark) continue;
      const differing = [
        ...(open === openMark ? [] : [`openMark: ${nameMarks(open, openMark)}`]),
        ...(close === closeMark ? [] : [`closeMark: ${nameMarks(close, closeMark)}`]),
      ];
      problems.push({
        file: checked.fileOf('statements', id),
        path: `statements[${id}].wordings[${i}]`,
        reason: `The article "${source}" has ${spellOut(open)} and ${spellOut(close)} around these words, not ${spellOut(openMark)} and ${spellOut(closeMark)} (${differing.join('; ')}).`,
        remedy: 'Copy openMark and closeMark from the article; straight and curly marks differ.',
      });
    }
  }
  return problems;
}

function nameMarks(there: string, here: string): string {
  const name = (marks: string) => [...marks].map(nameCharacter).join(' + ') || 'nothing';
  return `${name(there)}, not ${name(here)}`;
}

function checkFactQuotes(checked: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const { id, facts } of checked.pack.entities) {
    for (const [i, { cites }] of facts.entries()) {
      for (const [j, { source, quote }] of cites.entries()) {
        const article = textOf(checked, source);
        if (quote === undefined || article === undefined || article.includes(quote)) continue;
        problems.push({
          file: checked.fileOf('entities', id),
          path: `entities[${id}].facts[${i}].cites[${j}].quote`,
          reason: `“${shorten(quote)}” is not in the article "${source}".${describeClosest(article, quote)}`,
          remedy: 'Copy the words exactly from the article, or leave the quote out.',
        });
      }
    }
  }
  return problems;
}

function describeClosest(article: string, quote: string): string {
  const passage = findClosestPassage(article, quote);
  if (passage === undefined) return '';
  const difference = describeDifference(article.slice(passage.start, passage.end), quote);
  return ` At ${passage.start + difference.offset} it has “${difference.article}”. ${difference.sentence}`;
}

function shorten(text: string): string {
  return spellOut(text.length > 60 ? `${text.slice(0, 57)}…` : text);
}
