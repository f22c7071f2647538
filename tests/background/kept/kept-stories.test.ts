import { beforeEach, describe, expect, test, vi } from 'vitest';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./kept-browser.ts')).keptBrowser }));
const { clearKept, makeArticle } = await import('./kept-browser.ts');
const { KeptStories } = await import('../../../src/background/kept/kept-stories.ts');
const { keepArticle } = await import('../../../src/background/kept/keep-article.ts');
const changes = await import('../../../src/background/kept/change-stories.ts');
const { readCompilation, listStories } = await import('../../../src/storage/kept-store.ts');

const closing = 'The old bridge will be closed before winter because its pillars are rusted.';
const asked = 'Nobody asked the islanders what they thought about the ferry timetable.';

beforeEach(clearKept);

const keep = async (title: string, ...quoted: string[]) => {
  const text = quoted.map((one) => `Ines Falk, who heads the council, said: “${one}”`).join('\n\n');
  const { result } = await keepArticle(makeArticle(title, text), 'page');
  return result.kept.story.id;
};

async function find(stories: InstanceType<typeof KeptStories>, text: string): Promise<string[]> {
  const { statements } = await stories.open();
  return matchQuotes(`“${text}”`, ...statements).map(({ statement }) => statement.replace(/\/.*/, ''));
}

describe('kept stories', () => {
  test('are served once they have been compiled, and by a background that starts later', async () => {
    const onCompiled = vi.fn();
    const stories = new KeptStories(onCompiled);
    expect(await stories.readRevision()).toBe('');
    const id = await keep('Bridge', closing);
    await stories.update();
    expect(onCompiled).toHaveBeenCalledOnce();
    expect(await find(stories, closing)).toEqual([`kept-${id}`]);
    const revision = await stories.readRevision();
    expect(revision).toMatch(/^kept /);
    const later = new KeptStories(() => undefined);
    expect(await find(later, closing)).toEqual([`kept-${id}`]);
    expect(await later.readRevision()).toBe(revision);
  });

  test('that a background was stopped from compiling are compiled at the next start', async () => {
    const id = await keep('Bridge', closing);
    const stories = new KeptStories(() => undefined);
    expect(await find(stories, closing)).toEqual([]);
    expect(await stories.readRevision()).toBe('');
    await stories.update();
    expect(await find(stories, closing)).toEqual([`kept-${id}`]);
  });

  test('are not found while they are switched off, and at once when on again', async () => {
    const stories = new KeptStories(() => undefined);
    const id = await keep('Bridge', closing);
    await stories.update();
    const before = await stories.readRevision();
    await changes.changeStory(id, { isOn: false });
    await stories.update();
    expect(await find(stories, closing)).toEqual([]);
    expect(await stories.isAnyOn()).toBe(false);
    expect(await stories.readRevision()).toBe('');
    const compiled = await readCompilation('recent');
    await changes.changeStory(id, { isOn: true });
    await stories.update();
    expect(await find(stories, closing)).toEqual([`kept-${id}`]);
    expect(await stories.readRevision()).toBe(before);
    expect(await readCompilation('recent')).toEqual(compiled);
  });

  test('have gone with their articles, from what is stored, too', async () => {
    const stories = new KeptStories(() => undefined);
    const id = await keep('Bridge', closing);
    await stories.update();
    await changes.removeStory(id);
    await stories.update();
    expect(await find(stories, closing)).toEqual([]);
    expect(await stories.findPack(`kept-${id}`)).toBeUndefined();
    const stored = await Promise.all([readCompilation('recent'), readCompilation('settled')]);
    expect(textOf(stored)).not.toContain('its pillars');
  });

  test('that change are compared again', async () => {
    const stories = new KeptStories(() => undefined);
    const id = await keep('Bridge', closing);
    await stories.update();
    const pack = await stories.findPack(`kept-${id}`);
    expect(await stories.findPack(`kept-${id}`)).toBe(pack);
    await keepArticle(makeArticle('Ferry', `“${asked}” she said.`), 'page', id);
    await stories.update();
    expect(await find(stories, asked)).toEqual([`kept-${id}`]);
    expect((await stories.findPack(`kept-${id}`))?.sources).toHaveLength(2);
  });

  test('have names in the index only while the reader wants them', async () => {
    const stories = new KeptStories(() => undefined);
    const id = await keep('Bridge', closing, asked);
    await stories.update();
    expect([(await stories.open()).names, await stories.listTopics()]).toEqual([undefined, []]);
    await changes.changeStory(id, { marksNames: true });
    await stories.update();
    expect((await stories.open()).names).toBeInstanceOf(Uint8Array);
    expect(await stories.listTopics()).toEqual([
      { ref: `kept-${id}/story`, color: '#808080', onByDefault: true },
    ]);
    expect(await find(stories, closing)).toEqual([`kept-${id}`]);
    await changes.changeStory(id, { marksNames: false });
    await stories.update();
    expect((await stories.open()).names).toBeUndefined();
  });

  test('settle when too many have changed lately, and are found all the same', async () => {
    const stories = new KeptStories(() => undefined);
    const first = await keep('Bridge', closing);
    await stories.update();
    const words = (n: number) =>
      `Sentence ${n} speaks about harbour${n} pilots${n} and winter${n} storms${n} again.`;
    const many = Array.from({ length: 2_100 }, (_, n) => `“${words(n)}” she said.`).join('\n\n');
    await keepArticle(makeArticle('Speech', many), 'page');
    await stories.update();
    expect((await readCompilation('settled'))?.stories).toHaveLength(2);
    expect((await readCompilation('recent'))?.stories).toEqual([]);
    const { length } = await listStories();
    expect(length).toBe(2);
    expect(await find(stories, closing)).toEqual([`kept-${first}`]);
    await changes.removeStory(first);
    await stories.update();
    expect(await find(stories, closing)).toEqual([]);
    const stored = textOf([await readCompilation('settled')]);
    expect(stored).not.toContain('its pillars');
    expect(stored).toContain('speaks about');
  });
});

function textOf(stored: readonly ({ statements: Uint8Array } | undefined)[]): string {
  return stored.map((one) => Buffer.from(one?.statements ?? []).toString('latin1')).join();
}
