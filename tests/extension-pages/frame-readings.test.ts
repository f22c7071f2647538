import { expect, test } from 'vitest';
import type { FrameReading } from '../../src/contracts/active-page.ts';
import {
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

test('frames are read as one article, which is called like the longest', () => {
  const { frames, reading } = joinFrames([small, large]);
  expect(frames.map(({ frameId }) => frameId)).toEqual([7, 0]);
  expect(reading).toMatchObject({
    title: 'The article',
    address: 'https://inner.example/',
    date: '2020-06-10',
  });
  expect(reading.blocks.map(({ text }) => text)).toEqual(['one', 'two', 'outer']);
  expect(reading.beside?.map(({ text }) => text)).toEqual(['comment']);
});

test('what is listed once is found in the frame that has it', () => {
  const { frames } = joinFrames([small, large]);
  const frameOf = (entity: string) => findMentioningFrame(frames, entity)?.frameId;
  expect(['p/a', 'p/b', 'p/c', 'p/d', 'p/e'].map(frameOf)).toEqual([0, 7, 7, 0, undefined]);
});

test('the places of a statement are counted on through the frames', () => {
  const { frames } = joinFrames([small, large]);
  const places = [0, 1, 2, 3].map((number) => findPrintingFrame(frames, 'p/s', number));
  expect(places).toEqual([
    { frameId: 7, index: 0 },
    { frameId: 7, index: 1 },
    { frameId: 0, index: 0 },
    undefined,
  ]);
  expect(findPrintingFrame(frames, 'p/t', 0)).toEqual({ frameId: 0, index: 0 });
});
