import { expect, test } from 'vitest';
import { maxFileLength, maxProblems, maxValues } from '../../../src/knowledge/pack-limits.ts';
import { parsePack } from '../../../src/knowledge/validation/parse-pack.ts';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';
import { smallPackFiles } from '../small-pack.ts';

/** A valid pack in one file, untyped, so that a test may break it. */
// biome-ignore lint/suspicious/noExplicitAny: tests break the pack on purpose.
function smallPack(): any {
  return structuredClone(parsePack(smallPackFiles()).pack);
}

/** The text of the small pack after `change`. */
function changed(change: (pack: ReturnType<typeof smallPack>) => void): string {
  const pack = smallPack();
  change(pack);
  return JSON.stringify(pack);
}

function nested(depth: number): string {
  return '['.repeat(depth) + ']'.repeat(depth);
}

test('a valid pack is read unchanged', () => {
  const pack = smallPack();
  expect(readPackFile(JSON.stringify(pack))).toEqual({ pack, problems: [] });
});

test('a byte order mark, as editors on Windows write it, does not matter', () => {
  expect(readPackFile(`\ufeff${JSON.stringify(smallPack())}`).problems).toEqual([]);
});

const hostile: readonly { name: string; text: () => string; path: string; reason: RegExp; remedy: RegExp }[] =
  [
    {
      name: 'an empty file',
      text: () => '',
      path: '',
      reason: /^Invalid JSON/,
      remedy: /Choose a pack file/,
    },
    {
      name: 'half a file',
      text: () => JSON.stringify(smallPack()).slice(0, 900),
      path: '',
      reason: /^Invalid JSON: unexpected end of file/,
      remedy: /get it again/,
    },
    {
      name: 'a file that is too long',
      text: () => ' '.repeat(maxFileLength + 1),
      path: '',
      reason: /has 67,108,865 characters; the maximum is 67,108,864/,
      remedy: /Split/,
    },
    {
      name: 'brackets nested a million deep',
      text: () => nested(1_000_000),
      path: '',
      reason: /^At character 17, .* more than 16 deep/,
      remedy: /bracket is not closed/,
    },
    {
      name: 'more values than memory should hold',
      text: () => `[${'0,'.repeat(maxValues)}0]`,
      path: '',
      reason: /more than 6,000,000 values; the limit is reached at character 11,999,999/,
      remedy: /Split/,
    },
    ...['null', '7', '"a pack"', '[]', 'true'].map((text) => ({
      name: `${text} in place of a pack`,
      text: () => text,
      path: '',
      reason: /This is not a pack/,
      remedy: /Choose a pack file/,
    })),
    {
      name: 'a list that is too long',
      text: () => changed((pack) => (pack.entities = Array(50_001).fill(0))),
      path: 'entities',
      reason: /has 50,001 entries; the maximum is 50,000/,
      remedy: /Shorten it/,
    },
    {
      name: 'more topics than a reader can switch',
      text: () =>
        changed((pack) => {
          pack.topics = Array.from({ length: 101 }, (_, i) => ({
            ...pack.topics[0],
            id: i === 0 ? 'systems' : `t${i}`,
          }));
        }),
      path: 'topics',
      reason: /has 101 topics; the maximum is 100/,
      remedy: /Split/,
    },
    {
      name: 'a list inside an entry that is too long',
      text: () => changed((pack) => (pack.entities[0].related = Array(1_001).fill('iris'))),
      path: 'entities[acme].related',
      reason: /has 1,001 entries; the maximum is 1,000/,
      remedy: /Shorten it/,
    },
    {
      name: 'a text that is too long',
      text: () => changed((pack) => (pack.events[0].text = 'a'.repeat(20_001))),
      path: 'events[pause].text',
      reason: /has 20,001 characters; the maximum is 20,000/,
      remedy: /Shorten it/,
    },
    {
      name: 'a title that is too long for a card',
      text: () => changed((pack) => (pack.entities[0].title = 'a'.repeat(501))),
      path: 'entities[acme].title',
      reason: /has 501 characters; the maximum is 500/,
      remedy: /Shorten it to 500 characters/,
    },
    {
      name: 'a field that is written twice',
      text: () => JSON.stringify(smallPack()).replace('"title":"Acme"', '"title":"Acne","title":"Acme"'),
      path: 'entities[acme].title',
      reason: /^"title" occurs twice in one object, the second time in line 1; only the last/,
      remedy: /Keep one of the two/,
    },
    {
      name: 'a list that is written twice',
      text: () => JSON.stringify(smallPack()).replace('"topics":', '"topics":[],"topics":'),
      path: 'topics',
      reason: /^"topics" occurs twice/,
      remedy: /Keep one of the two/,
    },
    {
      name: 'a field called __proto__',
      text: () => JSON.stringify(smallPack()).replace('"title":"Acme"', '"__proto__":{"x":1},"title":"Acme"'),
      path: 'entities[acme].__proto__',
      reason: /every JavaScript object has/,
      remedy: /Remove/,
    },
    {
      name: 'a field called constructor',
      text: () => changed((pack) => (pack.constructor = { prototype: { x: 1 } })),
      path: 'constructor',
      reason: /every JavaScript object has/,
      remedy: /Remove/,
    },
    {
      name: 'a field that the format does not know',
      text: () => changed((pack) => (pack.sources[0].html = '<b>')),
      path: 'sources[daily-early].html',
      reason: /"html" is not a field/,
      remedy: /spelling/,
    },
    {
      name: 'an object in place of a list',
      text: () => changed((pack) => (pack.claims = { length: 3 })),
      path: 'claims',
      reason: /"claims" is \{…\}; it must be a list/,
      remedy: /square brackets/,
    },
    {
      name: 'a list that is missing',
      text: () => changed((pack) => delete pack.events),
      path: 'events',
      reason: /"events" is undefined|"events" is missing/,
      remedy: /Add|Write/,
    },
    {
      name: 'an id used twice',
      text: () => changed((pack) => pack.entities.push(pack.entities[0])),
      path: 'entities[acme].id',
      reason: /used twice/,
      remedy: /another id/,
    },
    {
      name: 'editions that lead back to themselves',
      text: () => changed((pack) => (pack.sources[0].editionOf = 'daily-late')),
      path: 'sources[daily-early]',
      reason: /leads back to "daily-early"/,
      remedy: /printed first/,
    },
    {
      name: 'a date that is written as text',
      text: () => changed((pack) => (pack.events[0].date = '2020-06-10')),
      path: 'events[pause].date',
      reason: /"date" is "2020-06-10": a date is written \{"value": "2020-06-10", "precision": "day"\}\./,
      remedy: /pack format/,
    },
    {
      name: 'a date whose precision there is not',
      text: () => changed((pack) => (pack.events[0].date.precision = 'week')),
      path: 'events[pause].date.precision',
      reason: /"precision" is "week", which is not one of the allowed values/,
      remedy: /"day", "month", "year"/,
    },
    {
      name: 'a place beyond any text',
      text: () => changed((pack) => (pack.statements[0].wordings[0].start = 1e308)),
      path: 'statements[lee-letter].wordings[0].start',
      reason: /1e\+308/,
      remedy: /10,000,000 or less/,
    },
    ...[
      ['a script', 'javascript:alert(1)'],
      ['plain http', 'http://example.org/'],
      ['a data address', 'data:text/html,<script>'],
      ['a host behind a sign-in', 'https://nist.gov@example.org/'],
      ['a backslash', 'https://example.org\\@nist.gov/'],
      ['a host without a dot', 'https://localhost/'],
      ['a space', 'https://example.org/a b'],
      ['a line end and more', 'https://example.org/\njavascript:alert(1)'],
      ['a million dots', `https://${'a.'.repeat(9_000)} `],
    ].map(([what, url]) => ({
      name: `an address with ${what}`,
      text: () => changed((pack) => (pack.sources[0].url = url)),
      path: 'sources[daily-early].url',
      reason: /https:|starts with https|longer than 2000/,
      remedy: /pack format|Shorten/,
    })),
    ...[
      ['a half of a surrogate pair', '\ud800', 'U+D800'],
      ['a null', '\u0000', 'U+0000'],
      ['an escape', '\u001b[2J', 'U+001B'],
      ['an override of direction', 'user\u202egpj.exe', 'U+202E'],
      ['an isolate', '\u2067abc', 'U+2067'],
      ['a C1 control', '\u0085', 'U+0085'],
    ].map(([what, text, codePoint]) => ({
      name: `${what} in a title`,
      text: () => changed((pack) => (pack.entities[0].title = text)),
      path: 'entities[acme].title',
      reason: new RegExp(codePoint?.replace('+', '\\+') ?? ''),
      remedy: /Retype the text/,
    })),
    {
      name: 'a letter that was lost in the wrong encoding',
      text: () => changed((pack) => (pack.statements[0].sentences[0] = `${'a'.repeat(90)} K\ufffdln`)),
      path: 'statements[lee-letter].sentences[0]',
      reason: /“a+ K\ufffdln” contains the character U\+FFFD, which replaces a lost letter/,
      remedy: /Write the letter that belongs there/,
    },
  ];

