import { parseBoundedJson } from '../../knowledge/json/parse-bounded-json.ts';
import { quoteUntrusted } from '../../knowledge/unsafe-text.ts';
import { readKeptArticle, readStory, type WrongKept } from '../../stories/kept/read-kept.ts';
import type { ExportedArticle, ExportedKept, ExportedStory } from './export-file.ts';
import type { ExportFault, FileProblem } from './export-problem.ts';

/** A file with a thousand faults is not reported a thousand times. */
const maxShownProblems = 50;

/**
 * Reads stories and kept articles from an export file. Invalid ones are reported and left out, and so are articles
 * without their story.
 * @param stories as parsed
 * @param articles entries of the list, as parsed, without the articles
 * @param textOf the text of the article in an entry
 */
export function readExportedKept(
  stories: unknown,
  articles: unknown,
  textOf: (number: number) => string | undefined,
  file: string,
): { readonly kept: ExportedKept; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const reportProblem = (problem: FileProblem) => {
    if (problems.length < maxShownProblems) problems.push(problem);
  };
  const report = (path: string, fault: ExportFault) => reportProblem({ file, path, ...fault });
  const reportWrong = (place: string, { path, value }: WrongKept) =>
    report(`${place} ${path}`.trim(), {
      code: 'wrongMember',
      values: { value: quoteUntrusted(JSON.stringify(value) ?? '') },
    });

  const byId = new Map<string, ExportedStory>();
  for (const [number, data] of listOf('stories', stories, report).entries()) {
    const place = `stories[${number}]`;
    const story = readStory(data);
    if ('path' in story) reportWrong(place, story);
    else if (byId.has(story.id)) report(place, { code: 'repeatedKept', values: { id: story.id } });
    else byId.set(story.id, story);
  }

  const read = new Map<string, ExportedArticle>();
  for (const number of listOf('kept', articles, report).keys()) {
    const place = `kept[${number}]`;
    const text = textOf(number);
    if (text === undefined) {
      report(place, { code: 'notKept', values: {} });
      continue;
    }
    const { data, problem } = parseBoundedJson(text, file);
    if (problem) {
      reportProblem({ ...problem, path: `${place} ${problem.path}`.trim(), remedyOf: 'notKept' });
      continue;
    }
    const article = readKeptArticle(data);
    if ('path' in article) reportWrong(place, article);
    else if (read.has(article.id)) report(place, { code: 'repeatedKept', values: { id: article.id } });
    else if (!byId.has(article.story)) report(place, { code: 'keptWithoutStory', values: {} });
    else read.set(article.id, { id: article.id, text });
  }
  return { kept: { stories: [...byId.values()], articles: [...read.values()] }, problems };
}

function listOf(
  name: string,
  list: unknown,
  report: (path: string, fault: ExportFault) => void,
): readonly unknown[] {
  if (Array.isArray(list)) return list as unknown[];
  if (list !== undefined) report(name, { code: 'keptIsNoList', values: {} });
  return [];
}
