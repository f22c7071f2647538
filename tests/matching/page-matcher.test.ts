import { expect, test } from 'vitest';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { compilePack } from '../../src/matching/compile-pack.ts';
import { compileStories, openStoryIndex } from '../../src/matching/compile-stories.ts';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { findMentions } from '../../src/matching/names/find-mentions.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { openPageMatcher } from '../../src/matching/page-matcher.ts';
import { matchQuotes } from '../../src/matching/quotations/match-quotes.ts';
import { smallPackFiles } from '../knowledge/small-pack.ts';

function makePack(id: string): Pack {
  const { pack, problems } = parsePack(smallPackFiles());
  if (!pack) throw new Error(JSON.stringify(problems));
  return { ...pack, id };
}

test('several packs are matched as if they had been compiled in one piece, in their order', () => {
  const packs = [makePack('one'), makePack('two')];
  const { names, statements } = openPageMatcher(packs.map(compilePack));
  const atOnce = openNameIndex(compileNames(packs.flatMap(namesOfPack)));
  expect(names.nameCount).toBe(atOnce.nameCount);
  for (let id = 0; id < atOnce.nameCount; id += 1) {
    expect(names.name(id)).toEqual(atOnce.name(id));
    expect(names.pattern(id)).toEqual(atOnce.pattern(id));
    expect(names.isAlwaysShown(id)).toBe(atOnce.isAlwaysShown(id));
  }
  expect(() => names.name(atOnce.nameCount)).toThrow(RangeError);
  for (const text of ['Acme paused Iris, a system.', 'Iris', 'the Iris system of Acme']) {
    expect(findMentions(text, names)).toEqual(findMentions(text, atOnce));
  }
  expect(findMentions('Acme', names)[0]?.entity).toBe('one/acme');
  expect(statements.map((index) => index.statement(0).ref)).toEqual(['one/lee-letter', 'two/lee-letter']);
});

test('a statement that two packs know is one quote match, the first pack\u2019s', () => {
  const sentence = 'The committee expects every supplier to publish an independent accuracy report.';
  const packs = ['one', 'two'].map((id) => {
    const pack = makePack(id);
    return {
      ...pack,
      statements: pack.statements.map((one) => ({ ...one, sentences: [sentence], wordings: [] })),
    };
  });
  const { statements } = openPageMatcher(packs.map(compilePack));
  const traces = matchQuotes(`“${sentence}”`, ...statements);
  expect(traces.map(({ statement }) => statement)).toEqual(['one/lee-letter']);
});

test('names of all packs are found in texts as printed, the longest of each pack', () => {
  const named = (id: string, ...names: string[]) => {
    const entities = [
      {
        ref: `${id}/x`,
        topic: `${id}/topic`,
        show: 'always' as const,
        names: names.map((text) => ({ text })),
      },
    ];
    return { ...compilePack(makePack(id)), names: compileNames(entities) };
  };
  const matching = openPageMatcher([named('one', 'Acme'), named('two', 'Acme Iris', 'Acme Iris Systems')]);
  expect(matching.findNames(['Acme and the acme\u00a0iris.', 'No name.', 'Acme Iris Systems'])).toEqual([
    { entity: 'one/x', text: 'Acme' },
    { entity: 'one/x', text: 'acme' },
    { entity: 'two/x', text: 'acme\u00a0iris' },
    { entity: 'one/x', text: 'Acme' },
    { entity: 'two/x', text: 'Acme Iris Systems' },
  ]);
});

const keptText = 'The old bridge will be closed before winter because its pillars are rusted.';

function openWithKept() {
  const statement = {
    ...{ ref: 'kept-1/closed', texts: [[keptText]], speakerNames: [], speakerCompany: [] },
    ...{ names: [], subjectWords: [] },
  };
  const story = { id: '1', stamp: 's', statements: [statement] };
  const ownPages = [['post.example/bridge', [0]]] as const;
  const index = openStoryIndex(compileStories([{ ...story, ownPages }]), () => true);
  return openPageMatcher([compilePack(makePack('one'))], { names: undefined, statements: [index] });
}

test.each([
  ['https://www.post.example/bridge', 0],
  ['https://post.example/bridge/?from=home#top', 0],
  ['https://post.example/other', 1],
  ['about:blank', 1],
  ['', 1],
])('at %s, words that only post.example/bridge prints are matched %i times', (address, count) => {
  const traces = matchQuotes(`“${keptText}”`, ...openWithKept().statementsFor(address));
  expect(traces).toHaveLength(count);
});

test('a page of what is kept is worth reading, and what another statement says is found in it', () => {
  const matcher = openWithKept();
  expect(matcher.mayContain(`News.“${keptText}”she said.`)).toBe(true);
  expect(matcher.mayContain('News. The old bridge was closed for a day in winter.')).toBe(false);
  expect(matcher.findKept([keptText, 'Something else altogether, about the ferry.'])).toEqual([
    'kept-1/closed',
  ]);
  expect(matcher.findKept(['Something else altogether.'])).toEqual([]);
});
