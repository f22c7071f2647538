import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maxFileLength, maxValues } from '../../../src/knowledge/pack-limits.ts';
import {
  type ExportedArticle,
  type ExportedState,
  isSameState,
  maxExportLength,
  writeExportFile,
} from '../../../src/settings/export/export-file.ts';
import { readExportFile } from '../../../src/settings/export/read-export-file.ts';
import { readSettings } from '../../../src/settings/read-settings.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { differencesFromDefaults } from '../../../src/settings/stored/settings-items.ts';
import type { KeptArticle } from '../../../src/stories/kept/kept-article.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { makeLongPack } from '../../storage/long-pack.ts';
import { makeTinyPack } from '../../storage/tiny-pack.ts';
import { keptArticleOf, storyOf } from '../../stories/kept/kept-article-of.ts';
import { arbitrarySettings } from '../arbitrary-settings.ts';

const { stamp: _stamp, ...story } = storyOf();

function exported(article: KeptArticle): ExportedArticle {
  return { id: article.id, text: JSON.stringify(article) };
}

const nothingKept = { stories: [], articles: [] };
const state: ExportedState = {
  settings: differencesFromDefaults({
    ...defaultSettings,
    theme: 'dark',
    hiddenEntities: ['p/a', 'p/b'],
    exceptions: [{ entity: 'p/e', name: 'N', host: 'a.org' }],
    sites: { mode: 'only', patterns: ['a.org'] },
  }),
  damaged: [{ key: 'settings.density', value: { odd: [1, null] } }],
  packs: [
    { isEnabled: true, id: 'one', text: JSON.stringify(makeTinyPack('one', ['Velmora'], { title: 'Ône' })) },
    {
      isEnabled: false,
      id: 'two',
      text: JSON.stringify(makeTinyPack('two', ['Ostrel'], { title: 'The "}]", \\\\' })),
    },
  ],
  kept: {
    stories: [story],
    articles: [
      exported(keptArticleOf('“We will close the bridge,” said Ines Falk.', { title: 'A "}]", \\\\' })),
      exported(
        keptArticleOf(
          'The ferry sails.',
          { quotedBlocks: [{ start: 0, end: 9 }] },
          { id: '00000000000000a2', note: 'Mine', corrections: { outlet: 'Post' }, kind: 'file' },
        ),
      ),
    ],
  },
};
const write = (any: ExportedState) => writeExportFile(any).join('');
const text = write(state);
/** As written in the file. */
const writtenPack = { isEnabled: true, pack: makeTinyPack('one') };
const read = (content: string) => readExportFile(content, 'my-export.json');
/** The file with one part replaced. */
const withPart = (part: object) => JSON.stringify({ ...(JSON.parse(text) as object), ...part });
const withSettings = (settings: object) => read(withPart({ settings: { ...state.settings, ...settings } }));

test('a file holds everything, can be read by people, and says the same again', () => {
  expect(read(text)).toEqual({ state, problems: [] });
  expect(text).toContain('\n    "theme": "dark"');
  expect(text).toContain('\n    {"isEnabled":true,"pack":{"id":"one"');
  expect(write(read(text).state ?? state)).toBe(text);
});

test('nothing chosen, nothing imported: the file says so and is read', () => {
  const empty: ExportedState = { settings: { version: 1 }, damaged: [], packs: [], kept: nothingKept };
  expect(read(write(empty))).toEqual({ state: empty, problems: [] });
});