test.each(hostile)('$name is refused with place, reason and remedy', ({ text, path, reason, remedy }) => {
  const { pack, problems } = readPackFile(text(), 'mine.sidelight.json');
  expect(pack).toBeUndefined();
  const found = problems.find((problem) => problem.path === path);
  expect(found, JSON.stringify(problems.slice(0, 5), null, 1)).toBeDefined();
  expect(found?.file).toBe('mine.sidelight.json');
  const reported = found && describeInEnglish(found);
  expect(reported?.reason).toMatch(reason);
  expect(reported?.remedy).toMatch(remedy);
});

test('text of any script, emoji and plain direction marks are welcome', () => {
  const titles = [
    'مرحبا بالعالم',
    'שלום',
    '東京オリンピック',
    'हिन्दी',
    '👩‍👩‍👧',
    'نامه‌ای',
    'A\u200eB',
    '𝒜',
    'naïve\tcafé\n',
  ];
  for (const title of titles) {
    const { problems } = readPackFile(changed((pack) => (pack.entities[0].title = title)));
    expect(problems).toEqual([]);
  }
});

test('entities that name each other as related are no fault', () => {
  const text = changed((pack) => {
    pack.entities[0].related = ['iris', 'acme'];
    pack.entities[1].related = ['acme'];
  });
  expect(readPackFile(text).problems).toEqual([]);
});

