import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { KeepOutcome } from '../../../src/contracts/kept-calls.ts';
import {
  countKept,
  listKeptSummaries,
  listStories,
  readArticlesOfStory,
  readKeptArticle,
  readStory,
} from '../../../src/storage/kept-store.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { clearKept, makeArticle, tabs } from './kept-browser.ts';

vi.mock('webextension-polyfill', async () => ({
  default: (await import('./kept-browser.ts')).keptBrowser,
}));

const { serveKept } = await import('../../../src/background/kept/serve-kept.ts');

const surface = { kind: 'extension-page', frame: null, place: { tabId: -1, frameId: -1 } } as const;
const reader = { script: 'article.js', name: 'reader', run: () => undefined };
const changed = vi.fn();
const wake = () => serveKept(reader, () => '', changed).calls;

const bridge = makeArticle(
  'Aberford closes its old bridge',
  'The town of Aberford will close the Old Bridge because two of its cables have rusted. Mayor Ann Lee told the council on Wednesday that trams could no longer cross the Wend. “We will close the old bridge on Monday because two cables have rusted,” Lee said. Engineers of Brightsea University had warned of rust in the spring.',
);
const trams = makeArticle(
  'Trams stop at the Wend',
  'Trams in Aberford will stop on both sides of the Wend from Monday. Ann Lee, the mayor, told the council that two cables of the Old Bridge have rusted: “We will close the old bridge on Monday because two cables have rusted.” The ferry will carry passengers until the cables are replaced, she said.',
);
const orchard = makeArticle(
  'Late frost ruins the apples of Marl Valley',
  'Growers in the Marl Valley have lost most of their apples to a late frost. Paul Adams of the growers’ union asked the minister of agriculture for help. “We have never seen blossoms freeze in May,” Adams said. Prices of cider will rise in autumn.',
);

const clocks =
  'A museum of clocks opens in Brightsea. It has nine hundred of them, and the oldest was built for a monastery.';

type Kept = Extract<KeepOutcome, { obstacle: null }>;

/** Keeps an article as the page of a tab. */
async function keep(article: Article, calls = wake()): Promise<Kept> {
  tabs.set(1, { article });
  const outcome = await calls.keepPage(surface, { tabId: 1 });
  if (outcome.obstacle !== null) throw new Error(outcome.obstacle);
  return outcome;
}

const titlesOf = async (story: string) =>
  (await readArticlesOfStory(story)).map(({ versions }) => versions[0]?.article.title);

/** All that is kept, without the stamps, which are new with each change. */
async function snapshot() {
  const stories = (await listStories()).map(({ stamp: _stamp, ...story }) => story);
  const articles = await Promise.all((await listKeptSummaries()).map(({ id }) => readKeptArticle(id)));
  const byId = (a: { id: string } | undefined, b: { id: string } | undefined) =>
    (a?.id ?? '') < (b?.id ?? '') ? -1 : 1;
  return {
    stories: stories.sort(byId),
    articles: articles.sort(byId),
    summaries: (await listKeptSummaries()).sort(byId),
  };
}

beforeEach(async () => {
  await clearKept();
  changed.mockClear();
});

