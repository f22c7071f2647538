import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compareArticles } from '../../../src/stories/compare-articles.ts';
import { type KeptArticle, latestOf } from '../../../src/stories/kept/kept-article.ts';
import { makeStoryContent } from '../../../src/view-models/stories/make-story-content.ts';
import type { StoryContent, StoryPrinting } from '../../../src/view-models/stories/story-content.ts';
import { bridgeArticles, keptArticle, story } from './kept-story.ts';

const content = makeStoryContent(story, bridgeArticles);
const quoting = (...sentences: string[]) => sentences.join('\n\n');

test('the articles are by date, and those without one come last', () => {
  const undated = keptArticle('undated', { date: '' });
  const { articles, articleCount } = makeStoryContent(story, [undated, ...bridgeArticles]);
  expect(articles.map(({ id }) => id)).toEqual(['post', 'herald', 'gazette', 'undated']);
  expect(articleCount).toBe(4);
});

test('what several print comes by how much it differs, with the words in place', () => {
  expect(content.utterances.map(({ relation, speaker }) => [relation, speaker])).toEqual([
    ['differs', 'Ann Lee'],
    ['identical', 'Ann Lee'],
  ]);
  const [first] = content.utterances;
  expect(first?.printings.map(({ relation, turns }) => [relation, turns])).toEqual([
    ['fullest', []],
    ['differs', ['time']],
  ]);
  expect(first?.printings[1]?.runs?.map(({ kind, text }) => [kind, text.trim()])).toEqual([
    ['same', 'We will close the old bridge on'],
    ['cut', 'Monday'],
    ['added', 'Friday'],
    ['same', 'because it is rusted,'],
  ]);
});

test('the same words are shown once, with all who print them', () => {
  const [, second] = content.utterances;
  expect(second?.printings).toHaveLength(1);
  expect(second?.printings[0]?.printedBy.map(({ article }) => article)).toEqual(['post', 'herald']);
});

test('what a single article prints is told with the words beside it; only a certain speaker has a name', () => {
  expect(
    content.onlyHere.map(({ article, speaker, attribution, parts }) => [
      article,
      speaker,
      attribution,
      parts.map(({ text }) => text),
    ]),
  ).toEqual([
    ['post', null, 'A spokesman for the town', ['a good day for everybody who walks']],
    ['gazette', 'Bo Hill', 'Bo Hill', ['I walked over it each day,']],
  ]);
});

test('pieces of one quotation are one', () => {
  const { onlyHere } = makeStoryContent(story, [
    keptArticle('one', {
      text: '“We won,” Ann Lee said, “and they know it.” It rained.\n\n“Go home,” Bo Hill said.',
    }),
  ]);
  expect(onlyHere.map(({ parts }) => parts.map(({ text }) => text))).toEqual([
    ['We won,', 'and they know it.'],
    ['Go home,'],
  ]);
});

test('who is quoted is told with roles as printed, by how many articles', () => {
  expect(content.speakers.map(({ name, articles }) => [name, articles])).toEqual([
    ['Ann Lee', ['post', 'herald', 'gazette']],
    ['Bo Hill', ['gazette']],
  ]);
  expect(content.speakers[0]?.roles).toContain('a former engineer');
});

test('two who are certain, and not the same, leave an utterance without a name', () => {
  const words = 'The bridge stays open for as long as there is one car that has to cross it';
  const { utterances } = makeStoryContent(story, [
    keptArticle('one', { text: `“${words},” Ann Lee said.` }),
    keptArticle('two', { text: `“${words},” Bo Hill said.` }),
  ]);
  expect(utterances.map(({ speaker }) => speaker)).toEqual([null]);
  expect(utterances[0]?.printings[0]?.printedBy.map(({ attribution }) => attribution)).toEqual([
    'Ann Lee',
    'Bo Hill',
  ]);
});

test('names say who prints them, and each description who prints it', () => {
  const lee = content.names.find(({ name }) => name === 'Ann Lee');
  expect(lee?.namedBy.map(({ article }) => article)).toEqual(['post', 'herald', 'gazette']);
  expect(lee?.descriptions.map(({ text, places }) => [text, places.map(({ article }) => article)])).toEqual([
    ['Mayor', ['herald']],
    ['a former engineer', ['gazette']],
  ]);
});