test('a field called __proto__ changes no object', () => {
  const text = JSON.stringify(smallPack()).replace('{', '{"__proto__":{"polluted":true},');
  expect(readPackFile(text).pack).toBeUndefined();
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

test('an entry with a million faults reports one, and a list of broken entries a readable number', () => {
  const broken = {
    names: Array.from({ length: 1_000 }, () => ({ needs: { block: Array(1_000).fill(null) } })),
  };
  const one = readPackFile(changed((pack) => pack.entities.push(broken)));
  expect(one.problems).toHaveLength(1);
  const many = readPackFile(changed((pack) => (pack.entities = Array(50_000).fill({}))));
  expect(many.problems).toHaveLength(maxProblems + 1);
  expect(many.problems.at(-1)).toMatchObject({ code: 'moreProblems', values: { most: 200 } });
});

test('what a message quotes of the pack is shortened and cannot turn the message around', () => {
  const { problems } = readPackFile(
    changed((pack) => {
      pack.entities[0].type = `\u202e${'x'.repeat(10_000)}`;
      pack[`\u202e${'y'.repeat(10_000)}`] = 1;
    }),
  );
  expect(problems.length).toBeGreaterThan(1);
  for (const problem of problems) {
    for (const reported of Object.values(describeInEnglish(problem))) {
      expect(reported).not.toMatch(/\u202e/);
      expect(reported.length).toBeLessThan(500);
    }
  }
});

test.each([
  [
    'everything saved in the options',
    '{\n  "format": "sidelight-export", "formatVersion": 1, "settings": {}}',
    'exportInsteadOfPack',
  ],
  [
    'the same, larger than any pack',
    `\ufeff{"format":"sidelight-export",${' '.repeat(maxFileLength)}}`,
    'exportInsteadOfPack',
  ],
  [
    'the same, in another order',
    '{"packs":[],"format":"sidelight-export","settings":{},"damaged":[]}',
    'noPack',
  ],
  ['the settings of another program', '{"name":"x","version":"1.0.0","scripts":{},"a":1,"b":2}', 'noPack'],
  ['an empty object', '{}', 'noPack'],
])('%s: a file of another kind is one problem', (_what, text, code) => {
  expect(readPackFile(text).problems.map((problem) => problem.code)).toEqual([code]);
});

test('what would be longer than is read once it is written down is not taken', () => {
  const pack = smallPack();
  const [entity] = pack.entities;
  const [source] = pack.sources;
  const cites = [{ source: source.id }];
  const facts = Array.from({ length: 930 }, () => ({ text: 'So it was. '.repeat(1_800), cites }));
  for (const id of ['long-1', 'long-2', 'long-3']) pack.entities.push({ ...entity, id, facts });
  for (let number = 10_000; number < 50_000; number += 1)
    pack.sources.push({
      ...source,
      id: `s${number}`,
      partOf: { source: source.id, start: 10_000_000, end: 10_000_000 },
    });
  const written = JSON.stringify(pack);
  expect(written.length).toBeGreaterThan(maxFileLength);
  const text = written.replaceAll('10000000', '1e7');
  expect(text.length).toBeLessThan(maxFileLength);
  expect(readPackFile(text).problems).toMatchObject([
    { code: 'fileTooLong', values: { count: written.length } },
  ]);
});
