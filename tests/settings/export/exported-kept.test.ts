import { describe, expect, test } from 'vitest';
import {
  type ExportedArticle,
  type ExportedState,
  isSameState,
  maxExportLength,
  writeExportFile,
} from '../../../src/settings/export/export-file.ts';
import { readExportFile } from '../../../src/settings/export/read-export-file.ts';
import type { KeptArticle } from '../../../src/stories/kept/kept-article.ts';
import { keptArticleOf, storyOf } from '../../stories/kept/kept-article-of.ts';
import { emptyState } from './empty-state.ts';

const { stamp: _stamp, ...story } = storyOf();
const nothingKept = emptyState.kept;
const state: ExportedState = { ...emptyState, settings: { version: 1 } };
const write = (any: ExportedState) => writeExportFile(any).join('');
const read = (content: string) => readExportFile(content, 'my-export.json');

function exported(article: KeptArticle): ExportedArticle {
  return { id: article.id, text: JSON.stringify(article) };
}

describe('of what is kept', () => {
  const withKept = (stories: unknown, ...articles: unknown[]) =>
    read(
      JSON.stringify({
        ...(JSON.parse(write(state)) as object),
        stories,
        kept: articles.map((article) => ({ article })),
      }),
    );
  const good = keptArticleOf('The ferry sails.');

  test('a file of the first format holds nothing, and is read', () => {
    const { stories: _stories, kept: _kept, ...first } = JSON.parse(write(state)) as Record<string, unknown>;
    expect(read(JSON.stringify({ ...first, formatVersion: 1 }))).toEqual({
      state,
      problems: [],
    });
  });

  test.each([
    [{ ...good, id: 'x' }, 'id', '"x"'],
    [{ ...good, versions: [] }, 'versions', /^\[\]$/],
    [{ ...good, kind: 'book' }, 'kind', '"book"'],
    [{ ...good, more: 1 }, 'more', /more/],
    [{ ...good, note: 'x'.repeat(20_001) }, 'note', /^"x+/],
    [keptArticleOf('x', { title: 'two\nlines' }), 'versions[0].article.title', /two/],
    [keptArticleOf('x', { address: 'javascript:alert(1)' }), 'versions[0].article.address', /javascript/],
    [keptArticleOf('x', { date: 'yesterday' }), 'versions[0].article.date', /yesterday/],
    [
      keptArticleOf('x', { quotedBlocks: [{ start: 0, end: 7 }] }),
      'versions[0].article.quotedBlocks',
      /title/,
    ],
    [{ ...good, corrections: { title: 'x'.repeat(501) } }, 'corrections.title', /xxx/],
    [{ ...good, versions: [{ ...good.versions[0], keptAt: 'now' }] }, 'versions[0].keptAt', '"now"'],
  ])('an article that could not have been kept is left out, and its place told: %#', (bad, path, value) => {
    const other = { ...good, id: '00000000000000b1' };
    const { state: rest, problems } = withKept([story], bad, other);
    expect(problems).toMatchObject([{ path: `kept[0] ${path}`, code: 'wrongMember' }]);
    expect(problems[0]?.values).toEqual({ value: expect.stringMatching(value) as string });
    expect(rest?.kept.articles.map(({ id }) => id)).toEqual([other.id]);
  });

  test.each([
    [{ ...story, title: 'two\nlines' }, 'title'],
    [{ ...story, isOn: 1 }, 'isOn'],
    [{ ...story, createdAt: '2026-13-01T00:00:00.000Z' }, 'createdAt'],
    [7, ''],
  ])('of a story that could not be one, and of its articles, too: %#', (bad, path) => {
    const { state: rest, problems } = withKept([bad], good);
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([
      [`stories[0] ${path}`.trim(), 'wrongMember'],
      ['kept[0]', 'keptWithoutStory'],
    ]);
    expect(rest?.kept).toEqual(nothingKept);
  });

  test('an id that occurs twice is told', () => {
    const { state: rest, problems } = withKept([story, story], good, good);
    expect(problems.map((problem) => [problem.path, problem.code])).toEqual([
      ['stories[1]', 'repeatedKept'],
      ['kept[1]', 'repeatedKept'],
    ]);
    expect(rest?.kept).toEqual({ stories: [story], articles: [exported(good)] });
  });

  test('a thousand bad articles report a few', () => {
    const { problems } = withKept([story], ...Array.from({ length: 1_000 }, () => 7));
    expect(problems).toHaveLength(50);
  });

  test('five thousand articles of some length are far below the limit, and come back as they were', () => {
    const articles = Array.from({ length: 5_000 }, (_, i) =>
      exported(
        keptArticleOf(
          'We will close the old bridge. '.repeat(300),
          { address: `https://a.org/${i}` },
          {
            id: i.toString(16).padStart(16, '0'),
          },
        ),
      ),
    );
    const large = { ...state, kept: { stories: [story], articles } };
    const written = write(large);
    expect(written.length).toBeLessThan(maxExportLength / 4);
    const reading = read(written);
    expect(reading.problems).toEqual([]);
    expect(reading.state && isSameState(reading.state, large)).toBe(true);
  });
});