describe('as a whole is refused', () => {
  test.each([
    ['an empty file', '', '', /Invalid JSON/, /options|Choose a file/],
    ['half a file', text.slice(0, 200), '', /Invalid JSON/, /get it again/],
    ['something else', '{"a": 1}', 'format', /not a file that Sidelight exported/, /Choose a file/],
    ['a list', '[]', 'format', /not a file that Sidelight exported/, /Choose a file/],
    [
      'a pack',
      '{"id": "p", "entities": []}',
      'format',
      /a pack, not a file that Sidelight exported/,
      /section “Packs”/,
    ],
    [
      'a file of a newer format',
      withPart({ formatVersion: 3 }),
      'formatVersion',
      /newer version of Sidelight/,
      /Update/,
    ],
    [
      'a nonsensical format',
      withPart({ formatVersion: '1' }),
      'format',
      /not a file that Sidelight exported/,
      /Choose a file/,
    ],
    [
      'a setting that is written twice',
      text.replace('"theme": "dark"', '"theme": "light",\n    "theme": "dark"'),
      'settings.theme',
      /"theme" occurs twice in one object, the second time in line \d+;/,
      /Keep one of the two/,
    ],
    ['a bracket trap', `${'['.repeat(100_000)}`, '', /At character 17, .* deep/, /Choose a file/],
  ])('%s', (_what, content, path, reason, remedy) => {
    const { state: none, problems } = read(content);
    expect(none).toBeUndefined();
    expect(problems.map(describeInEnglish)).toEqual([
      {
        file: 'my-export.json',
        path,
        reason: expect.stringMatching(reason) as string,
        remedy: expect.stringMatching(remedy) as string,
      },
    ]);
  });
});

test.each([
  [{ theme: 'sepia' }, 'settings.theme', 'It cannot be "sepia".'],
  [{ colour: 1 }, 'settings.colour', 'This version of Sidelight has no such setting.'],
  [{ hover: { isOn: 7 } }, 'settings.hover', 'It cannot be {"isOn":7}.'],
  [{ topics: { 'p/t': true, bare: true } }, 'settings.topics[bare]', 'It cannot be true.'],
  [{ topics: 7 }, 'settings.topics', 'It cannot be 7.'],
  [{ exceptions: [{ entity: 'p/e', name: 'N' }] }, 'settings.exceptions[0]', /cannot be \{"entity"/],
  [{ hiddenEntities: ['p/a', 7] }, 'settings.hiddenEntities[1]', 'It cannot be 7.'],
  [{ sites: { mode: 'x', patterns: ['a.org'] } }, 'settings.sites.mode', 'It cannot be "x".'],
  [
    { sites: { mode: 'only', patterns: ['a.org', 'a b'] } },
    'settings.sites.patterns[1]',
    'It cannot be "a b".',
  ],
  [{ version: 99 }, 'settings.version', /newer version of Sidelight/],
  [{ 'a\u202e': 1 }, 'settings.a[U+202E]', /no such setting/],
])('%j in the settings is reported with its place, and everything else is imported', (bad, path, reason) => {
  const { state: good, problems } = withSettings(bad);
  expect(problems.map(describeInEnglish)).toEqual([
    {
      file: 'my-export.json',
      path,
      reason: expect.stringMatching(reason) as string,
      remedy: expect.any(String) as string,
    },
  ]);
  const touched = Object.keys(bad);
  for (const [field, value] of Object.entries(state.settings)) {
    if (!touched.includes(field)) expect(good?.settings[field]).toEqual(value);
  }
  expect([good?.damaged, good?.packs, good?.kept]).toEqual([state.damaged, state.packs, state.kept]);
});

test.each([
  [{ settings: undefined }, 'settings'],
  [{ settings: [] }, 'settings'],
  [{ damaged: 'x' }, 'damaged'],
  [{ packs: 'x' }, 'packs'],
  [{ packs: [writtenPack, 7] }, 'packs[1]'],
  [{ packs: [{ isEnabled: true }, writtenPack] }, 'packs[0]'],
  [{ stories: 'x', kept: [] }, 'stories'],
  [{ kept: {} }, 'kept'],
  [{ kept: [7] }, 'kept[0]'],
  [{ kept: [{ article: 7 }] }, 'kept[0]'],
])('%j in the file is reported with its place, and the other parts are imported', (bad, path) => {
  const { state: good, problems } = read(withPart(bad));
  expect(problems.map((problem) => problem.path)).toEqual([path]);
  const touched = Object.keys(bad);
  for (const part of ['settings', 'damaged', 'packs'] as const) {
    if (!touched.includes(part)) expect(good?.[part]).toEqual(state[part]);
  }
  if (!touched.includes('kept')) expect(good?.kept).toEqual(state.kept);
});

test('a file with a million bad members reports a few', () => {
  const { problems } = withSettings({ hiddenEntities: Array.from({ length: 1_000_000 }, () => 7) });
  expect(problems).toHaveLength(50);
});

test('a pack that does not say whether it is enabled is enabled', () => {
  const { pack } = writtenPack;
  const { state: good } = read(withPart({ packs: [{ pack }] }));
  expect(good?.packs).toEqual([{ isEnabled: true, id: 'one', text: JSON.stringify(pack) }]);
});

/** Text that could have been kept. */
const arbitraryText = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }))
  .map((text) => text.replace(/\p{Cs}/gu, ''));