describe('keeping', () => {
  test('puts a new article into a new story of its title, and says so', async () => {
    const outcome = await keep(bridge);
    expect(outcome).toMatchObject({
      ...{ isUnchanged: false, changes: [], isNewStory: true, otherStories: [] },
      kept: {
        ...{ title: bridge.title, outlet: bridge.outlet, kind: 'page', versionCount: 1, quotationCount: 1 },
        story: { title: bridge.title, articleCount: 1 },
      },
    });
    expect((await readKeptArticle(outcome.kept.id))?.versions[0]?.article).toEqual(bridge);
    expect(changed).toHaveBeenCalledExactlyOnceWith([outcome.kept.story.id]);
  });

  test('puts an article on the same event into its story, and others into others', async () => {
    const { kept: first } = await keep(bridge);
    const apples = await keep(orchard);
    expect(apples).toMatchObject({ isNewStory: true });
    const { kept, isNewStory } = await keep(trams);
    expect({ isNewStory, story: kept.story }).toEqual({
      isNewStory: false,
      story: { ...first.story, articleCount: 2 },
    });
  });

  test('stores nothing for the same address and the same words', async () => {
    const { kept } = await keep(bridge);
    const before = await snapshot();
    changed.mockClear();
    const text = bridge.text.replaceAll(/[“”]/g, '"').replace('council on', 'council, on');
    const address = `${bridge.address.replace('https://www.', 'http://')}/?utm_source=x#top`;
    const again = await keep({ ...bridge, text, address });
    expect(again).toMatchObject({ isUnchanged: true, changes: [], isNewStory: false, kept: { id: kept.id } });
    expect(await snapshot()).toEqual(before);
    expect(changed).not.toHaveBeenCalled();
  });

  test('keeps both versions of an article that has changed, in the story where the reader put it', async () => {
    const { kept } = await keep(bridge);
    const calls = wake();
    const story = await calls.moveArticles(surface, { ids: [kept.id], to: null, title: 'Bridges' });
    const now = {
      ...bridge,
      title: 'Aberford shuts its bridge',
      text: bridge.text.replace('Monday', 'Friday'),
    };
    const outcome = await keep(now);
    expect(outcome).toMatchObject({
      isUnchanged: false,
      changes: [{ kind: 'headline' }, { kind: 'quotation' }],
      kept: { id: kept.id, title: now.title, versionCount: 2, story: { id: story, articleCount: 1 } },
    });
    const versions = (await readKeptArticle(kept.id))?.versions.map(({ article }) => article);
    expect(versions).toEqual([bridge, now]);
  });

  test('does not take another article that states the same address for a version of it', async () => {
    const { kept: first } = await keep(bridge);
    const other = { ...orchard, address: bridge.address };
    const { kept: second, changes } = await keep(other);
    expect(second).toMatchObject({ title: orchard.title, versionCount: 1, address: bridge.address });
    expect({ changes, isOther: second.id !== first.id }).toEqual({ changes: [], isOther: true });
    expect(await wake().getKeptPage(surface, { tabId: 1 })).toMatchObject({ kept: { id: second.id } });
    const third = { ...makeArticle('Clocks', clocks), address: bridge.address };
    await keep(third);
    expect(await countKept()).toMatchObject({ articles: 3 });
    // Each is found again, also without the first.
    await wake().removeArticles(surface, { ids: [first.id] });
    const text = `${orchard.text} Their insurance pays nothing.`;
    expect(await keep({ ...other, text })).toMatchObject({ kept: { id: second.id, versionCount: 2 } });
    expect(await keep(third)).toMatchObject({ isUnchanged: true });
    expect(await keep(bridge)).toMatchObject({ isUnchanged: false, kept: { versionCount: 1 } });
    expect(await countKept()).toMatchObject({ articles: 3 });
  });

  test('of one address at once, in two windows, stores one article', async () => {
    tabs.set(1, { article: bridge });
    tabs.set(2, { article: bridge });
    // Two backgrounds, as there may be for a moment after an update: the database alone decides.
    const outcomes = await Promise.all([1, 2].map((tabId) => wake().keepPage(surface, { tabId })));
    expect(outcomes.map((outcome) => outcome.obstacle === null && outcome.isUnchanged).sort()).toEqual([
      false,
      true,
    ]);
    expect(await countKept()).toEqual({ articles: 1, stories: 1 });
  });

  test('of two articles on one event at once makes one story', async () => {
    tabs.set(1, { article: bridge });
    tabs.set(2, { article: trams });
    const calls = wake();
    await Promise.all([1, 2].map((tabId) => calls.keepPage(surface, { tabId })));
    expect(await countKept()).toEqual({ articles: 2, stories: 1 });
  });

  test.each([
    ['no-article', { article: null }],
    ['no-access', { article: undefined }],
    ['private', { article: bridge, incognito: true }],
  ] as const)('stores nothing where there is %s, and names the page', async (obstacle, tab) => {
    tabs.set(1, tab);
    expect(await wake().keepPage(surface, { tabId: 1 })).toEqual({ obstacle, title: 'Tab 1' });
    expect(await wake().getKeptPage(surface, { tabId: 1 })).toEqual({ obstacle, kept: null });
    expect(await countKept()).toEqual({ articles: 0, stories: 0 });
  });

  test('a window keeps all its tabs, one after the other, and is asked twice in vain', async () => {
    tabs.set(1, { article: bridge });
    tabs.set(2, { article: null });
    tabs.set(3, { article: trams });
    const calls = wake();
    const [outcomes, again] = await Promise.all([
      calls.keepWindow(surface, { windowId: 1 }),
      calls.keepWindow(surface, { windowId: 1 }),
    ]);
    expect(outcomes.map(({ obstacle }) => obstacle)).toEqual([null, 'no-article', null]);
    expect(again).toEqual(outcomes);
    expect(await countKept()).toEqual({ articles: 2, stories: 1 });
  });

  test('a page that hangs is passed over, and another call is answered', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => {
      vi.useRealTimers();
    });
    tabs.set(1, { article: bridge, hangs: true });
    const calls = wake();
    const hanging = calls.keepWindow(surface, { windowId: 1 });
    const alone = calls.keepPage(surface, { tabId: 1 });
    await vi.advanceTimersByTimeAsync(10_000);
    const obstacle = { obstacle: 'no-access', title: 'Tab 1' };
    expect([await hanging, await alone]).toEqual([[obstacle], obstacle]);
    expect(vi.getTimerCount()).toBe(0);
    vi.useRealTimers();
    tabs.set(1, { article: bridge });
    expect(await calls.keepWindow(surface, { windowId: 1 })).toMatchObject([{ obstacle: null }]);
  });

  test('a text without an address is known by its words, and goes where it is told', async () => {
    const { kept } = await keep(bridge);
    const article = { ...orchard, address: '' };
    const calls = wake();
    const request = { article, kind: 'text', story: kept.story.id } as const;
    const added = await calls.keepText(surface, request);
    expect(added).toMatchObject({ isNewStory: false, kept: { kind: 'text', story: { id: kept.story.id } } });
    expect(await calls.keepText(surface, request)).toMatchObject({ isUnchanged: true });
    expect(await titlesOf(kept.story.id)).toEqual([bridge.title, orchard.title]);
  });

  test('what a page says of itself is bounded', async () => {
    const { kept } = await keep({
      ...bridge,
      title: 'T'.repeat(5_000),
      authors: Array.from({ length: 500 }, (_, i) => `Author ${i}`),
      date: '<script>',
      language: 'a language',
      address: 'javascript:alert(1)',
      text: `${bridge.text}\n\n${'word '.repeat(400_000)}`,
    });
    const stored = (await readKeptArticle(kept.id))?.versions[0]?.article as Article;
    expect(stored).toMatchObject({ date: '', language: '', address: '' });
    expect(stored.title.length).toBeLessThanOrEqual(500);
    expect(stored.authors.length).toBeLessThanOrEqual(20);
    expect(stored.text.length).toBeLessThanOrEqual(1_000_000);
  });
});

