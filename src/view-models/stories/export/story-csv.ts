import type { StoryArticle, StoryContent, StoryPlace } from '../story-content.ts';
import { quote, type StoryWords } from './story-outline.ts';

/** The names of the columns, in the reader's language. */
export interface CsvColumns {
  readonly utterance: string;
  readonly speaker: string;
  readonly attribution: string;
  readonly relation: string;
  readonly quotation: string;
  readonly outlet: string;
  readonly date: string;
  readonly title: string;
  readonly authors: string;
  readonly address: string;
}

/** Spreadsheets know by it that the file is UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * A row for each article's printing of each utterance (RFC 4180). Rows with the same number print the same utterance;
 * what only one article prints has a number of its own.
 */
export function writeStoryCsv(
  { utterances, onlyHere, articles }: StoryContent,
  columns: CsvColumns,
  words: Pick<StoryWords, 'relations' | 'onlyHere'>,
): string {
  const byId = new Map(articles.map((article) => [article.id, article]));
  const rows = [Object.values(columns)];
  const add = (number: number, speaker: string | null, relation: string, place: StoryPlace) => {
    const article = byId.get(place.article);
    if (article) rows.push(makeRow(number, speaker, relation, place, article));
  };
  for (const [at, { speaker, printings }] of utterances.entries()) {
    for (const { printedBy, relation } of printings) {
      for (const place of printedBy) add(at + 1, speaker, words.relations[relation], place);
    }
  }
  for (const [at, place] of onlyHere.entries())
    add(utterances.length + at + 1, place.speaker, words.onlyHere, place);
  return byteOrderMark + rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

function makeRow(
  number: number,
  speaker: string | null,
  relation: string,
  place: StoryPlace,
  { outlet, date, title, authors, address }: StoryArticle,
): string[] {
  return [
    `${number}`,
    speaker ?? '',
    place.attribution ?? '',
    relation,
    quote(place),
    outlet,
    date,
    title,
    authors.join('; '),
    address,
  ];
}

/** A cell that begins like a formula would be computed by a spreadsheet: an apostrophe makes it text. */
function writeCell(text: string): string {
  const shown = /^[\s\ufeff]*[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(shown) ? `"${shown.replaceAll('"', '""')}"` : shown;
}
