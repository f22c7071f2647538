import type { LanguageCode } from '../settings/languages.ts';

/** An invented article, in the shape of any other (`Article` of `stories/text`). */
interface ExampleArticle {
  readonly title: string;
  readonly outlet: string;
  readonly authors: readonly string[];
  readonly date: string;
  /** Empty: no page prints it. */
  readonly address: string;
  readonly language: string;
  readonly text: string;
}

const loaders: Readonly<
  Record<LanguageCode, () => Promise<{ readonly default: readonly ExampleArticle[] }>>
> = {
  de: () => import('../../assets/texts/example-articles/de.json'),
  en: () => import('../../assets/texts/example-articles/en.json'),
  es: () => import('../../assets/texts/example-articles/es.json'),
  fr: () => import('../../assets/texts/example-articles/fr.json'),
};

/** Two invented articles on one event, to show what comparing articles does. Loaded on first use. */
export async function loadExampleArticles(language: LanguageCode): Promise<readonly ExampleArticle[]> {
  return (await loaders[language]()).default;
}