const arbitraryState = fc.record({
  settings: arbitrarySettings.map(differencesFromDefaults),
  damaged: fc.constant([]),
  packs: fc.array(
    fc
      .record({ isEnabled: fc.boolean(), summary: fc.string({ unit: 'grapheme-ascii', minLength: 1 }) })
      .map(({ isEnabled, summary }) => {
        const pack = makeTinyPack('any');
        // Brackets, quotation marks and backslashes inside a text do not belong to the file's structure.
        const entities = pack.entities.map((entity) => ({ ...entity, summary: `A river: ${summary}` }));
        return { isEnabled, id: 'any', text: JSON.stringify({ ...pack, entities }) };
      }),
    { maxLength: 3 },
  ),
  kept: fc
    .uniqueArray(fc.tuple(fc.nat(1_000), arbitraryText, arbitraryText), {
      maxLength: 3,
      selector: ([id]) => id,
    })
    .map((articles) => ({
      stories: articles.length > 0 ? [story] : [],
      articles: articles.map(([id, text, note]) =>
        exported(keptArticleOf(text, {}, { id: id.toString(16).padStart(16, '0'), note })),
      ),
    })),
});

test('any state comes back from its file as it was, to the byte', () => {
  fc.assert(
    fc.property(arbitraryState, (any) => {
      const written = write(any);
      const again = read(written);
      expect(again.problems).toEqual([]);
      expect(write(again.state ?? state)).toBe(written);
    }),
    fuzzRuns('exports read again', 200),
  );
});

test('a file damaged anywhere is refused with a reason, or its valid parts are read', () => {
  const edit = fc.record({
    at: fc.nat(10_000),
    length: fc.nat(40),
    put: fc.oneof(
      fc.string(),
      fc.constantFrom('{', '}', '"', ',', 'null', '[[[', '\\u0000', '__proto__', '1e999'),
    ),
  });
  fc.assert(
    fc.property(arbitraryState, fc.array(edit, { minLength: 1, maxLength: 4 }), (any, edits) => {
      const damaged = edits.reduce((content, { at, length, put }) => {
        const from = at % (content.length + 1);
        return content.slice(0, from) + put + content.slice(from + length);
      }, write(any));
      const { state: good, problems } = read(damaged);
      if (good === undefined) expect(problems).toHaveLength(1);
      else expect(differencesFromDefaults(readSettings(good.settings))).toEqual(good.settings);
      for (const { reason, remedy } of problems.map(describeInEnglish))
        expect([reason, remedy]).not.toContain('');
    }),
    fuzzRuns('exports damaged in their text', 500),
  );
});

test('a file with any values in it is read for its neighbours', () => {
  const place = fc.constantFrom(...Object.keys(defaultSettings));
  fc.assert(
    fc.property(arbitraryState, fc.dictionary(place, fc.jsonValue({ maxDepth: 4 })), (any, bad) => {
      const file = { ...(JSON.parse(write(any)) as object), settings: { ...any.settings, ...bad } };
      const { state: good } = read(JSON.stringify(file));
      const had = readSettings(any.settings);
      const has = readSettings(good?.settings);
      for (const field of Object.keys(defaultSettings) as (keyof typeof had)[]) {
        if (!Object.hasOwn(bad, field)) expect(has[field]).toEqual(had[field]);
      }
      expect(good?.packs).toEqual(any.packs);
    }),
    fuzzRuns('exports with foreign values', 300),
  );
});

