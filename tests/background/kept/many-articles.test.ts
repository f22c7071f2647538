import { beforeAll, expect, test, vi } from 'vitest';
import { changeKept } from '../../../src/storage/kept-change.ts';
import { countKept, listKeptSummaries, readArticlesOfStory } from '../../../src/storage/kept-store.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { createRandom } from '../../../tools/bench/random.ts';
import { clearKept, makeArticle, tabs } from './kept-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./kept-browser.ts')).keptBrowser,
}));

const { serveKept } = await import('../../../src/background/kept/serve-kept.ts');
const { describeText, makeKeptId, summarise } = await import('../../../src/background/kept/describe-kept.ts');
const { makeStory } = await import('../../../src/background/kept/keep-article.ts');

const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const reader = { script: 'article.js', name: 'reader', run: () => undefined };
const { calls } = serveKept(reader, () => '', vi.fn());
const articleCount = 5_000;
const storySize = 500;

const random = createRandom(7);
const below = (limit: number) => Math.floor(random() * limit);
const letters = 'aeioubcdfghklmnprstvw';
const makeWord = () => Array.from({ length: 4 + below(6) }, () => letters[below(letters.length)]).join('');
const vocabulary = Array.from({ length: 20_000 }, makeWord);
/** As in any language, a few words are everywhere, and most are rare. */
const pickWord = () => vocabulary[Math.floor(vocabulary.length ** random()) - 1] as string;

/** An article with words of its own story, by which it is told from others. */
function generate(story: number, number: number): Article {
  const own = [0, 1, 2, 3, 4, 5].map((i) => {
    const word = vocabulary[9_000 + ((story * 6 + i) % 10_000)] as string;
    return `${word[0]?.toUpperCase()}${word.slice(1)}`;
  });
  const sentences = Array.from({ length: 8 }, (_, i) => {
    const words = Array.from({ length: 5 }, pickWord);
    return `The ${words.slice(0, 2).join(' ')} ${own[i % 6]} ${words.slice(2).join(' ')} ${own[(i + 1) % 6]}.`;
  });
  return makeArticle(`${own[0]} and ${own[1]} ${number}`, sentences.join(' '));
}

let large = '';

beforeAll(async () => {
  await clearKept();
  for (let from = 0; from < articleCount; from += 500) {
    const batch = await Promise.all(
      Array.from({ length: 500 }, async (_, i) => {
        const number = from + i;
        const article = generate(number < storySize ? 0 : number, number);
        return { article, facts: await describeText(article) };
      }),
    );
    await changeKept(async (kept) => {
      for (const { article, facts } of batch) {
        const story = from === 0 && large !== '' ? large : makeStory(article.title);
        if (typeof story !== 'string') await kept.putStory(story);
        const id = typeof story === 'string' ? story : story.id;
        if (from === 0) large = id;
        const versions = [{ keptAt: new Date().toISOString(), article }];
        const one = {
          id: makeKeptId(),
          story: id,
          kind: 'page' as const,
          versions,
          corrections: {},
          note: '',
        };
        await kept.putArticle(one, summarise(one, facts));
      }
    });
  }
}, 240_000);

async function keep(article: Article) {
  tabs.set(1, { article });
  return calls.keepPage(surface, { tabId: 1 });
}

test('with 5,000 articles kept, a new one finds its story, of 500 or of one, or none', async () => {
  expect(await countKept()).toEqual({ articles: articleCount, stories: articleCount - storySize + 1 });
  expect(await keep(generate(0, articleCount))).toMatchObject({
    isNewStory: false,
    kept: { story: { id: large, articleCount: storySize + 1 } },
  });
  const other = (await listKeptSummaries()).find(({ address }) => address.endsWith(`-${storySize + 77}`));
  expect(await keep(generate(storySize + 77, articleCount + 1))).toMatchObject({
    isNewStory: false,
    kept: { story: { id: other?.story.id, articleCount: 2 } },
  });
  const strange = makeArticle(
    'Heron',
    'Nobody had ever seen a heron asleep on the church of Little Wendlebury.',
  );
  expect(await keep(strange)).toMatchObject({ isNewStory: true });
});

test('a story of 500 is moved and removed as a whole, and comes back', async () => {
  const before = (await readArticlesOfStory(large)).map(({ id }) => id).sort();
  const [into] = (await listKeptSummaries()).filter(({ story }) => story.id !== large);
  const target = into?.story.id as string;
  const size = into?.story.articleCount as number;
  await calls.mergeStories(surface, { from: large, into: target });
  expect(await readArticlesOfStory(target)).toHaveLength(before.length + size);
  await calls.undoKept(surface);
  expect((await readArticlesOfStory(large)).map(({ id }) => id).sort()).toEqual(before);
  const { articles } = await countKept();
  await calls.removeStory(surface, { id: large });
  expect((await countKept()).articles).toBe(articles - before.length);
  await calls.undoKept(surface);
  expect((await readArticlesOfStory(large)).map(({ id }) => id).sort()).toEqual(before);
});
