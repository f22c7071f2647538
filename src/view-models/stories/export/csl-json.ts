import type { StoryArticle } from '../story-content.ts';

/** The articles for reference managers (https://docs.citationstyles.org, schema 1.0). Fields that nothing states are left out. */
export function writeCslJson(articles: readonly StoryArticle[]): string {
  const items = articles.map((article) => {
    const { id, kind, title, outlet, authors, date, address, language, keptAt } = article;
    return {
      id,
      type: kind === 'page' ? 'article-newspaper' : 'document',
      ...(title !== '' && { title }),
      ...(outlet !== '' && { 'container-title': outlet }),
      // Which of the names is the family's is not known.
      ...(authors.length > 0 && { author: authors.map((literal) => ({ literal })) }),
      ...datePart('issued', date),
      ...(address !== '' && { URL: address }),
      ...datePart('accessed', keptAt.at(-1)?.slice(0, 10) ?? ''),
      ...(language !== '' && { language }),
    };
  });
  return `${JSON.stringify(items, null, 2)}\n`;
}

function datePart(name: 'issued' | 'accessed', date: string) {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? { [name]: { 'date-parts': [date.split('-').map(Number)] } } : {};
}
