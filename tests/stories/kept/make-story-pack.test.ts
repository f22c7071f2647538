import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { Pack } from '../../../src/knowledge/pack-schema.ts';
import { makeStoryPack } from '../../../src/stories/kept/make-story-pack.ts';
import { articleOf } from '../article-of.ts';
import { keptArticleOf, storyOf } from './kept-article-of.ts';

const post = keptArticleOf(
  'The council met on Monday.\n\n“The old bridge will be closed before winter because its pillars are rusted,” said Ines Falk, who heads the council.\n\nThe “smart” lock stays open. “Nobody asked the islanders about any of this,” a fisherman said.\n',
  {
    outlet: 'Harbour Post',
    title: 'Bridge closes',
    date: '2026-03-02',
    address: 'https://post.example/bridge',
  },
);
const gazetteText =
  'Ines Falk, a former sailor, said: “The old bridge will be closed because its pillars are rusted.”\n\nThe harbour is quiet. Ines Falk lives there.\n';
const gazetteFields = {
  outlet: 'Island Gazette',
  title: 'Rusted',
  date: '2026-03-03',
  address: 'https://gazette.example/1',
};
const gazette = keptArticleOf(
  '',
  {},
  {
    id: '00000000000000a2',
    versions: [
      ['2026-03-04', 'An older version: “The old text said something else entirely.”'] as const,
      ['2026-03-06', gazetteText] as const,
    ].map(([day, text]) => ({
      keptAt: `${day}T10:00:00.000Z`,
      article: { ...articleOf(text), ...gazetteFields },
    })),
  },
);

describe('the pack of a kept story', () => {
  test('has an utterance as one statement, with what each article prints of it', () => {
    const pack = makeStoryPack(storyOf(), [post, gazette]);
    expect(pack).toMatchObject({
      id: 'kept-0000000000000051',
      title: 'The bridge',
      origin: 'story',
      knownTo: '2026-03-06',
      topics: [{ id: 'story', title: 'The bridge', onByDefault: true }],
    });
    const printed = pack.statements.map(({ speaker, wordings }) => [
      speaker?.text ?? null,
      ...wordings.map(({ source, text }) => `${source.slice(-2)} ${text}`),
    ]);
    expect(printed).toEqual([
      [
        'Ines Falk',
        'a1 The old bridge will be closed before winter because its pillars are rusted,',
        'a2 The old bridge will be closed because its pillars are rusted.',
      ],
      [null, 'a1 Nobody asked the islanders about any of this,'],
    ]);
    expect(pack.statements[1]?.wordings[0]?.attribution?.text).toBe('a fisherman said.');
    expect(pack.entities).toEqual([]);
  });

  test('is a valid pack where the articles say where and when they were printed', () => {
    expect(v.safeParse(Pack, makeStoryPack(storyOf(), [post, gazette])).issues).toBeUndefined();
  });

  test('names an article that states no outlet by its title, its host or its id', () => {
    const text = '“Nobody asked the islanders about any of this.”';
    const { sources } = makeStoryPack(storyOf(), [
      keptArticleOf(text, { title: 'Minutes' }, { kind: 'file' }),
      keptArticleOf(text, { address: 'https://a.example/x' }, { id: '00000000000000a2' }),
      keptArticleOf(text, {}, { id: '00000000000000a3' }),
    ]);
    expect(sources.map(({ id, outlet }) => [id.slice(-2), outlet])).toEqual([
      ['a1', 'Minutes'],
      ['a2', 'a.example'],
      ['a3', '00000000000000a3'],
    ]);
  });

  test('takes the corrections of the reader', () => {
    const corrected = { ...post, corrections: { outlet: 'The Post', date: '' } };
    expect(makeStoryPack(storyOf(), [corrected]).sources[0]).toMatchObject({
      outlet: 'The Post',
      date: { value: '' },
    });
  });

  test('has names only where the reader wants them, with what articles call them', () => {
    const pack = makeStoryPack(storyOf({ marksNames: true }), [post, gazette]);
    const falk = pack.entities.find(({ title }) => title === 'Ines Falk');
    expect(falk).toMatchObject({ type: 'concept', topic: 'story', show: 'always', summary: '' });
    expect(falk?.facts).toEqual([
      { text: 'Ines Falk', cites: [{ source: gazette.id, quote: 'a former sailor' }] },
    ]);
    expect(pack.statements[0]?.speaker).toMatchObject({ entity: falk?.id, text: 'Ines Falk' });
  });

  test('of no article is empty', () => {
    expect(makeStoryPack(storyOf(), [])).toMatchObject({ sources: [], statements: [], knownTo: '' });
  });
});
