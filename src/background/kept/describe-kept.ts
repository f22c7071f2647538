import { countWords } from '../../knowledge/text/locate-words.ts';
import { addressKey } from '../../matching/text/address-key.ts';
import { FailureError } from '../../settings/failure.ts';
import type { StoredSummary } from '../../storage/kept-database.ts';
import { findCharacteristicWords } from '../../stories/kept/characteristic-words.ts';
import { type KeptArticle, latestOf } from '../../stories/kept/kept-article.ts';
import { quotationsOf } from '../../stories/quote-articles.ts';
import type { Article } from '../../stories/text/article.ts';

/** What of an article's summary takes reading its text. */
type TextFacts = Pick<StoredSummary, 'wordCount' | 'quotationCount' | 'words'>;
export type ArticleFacts = TextFacts & Pick<StoredSummary, 'key'>;

export async function describeText(article: Article): Promise<ArticleFacts> {
  return { ...readTextFacts(article), key: await findKeptKey(article) };
}

/** Without its key, so that it can be called within a transaction. */
export function readTextFacts(article: Article): TextFacts {
  return {
    wordCount: countWords(article.text),
    quotationCount: quotationsOf(article).filter(({ kind }) => kind === 'speech').length,
    words: findCharacteristicWords(article),
  };
}

/** By what an article is recognised: its address, or, if it has none, its title and text. */
export async function findKeptKey({ address, title, text }: Article): Promise<string> {
  const key = addressKey(address);
  if (key !== '') return key;
  const bytes = new TextEncoder().encode(`${title}\n\n${text}`);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `text:${hexadecimal(digest)}`;
}

export function summarise(kept: KeptArticle, facts: TextFacts & Pick<StoredSummary, 'key'>): StoredSummary {
  const { title, outlet, authors, date, address, language } = latestOf(kept);
  return {
    ...{ id: kept.id, story: kept.story, kind: kept.kind },
    ...{ title, outlet, authors, date, address, language },
    ...{ wordCount: facts.wordCount, quotationCount: facts.quotationCount },
    keptAt: kept.versions.at(-1)?.keptAt ?? '',
    versionCount: kept.versions.length,
    key: facts.key,
    words: facts.words,
  };
}

/** 16 hexadecimal digits. */
export function makeKeptId(): string {
  return hexadecimal(crypto.getRandomValues(new Uint8Array(8)));
}

export function notKept(): FailureError {
  return new FailureError({ code: 'notKept', values: {} });
}

function hexadecimal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