test('a page says whether it is kept', async () => {
  tabs.set(1, { article: bridge });
  expect(await wake().getKeptPage(surface, { tabId: 1 })).toEqual({ obstacle: null, kept: null });
  const { kept } = await keep(bridge);
  expect(await wake().getKeptPage(surface, { tabId: 1 })).toEqual({ obstacle: null, kept });
});

describe('each change can be undone once, by a background that was suspended since:', () => {
  type Calls = ReturnType<typeof wake>;
  type Kept3 = Readonly<Record<'bridge' | 'trams' | 'orchard', Kept['kept']>>;
  const cases: [string, (calls: Calls, kept: Kept3) => unknown][] = [
    ['a new article', () => keep(makeArticle('Third', bridge.text.replaceAll('cables', 'ropes')))],
    [
      'a new story',
      () => keep(makeArticle('Clocks', 'A museum of clocks opens in Brightsea. It has nine hundred.')),
    ],
    ['a new version', () => keep({ ...bridge, text: `${bridge.text} It will open in May.` })],
    [
      'a correction',
      (calls, { bridge: { id } }) => calls.correctArticle(surface, { id, corrections: { outlet: 'X' } }),
    ],
    ['a note', (calls, { bridge: { id } }) => calls.noteArticle(surface, { id, note: 'N' })],
    [
      'a move',
      (calls, { bridge: one, orchard: { story } }) =>
        calls.moveArticles(surface, { ids: [one.id], to: story.id }),
    ],
    [
      'a move that empties a story',
      (calls, { bridge: { story }, orchard: one }) =>
        calls.moveArticles(surface, { ids: [one.id], to: story.id }),
    ],
    ['a split', (calls, { trams: one }) => calls.moveArticles(surface, { ids: [one.id], to: null })],
    ['a removal', (calls, { trams: one }) => calls.removeArticles(surface, { ids: [one.id] })],
    [
      'the removal of all',
      (calls, all) => calls.removeArticles(surface, { ids: Object.values(all).map(({ id }) => id) }),
    ],
    [
      'a switch',
      (calls, { bridge: { story } }) => calls.changeStory(surface, { id: story.id, change: { isOn: false } }),
    ],
    [
      'a title',
      (calls, { bridge: { story } }) => calls.changeStory(surface, { id: story.id, change: { title: 'B' } }),
    ],
    [
      'a merger',
      (calls, { bridge: a, orchard: b }) =>
        calls.mergeStories(surface, { from: a.story.id, into: b.story.id }),
    ],
    [
      'the removal of a story',
      (calls, { bridge: { story } }) => calls.removeStory(surface, { id: story.id }),
    ],
  ];

  test.each(cases)('%s', async (_name, change) => {
    const kept = {
      bridge: (await keep(bridge)).kept,
      trams: (await keep(trams)).kept,
      orchard: (await keep(orchard)).kept,
    };
    const before = await snapshot();
    await change(wake(), kept);
    expect(await snapshot()).not.toEqual(before);
    changed.mockClear();
    await wake().undoKept(surface);
    expect(await snapshot()).toEqual(before);
    expect(changed).toHaveBeenCalledOnce();
    await expect(wake().undoKept(surface)).rejects.toMatchObject({
      failure: { code: 'nothingToBringBack' },
    });
  });
});