test('sentences that differ in a number are told with the places of the numbers', () => {
  expect(
    content.facts.map(({ sentences }) =>
      sentences.map(({ text, marks }) => marks.map(({ start, end }) => text.slice(start, end))),
    ),
  ).toEqual([[['2,000'], ['3,000']]]);
});

test('an edition of an article is listed, and counts once', () => {
  const herald = bridgeArticles[0] as KeptArticle;
  const earlier = keptArticle('early', {
    ...latestOf(herald),
    date: '2024-03-01',
    address: '',
  });
  const { articles, articleCount, utterances } = makeStoryContent(story, [...bridgeArticles, earlier]);
  expect(articleCount).toBe(3);
  expect(articles.map(({ id, editionOf }) => [id, editionOf])).toEqual([
    ['early', 'herald'],
    ['post', null],
    ['herald', null],
    ['gazette', null],
  ]);
  expect(utterances).toEqual(content.utterances);
});

test('a correction counts, and the latest version', () => {
  const text = quoting('“We wait,” Ann Lee said.');
  const [first] = keptArticle('one', { text: 'Nothing.' }).versions;
  const changed: KeptArticle = {
    ...keptArticle('one', { text }),
    versions: [
      first,
      { keptAt: '2024-03-05T00:00:00.000Z', article: { ...latestOf(keptArticle('one', {})), text } },
    ].flatMap((version) => version ?? []),
    corrections: { outlet: 'The One' },
  };
  const { articles, onlyHere } = makeStoryContent(story, [changed]);
  expect(articles[0]).toMatchObject({ outlet: 'The One', isCorrected: true });
  expect(articles[0]?.keptAt).toHaveLength(2);
  expect(onlyHere).toHaveLength(1);
});

test('a story without articles, and one of an empty article, have a page', () => {
  expect(makeStoryContent(story, [])).toMatchObject({ articles: [], utterances: [], articleCount: 0 });
  expect(makeStoryContent(story, [keptArticle('empty', {})])).toMatchObject({
    articleCount: 1,
    onlyHere: [],
  });
});

const folder = path.join(import.meta.dirname, '../../../../shared/stories/articles');

test.runIf(existsSync(folder))('real events have pages that agree with the comparison', () => {
  const events = new Map<string, KeptArticle[]>();
  for (const file of readdirSync(folder)) {
    const { title, outlet, date, url, text } = JSON.parse(readFileSync(path.join(folder, file), 'utf8'));
    const kept = keptArticle(path.basename(file, '.json'), { title, outlet, date, address: url, text });
    const event = file.slice(0, 3);
    events.set(event, [...(events.get(event) ?? []), kept]);
  }
  expect(events.size).toBeGreaterThan(0);
  for (const kept of events.values()) {
    const page = makeStoryContent(story, kept);
    expect(JSON.parse(JSON.stringify(page))).toEqual(page);
    const byId = new Map(kept.map((one) => [one.id, latestOf(one)]));
    const ordered = page.articles.filter(({ editionOf }) => editionOf === null).map(({ id }) => byId.get(id));
    const comparison = compareArticles(ordered.flatMap((article) => article ?? []));
    expect(page.utterances).toHaveLength(comparison.utterances.length);
    expect(page.names).toHaveLength(comparison.names.length);
    expect(partCount(page)).toBe(comparison.utterances.reduce((sum, { members }) => sum + members.length, 0));
    for (const { article, parts } of listPlaces(page)) {
      for (const { text, start, end } of parts) expect(byId.get(article)?.text.slice(start, end)).toBe(text);
    }
    for (const { printings } of page.utterances) {
      const full = lettersOf(printings[0]);
      for (const printing of printings) {
        // What differs in more than spaces and signs is shown where.
        if (printing.runs === null || lettersOf(printing) === full) continue;
        expect(printing.runs.some(({ kind }) => kind !== 'same')).toBe(true);
      }
    }
  }
});

function listPlaces({ utterances, onlyHere }: StoryContent) {
  return [
    ...utterances.flatMap(({ printings }) => printings.flatMap(({ printedBy }) => printedBy)),
    ...onlyHere,
  ];
}

function lettersOf(printing: StoryPrinting | undefined): string {
  const parts = printing?.printedBy[0]?.parts ?? [];
  return parts.map(({ text }) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')).join('');
}

function partCount({ utterances }: StoryContent): number {
  return utterances
    .flatMap(({ printings }) => printings.flatMap(({ printedBy }) => printedBy))
    .reduce((sum, { parts }) => sum + parts.length, 0);
}
