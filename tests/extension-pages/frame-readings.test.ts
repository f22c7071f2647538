import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { FrameReading } from '../../src/contracts/active-page.ts';
import { AnnotatedArticleSchema } from '../../src/contracts/annotated-article-schema.ts';
import {
  findFrameWithFindings,
  findMentioningFrame,
  findPrintingFrame,
  joinFrames,
} from '../../src/extension-pages/frame-readings.ts';

function block(text: string, entities: readonly string[] = [], statements: readonly string[] = []) {
  return {
    text,
    mentions: entities.map((entity) => ({ entity, name: entity, start: 0, end: 1 })),
    traces: statements.map((statement) => ({
      ...{ statement, kind: 'verbatim' as const, similarity: 1, speakerDiffers: false, differences: [] },
      ...{ start: 0, end: 1 },
    })),
  };
}

const small: FrameReading = {
  frameId: 0,
  article: {
    ...{ title: 'Around it', address: 'https://around.example/', date: null },
    blocks: [block('outer', ['p/a', 'p/b'], ['p/s'])],
    beside: [block('comment', ['p/d'], ['p/t'])],
  },
};
const large: FrameReading = {
  frameId: 7,
  article: {
    ...{ title: 'The article', address: 'https://inner.example/', date: '2020-06-10' },
    blocks: [block('one', ['p/b']), block('two', ['p/c'], ['p/s', 'p/s'])],
  },
};

const withoutArticle: FrameReading = { ...small, article: { ...small.article, blocks: [] } };

test('the page itself is the article, and what is found in other frames is beside it', () => {
  const { frames, reading } = joinFrames([small, large]);
  expect(frames.map(({ frameId }) => frameId)).toEqual([0, 7]);
  const { title, address, date } = small.article;
  expect(reading).toMatchObject({ title, address, date });
  expect(reading.blocks.map(({ text }) => text)).toEqual(['outer']);
  expect(reading.beside?.map(({ text }) => text)).toEqual(['comment', 'one', 'two']);
});

test('of a page without an article the frame with the longest is the article', () => {
  const advertisement = { frameId: 3, article: { ...small.article, title: 'Buy', blocks: [block('now')] } };
  const { frames, reading } = joinFrames([withoutArticle, advertisement, large]);
  expect(frames.map(({ frameId }) => frameId)).toEqual([7, 3, 0]);
  const { title, address, date } = large.article;
  expect(reading).toMatchObject({ title, address, date });
  expect(reading.blocks.map(({ text }) => text)).toEqual(['one', 'two']);
  expect(reading.beside?.map(({ text }) => text)).toEqual(['comment', 'comment']);
});

test('an advertisement beside the article makes no claim, however long it is', () => {
  const claims = [block('Acme paused everything, buy now.'), block('Acme paused everything, once more.')];
  const { reading } = joinFrames([small, { frameId: 3, article: { ...large.article, blocks: claims } }]);
  expect(JSON.stringify(reading)).not.toContain('Acme');
});

test('as many blocks as frames may have together are cut to what the background reads', () => {
  const article = { ...small.article, blocks: Array.from({ length: 30_000 }, () => block('x', ['p/a'])) };
  const { reading } = joinFrames([
    { frameId: 0, article },
    { frameId: 1, article },
    { frameId: 2, article },
  ]);
  expect(v.is(AnnotatedArticleSchema, reading)).toBe(true);
  expect(reading.beside).toHaveLength(50_000);
});

test('what is listed once is found in the frame that has it', () => {
  const { frames } = joinFrames([small, large]);
  const frameOf = (entity: string) => findMentioningFrame(frames, entity)?.frameId;
  expect(['p/a', 'p/b', 'p/c', 'p/d', 'p/e'].map(frameOf)).toEqual([0, 0, 7, 0, undefined]);
});

test('steps are made in the first frame with findings', () => {
  const empty = { frameId: 0, article: { ...small.article, blocks: [block('nothing')], beside: [] } };
  const frameOf = (...read: [FrameReading, ...FrameReading[]]) =>
    findFrameWithFindings(joinFrames(read).frames)?.frameId;
  expect([frameOf(small, large), frameOf(empty, large), frameOf(empty)]).toEqual([0, 7, 0]);
});

test.each([
  ['after the article', small, [0, 7, 7, undefined]],
  ['before what is beside it', withoutArticle, [7, 7, undefined, undefined]],
])('the places of a statement are counted on through the frames: %s', (_, top, expected) => {
  const { frames } = joinFrames([top, large]);
  expect([0, 1, 2, 3].map((number) => findPrintingFrame(frames, 'p/s', number)?.frameId)).toEqual(expected);
  expect(findPrintingFrame(frames, 'p/t', 0)).toEqual({ frameId: 0, index: 0 });
});

test('the places of a statement are numbered as the panel lists them, in the article or beside it', () => {
  const place = (text: string) => block(text, [], ['p/s']);
  const frame = (frameId: number, blocks: string[], beside: string[]): FrameReading => ({
    frameId,
    article: { ...small.article, blocks: blocks.map(place), beside: beside.map(place) },
  });
  const nothing = { ...small.article, blocks: ['one', 'two', 'three'].map((text) => block(text)) };
  for (const read of [
    [frame(0, ['0 0', '0 1'], []), frame(4, [], ['4 0', '4 1']), frame(7, ['7 0'], [])],
    [{ frameId: 0, article: { ...nothing, beside: [place('0 0')] } }, frame(7, ['7 0', '7 1'], [])],
    [frame(0, [], ['0 0', '0 1']), frame(4, ['4 0'], []), frame(7, ['7 0', '7 1'], [])],
  ] as const) {
    const { frames, reading } = joinFrames([...read]);
    const listed = [...reading.blocks, ...(reading.beside ?? [])].filter(({ traces }) => traces.length > 0);
    const found = listed.map((_, number) => findPrintingFrame(frames, 'p/s', number));
    expect(found.map((one) => `${one?.frameId} ${one?.index}`)).toEqual(listed.map(({ text }) => text));
    expect(findPrintingFrame(frames, 'p/s', listed.length)).toBeUndefined();
  }
});