test('packs have the limits of a pack each, not all of them together', () => {
  const packs = ['one', 'two'].map((id) => ({
    isEnabled: true,
    id,
    text: JSON.stringify(makeLongPack(id, 36_000_000)),
  }));
  const large: ExportedState = { ...state, packs };
  const written = write(large);
  expect(written.length).toBeGreaterThan(maxFileLength);
  expect(written.length).toBeLessThan(maxExportLength);
  const reading = read(written);
  expect(reading.problems).toEqual([]);
  expect(reading.state && isSameState(reading.state, large)).toBe(true);
});

test('a pack beyond its limits is reported and left out, the other parts are imported', () => {
  const many = `{"isEnabled":true,"pack":{"id":"many","entities":[${'0,'.repeat(maxValues)}0]}},`;
  const { state: good, problems } = read(text.replace('"packs": [', `"packs": [${many}`));
  expect(problems.map(({ path, code }) => [path, code])).toEqual([['packs[0]', 'tooManyValues']]);
  expect(good).toEqual(state);
});

test('an invalid pack is reported with its place before anything is imported, and left out', () => {
  const pack = { ...makeTinyPack('three'), knownTo: 'yesterday' };
  const { state: good, problems } = read(withPart({ packs: [writtenPack, { pack }] }));
  expect(problems.map(({ path, code }) => [path, code])).toContainEqual(['packs[1] knownTo', 'noSuchDay']);
  expect(good?.packs.map(({ id }) => id)).toEqual(['one']);
});

test('invalid JSON inside a pack is reported with its place in the file', () => {
  const broken = text.replace('"version":"1.0.0"', '"version":1.0.0');
  const line = broken.slice(0, broken.indexOf('1.0.0')).split('\n').length;
  const { state: none, problems } = read(broken);
  expect(none).toBeUndefined();
  expect(problems).toMatchObject([{ code: 'notJson', values: { line, found: '.' } }]);
});

test('a repeated key in a pack is reported with its line in the file', () => {
  const twice = text.replace('"version":"1.0.0"', '"version":"1.0.0",\n"version":"1.0.0"');
  const line = twice.slice(0, twice.indexOf('\n"version":"1.0.0"')).split('\n').length + 1;
  const { state: good, problems } = read(twice);
  expect(good?.packs).toHaveLength(1);
  expect(problems).toMatchObject([{ path: 'packs[0] version', code: 'repeatedKey', values: { line } }]);
});

test('a file rewritten by other tools is read: indented, with its fields in another order', () => {
  const { packs, ...others } = JSON.parse(text) as { packs: { isEnabled: boolean; pack: object }[] };
  const reordered = packs.map(({ isEnabled, pack }) => ({ pack, isEnabled }));
  const { state: good, problems } = read(JSON.stringify({ packs: reordered, ...others }, null, '\t'));
  expect(problems).toEqual([]);
  expect(good?.packs.map(({ text: one }) => JSON.stringify(JSON.parse(one)))).toEqual(
    state.packs.map(({ text: one }) => one),
  );
});

test('a file longer than a string should be is refused', () => {
  const { problems } = read(' '.repeat(maxExportLength + 1));
  expect(problems).toMatchObject([{ code: 'fileTooLong', remedyOf: 'noExport' }]);
});

test('states are the same only if exactly equal', () => {
  expect(isSameState(state, structuredClone(state))).toBe(true);
  const [first, second] = state.packs;
  if (!first || !second) throw new Error('The state has no two packs.');
  for (const other of [
    { ...state, settings: { ...state.settings, theme: 'light' } },
    { ...state, damaged: [] },
    { ...state, packs: [first] },
    { ...state, packs: [second, first] },
    { ...state, packs: [first, { ...second, isEnabled: true }] },
    { ...state, packs: [first, { ...second, text: `${second.text} ` }] },
  ])
    expect(isSameState(state, other)).toBe(false);
});
