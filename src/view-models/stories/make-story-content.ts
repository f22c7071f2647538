import { compareArticles, type StoryComparison } from '../../stories/compare-articles.ts';
import { goesOn, isStatement } from '../../stories/drafts/group-quotations.ts';
import type { KeptArticle, Story } from '../../stories/kept/kept-article.ts';
import type { ArticleQuotation } from '../../stories/utterances/find-utterances.ts';
import { groupBy } from '../group-positions.ts';
import { describeStory } from './describe-story.ts';
import { type ComparedArticle, listStoryArticles } from './list-story-articles.ts';
import { makeFacts } from './make-facts.ts';
import { makeNames } from './make-names.ts';
import { makePrintings, rankOf, worstOf } from './make-printings.ts';
import { nameSpeakers, type SpeakerNames } from './name-speakers.ts';
import type {
  LoneQuotation,
  StoryContent,
  StoryPlace,
  StorySpeaker,
  StoryUtterance,
} from './story-content.ts';

/** Compares the kept articles of a story. Takes time in proportion to their number: some 10 ms for each. */
export function makeStoryContent(story: Story, kept: readonly KeptArticle[]): StoryContent {
  const listed = listStoryArticles(kept);
  const { compared } = listed;
  const comparison = compareArticles(compared.map(({ article }) => article));
  const speakerOf = nameSpeakers(comparison);
  return {
    ...describeStory(story, listed),
    isCompared: true,
    utterances: listUtterances(comparison, compared, speakerOf),
    onlyHere: listOnlyHere(comparison, compared, speakerOf),
    speakers: listSpeakers(comparison, compared, speakerOf),
    names: makeNames(comparison.names, compared),
    facts: makeFacts(comparison.facts, compared),
  };
}

function listUtterances(
  { quotations, utterances }: StoryComparison,
  compared: readonly ComparedArticle[],
  speakerOf: SpeakerNames,
): StoryUtterance[] {
  return utterances
    .map((utterance): StoryUtterance => {
      const members = utterance.members.map((member) => quotations[member] as ArticleQuotation);
      return {
        speaker: onlyOne(members.map(speakerOf)),
        relation: worstOf(utterance.pairs),
        articleCount: new Set(members.map(({ article }) => article)).size,
        printings: makePrintings(utterance, quotations, (own) =>
          placeOf(
            own.map((member) => quotations[member] as ArticleQuotation),
            compared,
          ),
        ),
      };
    })
    .sort((a, b) => rankOf(a.relation) - rankOf(b.relation) || b.articleCount - a.articleCount);
}

/** The name that all agree on who have one. */
function onlyOne(names: readonly (string | null)[]): string | null {
  const [name = null, ...others] = new Set(names.filter((one) => one !== null));
  return others.length === 0 ? name : null;
}

/** @param members quotations of one article */
function placeOf(members: readonly ArticleQuotation[], compared: readonly ComparedArticle[]): StoryPlace {
  const speaker = members.find(({ quotation }) => quotation.speaker !== null)?.quotation.speaker;
  return {
    article: compared[members[0]?.article ?? -1]?.id ?? '',
    parts: members.map(({ quotation: { text, start, end } }) => ({ text, start, end })),
    attribution: speaker?.text ?? null,
  };
}

/** In the order of the articles; pieces that an article joins are one. */
function listOnlyHere(
  { quotations, utterances }: StoryComparison,
  compared: readonly ComparedArticle[],
  speakerOf: SpeakerNames,
): LoneQuotation[] {
  const shared = new Set(utterances.flatMap(({ members }) => members));
  const groups: ArticleQuotation[][] = [];
  let last: ArticleQuotation | undefined;
  for (const [number, one] of quotations.entries()) {
    if (shared.has(number) || !isStatement(one)) {
      if (!one.quotation.isNested) last = undefined;
      continue;
    }
    if (last?.article === one.article && goesOn(last, one)) groups.at(-1)?.push(one);
    else groups.push([one]);
    last = one;
  }
  return groups.map((members) => ({
    ...placeOf(members, compared),
    speaker: onlyOne(members.map(speakerOf)),
  }));
}

function listSpeakers(
  { quotations }: StoryComparison,
  compared: readonly ComparedArticle[],
  speakerOf: SpeakerNames,
): StorySpeaker[] {
  const byName = groupBy(
    quotations.filter((one) => isStatement(one)),
    speakerOf,
  );
  return byName
    .flatMap(([name, own]): StorySpeaker[] => {
      if (name === null) return [];
      const articles = new Set(own.map(({ article }) => compared[article]?.id ?? ''));
      const roles = new Set(own.flatMap(({ quotation }) => quotation.speaker?.role ?? []));
      return [{ name, roles: [...roles], articles: [...articles], quotationCount: own.length }];
    })
    .sort((a, b) => b.articles.length - a.articles.length || b.quotationCount - a.quotationCount);
}
