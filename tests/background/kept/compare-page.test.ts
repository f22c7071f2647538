import { beforeEach, expect, test, vi } from 'vitest';
import type { Article } from '../../../src/stories/text/article.ts';
import { clearKept, makeArticle, tabs } from './kept-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./kept-browser.ts')).keptBrowser,
}));

const { serveKept } = await import('../../../src/background/kept/serve-kept.ts');

const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const reader = { script: 'article.js', name: 'reader', run: () => undefined };
const { calls } = serveKept(
  reader,
  () => '',
  () => undefined,
);

const event =
  'The town of Aberford will close the Old Bridge because two of its cables have rusted. Trams can no longer cross the Wend. Engineers of Brightsea University had warned of rust in the spring, and the ferry carries passengers.';
const closing = 'We will close the old bridge on Monday because two cables have rusted';
const onBridge = (title: string, ...quotations: string[]) =>
  makeArticle(
    title,
    `${event}\n\n${quotations.map((words) => `“${words},” Mayor Ann Lee said.`).join('\n\n')}`,
    {
      outlet: title,
    },
  );
const frost = makeArticle(
  'Frost',
  'Growers in the Marl Valley have lost most of their apples to a late frost. “We have never seen blossoms freeze in May,” Paul Adams of the growers’ union said. Prices of cider will rise in autumn.',
);

async function keep(article: Article) {
  tabs.set(1, { article });
  const outcome = await calls.keepPage(surface, { tabId: 1 });
  if (outcome.obstacle !== null) throw new Error(outcome.obstacle);
  return outcome.kept;
}

function compare(article: Article) {
  tabs.set(2, { article });
  return calls.compareWithKept(surface, { tabId: 2 });
}

beforeEach(clearKept);

test('a page is compared with the nearest story, and with none of another', async () => {
  await keep(frost);
  const { story } = await keep(onBridge('Daily', closing));
  await keep(onBridge('Weekly', closing, 'The ferry is full every morning of the week'));
  const compared = await compare(onBridge('Herald', closing.replace('two', 'three')));
  expect(compared).toMatchObject({
    ...{ story: { id: story.id, title: 'Daily' }, articleCount: 2, keptCount: 3, isKept: false },
    quotations: [{ finding: 'changed', printings: [{ turns: ['number'] }] }],
    elsewhere: [{ printers: [{ outlet: 'Weekly' }] }],
  });
});

test('a kept page is compared with the others of its own story, wherever the reader has put it, and not with itself', async () => {
  await keep(onBridge('Daily', closing));
  const apples = await keep(frost);
  const { id } = await keep(onBridge('Weekly', closing));
  await calls.moveArticles(surface, { ids: [id], to: apples.story.id });
  const compared = await compare(onBridge('Weekly', closing));
  expect(compared).toMatchObject({
    ...{ story: { id: apples.story.id }, articleCount: 1, keptCount: 3, isKept: true },
    quotations: [{ finding: 'only-here' }],
    elsewhere: [{ pieces: ['We have never seen blossoms freeze in May,'] }],
  });
});

test('what the reader has corrected is what a printer is called', async () => {
  const { id } = await keep(onBridge('Daily', closing));
  await calls.correctArticle(surface, { id, corrections: { outlet: 'The Aberford Daily' } });
  const compared = await compare(onBridge('Herald', closing));
  expect(compared?.quotations[0]?.printings[0]?.printers).toMatchObject([
    { id, outlet: 'The Aberford Daily' },
  ]);
});

test('what was compared before is outdated once the story has changed', async () => {
  const { id } = await keep(onBridge('Daily', closing));
  expect(await compare(onBridge('Herald', closing))).toMatchObject({
    articleCount: 1,
    quotations: [{ finding: 'verbatim' }],
  });
  const weekly = await keep(onBridge('Weekly', closing));
  expect(await compare(onBridge('Herald', closing))).toMatchObject({ articleCount: 2 });
  await keep(onBridge('Daily', closing.replace('two', 'nine')));
  expect(await compare(onBridge('Herald', closing))).toMatchObject({ quotations: [{ finding: 'changed' }] });
  await calls.removeArticles(surface, { ids: [weekly.id] });
  expect(await compare(onBridge('Herald', closing))).toMatchObject({ articleCount: 1 });
  await calls.undoKept(surface);
  expect(await compare(onBridge('Herald', closing))).toMatchObject({ articleCount: 2 });
  await calls.removeArticles(surface, { ids: [id, weekly.id] });
  expect(await compare(onBridge('Herald', closing))).toMatchObject({ articleCount: 0, keptCount: 0 });
});

test('of a large story the articles kept last are compared', async () => {
  for (let i = 0; i < 42; i++)
    await keep(onBridge(`Outlet ${i}`, i === 0 ? closing : `${closing}, and number ${i}`));
  const compared = await compare(onBridge('Outlet 41', `${closing}, and number 41`));
  expect(compared).toMatchObject({ articleCount: 40, storyCount: 41, keptCount: 42, isKept: true });
  const printers =
    compared?.quotations.flatMap(({ printings }) => printings.flatMap((one) => one.printers)) ?? [];
  expect(printers.some(({ outlet }) => outlet === 'Outlet 40')).toBe(true);
  expect(printers.some(({ outlet }) => outlet === 'Outlet 0')).toBe(false);
});

test('with nothing kept, or nothing near, there is no story', async () => {
  const none = { story: null, articleCount: 0, storyCount: 0, isKept: false, quotations: [], elsewhere: [] };
  expect(await compare(frost)).toEqual({ ...none, keptCount: 0 });
  await keep(frost);
  expect(await compare(onBridge('Herald', closing))).toEqual({ ...none, keptCount: 1 });
});

test('a page alone in its story is compared with nothing', async () => {
  await keep(frost);
  expect(await compare(frost)).toMatchObject({ articleCount: 0, keptCount: 1, isKept: true, elsewhere: [] });
});

test('a page without an article, one that may not be read, and one in a private window are not compared', async () => {
  await keep(frost);
  tabs.set(2, { article: null });
  expect(await calls.compareWithKept(surface, { tabId: 2 })).toBeNull();
  tabs.set(2, { article: undefined });
  expect(await calls.compareWithKept(surface, { tabId: 2 })).toBeNull();
  tabs.set(2, { article: frost, incognito: true });
  expect(await calls.compareWithKept(surface, { tabId: 2 })).toBeNull();
});

test('editions of one article count once, and those of the page not at all', async () => {
  const early = await keep({ ...onBridge('Daily', closing), address: 'https://daily.example/early' });
  await keep({ ...onBridge('Daily', closing, 'The ferry will carry everyone until then'), address: '' });
  await keep(onBridge('Weekly', closing));
  await keep({ ...onBridge('Herald', closing), address: '' });
  const compared = await compare(onBridge('Herald', closing));
  expect(compared).toMatchObject({ story: { id: early.story.id }, articleCount: 2, storyCount: 2 });
  const [printing] = compared?.quotations[0]?.printings ?? [];
  expect(printing?.printers.map(({ outlet }) => outlet)).toEqual(['Daily', 'Weekly']);
});
