import type { StoryArticle } from '../story-content.ts';

/** The articles as BibTeX, which BibLaTeX reads, too. Words are escaped; fields that nothing states are left out. */
export function writeBibtex(articles: readonly StoryArticle[]): string {
  const keys = new Set<string>();
  return articles.map((article) => writeEntry(article, makeKey(article, keys))).join('\n');
}

function writeEntry({ title, outlet, authors, date, address, keptAt }: StoryArticle, key: string): string {
  const fields: [string, string][] = [
    // Braces keep a name, and the capitals of a title, as they are.
    ['author', authors.map((author) => `{${escapeTex(author)}}`).join(' and ')],
    ['title', title === '' ? '' : `{${escapeTex(title)}}`],
    ['howpublished', escapeTex(outlet)],
    ['year', /^\d{4}/.exec(date)?.[0] ?? ''],
    ['date', /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : ''],
    ['url', address.replace(/[{}\\\s]/gu, encodeURIComponent)],
    ['urldate', keptAt.at(-1)?.slice(0, 10) ?? ''],
  ];
  const lines = fields.filter(([, value]) => value !== '').map(([name, value]) => `  ${name} = {${value}},`);
  return `@misc{${key},\n${lines.join('\n')}\n}\n`;
}

function makeKey({ outlet, date, id }: StoryArticle, keys: Set<string>): string {
  const letters = outlet
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .slice(0, 24);
  const stem = `${letters || `article${id.slice(0, 6)}`}${date.slice(0, 4)}`;
  let key = stem;
  for (let count = 2; keys.has(key); count += 1) key = `${stem}-${count}`;
  keys.add(key);
  return key;
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\{}$&#%_~^]/g, (sign) => commands[sign] ?? `\\${sign}`);
}
