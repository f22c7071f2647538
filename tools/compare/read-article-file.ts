import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { parseBoundedJson } from '../../src/knowledge/json/parse-bounded-json.ts';
import { readArticlePage } from '../../src/page/article/read-article-page.ts';
import type { Article } from '../../src/stories/text/article.ts';
import { CliError } from '../command-line/cli-error.ts';
import { describeInEnglish, formatProblem, makeFileError } from '../command-line/describe-in-english.ts';
import { explainFileError } from '../command-line/explain-file-error.ts';
import { parsePage } from '../mentions/read-page.ts';
import { readTextFile } from '../pack-files/read-text-file.ts';

const field = v.optional(v.string(), '');

/** An article in a collection or an export; other fields are ignored. */
const StoredArticleSchema = v.object({
  text: v.string(),
  title: field,
  outlet: field,
  authors: v.optional(v.array(v.string()), []),
  date: field,
  url: field,
  language: field,
});

/**
 * The article of a saved page (.html), a plain text (.txt) or a JSON object with its `text`. For the last two the text
 * is exactly the file's.
 * @param name what an error calls the file
 * @throws CliError if it is not such a file, cannot be read, or contains no article
 */
export async function readArticleFile(file: string, name = file): Promise<Article> {
  const article = await readArticle(file, name);
  if (/[\p{L}\p{N}]/u.test(article.text)) return article;
  throw makeFileError(
    name,
    'No article was found in it.',
    'Give a file that contains the text of an article.',
  );
}

async function readArticle(file: string, name: string): Promise<Article> {
  switch (path.extname(file).toLowerCase()) {
    case '.txt':
      return makeArticle({ text: await readText(file, name) });
    case '.json':
      return readStoredArticle(await readText(file, name), name);
    case '.html':
    case '.htm': {
      const bytes = await readFile(file).catch((error: unknown) => {
        throw explainFileError(error, 'Reading', name);
      });
      return readArticlePage(await parsePage(bytes, name), '');
    }
    default:
      throw makeFileError(
        name,
        'Its name does not end in ".html", ".txt" or ".json".',
        'Give a saved page (.html), a plain text (.txt) or an article as JSON (.json).',
      );
  }
}

async function readText(file: string, name: string): Promise<string> {
  const { text, problem } = await readTextFile(file, name).catch((error: unknown) => {
    throw explainFileError(error, 'Reading', name);
  });
  if (problem) throw new CliError(formatProblem(problem));
  return text;
}

const storedArticleHint =
  'Write an object with the article as "text", and "title", "outlet", "date" and "url" where they are known.';

function readStoredArticle(text: string, name: string): Article {
  const { data, problem } = parseBoundedJson(text, name);
  if (problem) throw makeFileError(name, describeInEnglish(problem).reason, storedArticleHint);
  const { success, output, issues } = v.safeParse(StoredArticleSchema, data);
  if (success) return makeArticle({ ...output, address: output.url });
  const [issue] = issues;
  const at = v.getDotPath(issue) ?? '';
  throw makeFileError(
    name,
    at === '' ? 'It is not a JSON object.' : `"${at}" is missing or of another kind.`,
    storedArticleHint,
  );
}

function makeArticle(known: Partial<Article> & Pick<Article, 'text'>): Article {
  const { text, title = '', outlet = '', authors = [], date = '', address = '', language = '' } = known;
  return { title, outlet, authors, date, address, language, text };
}
