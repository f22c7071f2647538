import { maxInnerListLength, maxLineLength, maxTextLength } from '../../knowledge/pack-limits.ts';
import type { Statement } from '../../knowledge/pack-schema.ts';
import { readWords } from '../../matching/quotations/read-words.ts';
import { isNameOf } from '../quotations/full-names.ts';
import type { QuotedArticles } from '../quote-articles.ts';
import type { Article, Speaker } from '../text/article.ts';
import { pronouns } from '../text/phrase-words.ts';
import { compareSpeakers } from '../utterances/compare-speakers.ts';
import type { ArticleQuotation } from '../utterances/find-utterances.ts';
import type { NamedEntity } from './draft-entities.ts';
import { draftWordings, type QuotedArticle, quoteArticle } from './draft-wordings.ts';
import { fitsPack } from './fits-pack.ts';
import { groupQuotations } from './group-quotations.ts';
import { joinSentences } from './join-sentences.ts';
import { IdMaker } from './make-ids.ts';
import { readRole } from './read-role.ts';

/** How many words of a statement become part of its id. */
const maxIdWords = 4;

/**
 * The statements of the articles, in their order, with each passage as printed. `speaker` is set only if it is
 * certain; otherwise `attribution` has the words beside the quotation.
 * @param sources the id of each article's source
 * @param maxLength UTF-16 units; longer quotations are left out
 */
export function draftStatements(
  articles: readonly Article[],
  sources: readonly string[],
  quotedArticles: QuotedArticles,
  entities: readonly NamedEntity[],
  maxLength = maxTextLength,
): Statement[] {
  const { quotations } = quotedArticles;
  const ids = new IdMaker();
  const quoted = articles.map(({ text }, number) =>
    quoteArticle(
      text,
      sources[number] as string,
      quotations.filter(({ article }) => article === number).map(({ quotation }) => quotation),
    ),
  );
  return groupQuotations(quotedArticles).flatMap((group) => {
    const members = group
      .map((i) => quotations[i] as ArticleQuotation)
      .filter(({ quotation: { text } }) => fitsPack(text, maxLength))
      .slice(0, maxInnerListLength);
    const wordings = [...new Set(members.map(({ article }) => article))].flatMap((number) =>
      draftWordings(
        quoted[number] as QuotedArticle,
        members.filter(({ article }) => article === number).map(({ quotation }) => quotation),
      ),
    );
    const sentences = joinSentences(wordings)
      .map((sentence) => (sentence === null || sentence.length > maxTextLength ? null : sentence))
      .slice(0, maxInnerListLength);
    if (sentences.every((sentence) => sentence === null)) return [];
    const speaker = draftSpeaker(members, entities);
    const name = speaker?.text.split(' ').at(-1) ?? '';
    return {
      id: ids.make(`${name} ${firstWords(wordings[0]?.text ?? '')}`, 'statement'),
      speaker,
      about: entities
        .filter(({ mentions }) => mentions.some((mention) => isQuoted(mention, members)))
        .map(({ entity }) => entity.id)
        .slice(0, maxInnerListLength),
      sentences,
      wordings,
    };
  });
}

/** Null if no speaker is certain, or the articles name different ones. */
function draftSpeaker(
  members: readonly ArticleQuotation[],
  entities: readonly NamedEntity[],
): Statement['speaker'] {
  const named = members.flatMap(({ quotation: { speaker } }) =>
    speaker && nameOf(speaker) !== '' ? [speaker] : [],
  );
  const [first] = named.toSorted((a, b) => nameOf(b).length - nameOf(a).length);
  if (!first || named.some((other) => compareSpeakers(first, other) === 'other')) return null;
  const printed = nameOf(first);
  const isMeant = (spelling: string) => isNameOf(printed, spelling);
  const known = entities.find(({ spellings }) => [...spellings].some(isMeant));
  const entity = known?.entity.id;
  const text = [...(known?.spellings ?? [])].find(isMeant) ?? printed;
  const role = named.map((one) => readRole(one.role)).find((one) => one !== undefined);
  return {
    ...(entity !== undefined && { entity }),
    text,
    ...(role !== undefined && { role }),
  };
}

/** The name in the attribution; empty if it has none, or it is not certain. */
function nameOf({ isCertain, fullName, text }: Speaker): string {
  if (!isCertain) return '';
  const name = (fullName ?? text).replace(/\s+/g, ' ');
  return pronouns.has(name.toLowerCase()) || !fitsPack(name, maxLineLength) ? '' : name;
}

function firstWords(text: string): string {
  const words = readWords(text.slice(0, 200)).filter(({ isContent }) => isContent);
  return words
    .slice(0, maxIdWords)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

function isQuoted(mention: NamedEntity['mentions'][number], members: readonly ArticleQuotation[]): boolean {
  return members.some(
    ({ article, quotation }) =>
      article === mention.article && quotation.start <= mention.start && mention.end <= quotation.end,
  );
}