test('a story gets a new stamp when what is made of it changes, and not when it is switched', async () => {
  const { kept } = await keep(bridge);
  const { id } = kept.story;
  const stamps = [(await readStory(id))?.stamp];
  await wake().changeStory(surface, { id, change: { isOn: false, marksNames: true } });
  expect((await readStory(id))?.stamp).toBe(stamps[0]);
  await wake().changeStory(surface, { id, change: { title: 'T' } });
  stamps.push((await readStory(id))?.stamp);
  await keep(trams);
  stamps.push((await readStory(id))?.stamp);
  await wake().undoKept(surface);
  stamps.push((await readStory(id))?.stamp);
  expect(new Set(stamps).size).toBe(4);
});

test.each(['correctArticle', 'noteArticle', 'moveArticles', 'changeStory', 'mergeStories'] as const)(
  '%s of what is no longer kept is refused with its reason, and changes nothing',
  async (call) => {
    const { kept } = await keep(bridge);
    const before = await snapshot();
    const gone = 'f'.repeat(16);
    const requests = {
      correctArticle: { id: gone, corrections: { title: 'T' } },
      noteArticle: { id: gone, note: 'N' },
      moveArticles: { ids: [kept.id, gone], to: null },
      changeStory: { id: gone, change: { isOn: false } },
      mergeStories: { from: kept.story.id, into: gone },
    };
    const handler = wake()[call] as (caller: typeof surface, request: unknown) => Promise<unknown>;
    await expect(handler(surface, requests[call])).rejects.toMatchObject({ failure: { code: 'notKept' } });
    expect(await snapshot()).toEqual(before);
  },
);

test.each([
  'removeArticles',
  'correctArticle',
  'noteArticle',
  'moveArticles',
  'moveArticles to a title',
  'changeStory',
])(
  '%s that is called a second time, for want of an answer, does nothing more and can be undone',
  async (name) => {
    const { kept } = await keep(bridge);
    await keep(trams);
    const before = await snapshot();
    const { id } = kept;
    const work: Record<string, (calls: ReturnType<typeof wake>) => unknown> = {
      removeArticles: (calls) => calls.removeArticles(surface, { ids: [id] }),
      correctArticle: (calls) => calls.correctArticle(surface, { id, corrections: { title: 'T' } }),
      noteArticle: (calls) => calls.noteArticle(surface, { id, note: 'N' }),
      moveArticles: (calls) => calls.moveArticles(surface, { ids: [id], to: null }),
      'moveArticles to a title': (calls) =>
        calls.moveArticles(surface, { ids: [id], to: null, title: ' Bridges ' }),
      changeStory: (calls) => calls.changeStory(surface, { id: kept.story.id, change: { isOn: false } }),
    };
    const first = await work[name]?.(wake());
    const once = await snapshot();
    expect(once).not.toEqual(before);
    expect(await work[name]?.(wake())).toEqual(first);
    expect(await snapshot()).toEqual(once);
    await wake().undoKept(surface);
    expect(await snapshot()).toEqual(before);
  },
);

test('a full disk is told, and nothing is changed', async () => {
  await keep(bridge);
  const before = await snapshot();
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  await expect(keep(trams)).rejects.toMatchObject({ failure: { code: 'noRoomForKept' } });
  put.mockRestore();
  expect(await snapshot()).toEqual(before);
  expect(await keep(trams)).toMatchObject({ isUnchanged: false });
});
