/**
 * Hand-made malicious packs, besides those of `read-pack-file.test.ts`: refused with place, reason and remedy, or valid
 * and harmless.
 */
import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { readPackFile } from '../../src/knowledge/validation/read-pack-file.ts';
import { compilePack } from '../../src/matching/compile-pack.ts';
import { describeInEnglish } from '../../tools/command-line/describe-in-english.ts';
import { expectValidPack } from './expect-valid-pack.ts';
import { smallPackFiles } from './small-pack.ts';

// biome-ignore lint/suspicious/noExplicitAny: tests break the pack on purpose.
type Loose = any;

function smallPack(): Loose {
  return structuredClone(parsePack(smallPackFiles()).pack);
}

function changed(change: (pack: Loose) => void): string {
  const pack = smallPack();
  change(pack);
  return JSON.stringify(pack);
}

const hostile: readonly (readonly [what: string, text: () => string, path: string])[] = [
  ...['   ', '\u3164\u3164', '\u200b\u200d\u2060', '\u00a0\u2003', '\u2800', '\ufe0f'].flatMap((blank) =>
    [
      ['pack’s title', (pack: Loose) => (pack.title = blank), 'title'],
      ['title', (pack: Loose) => (pack.entities[0].title = blank), 'entities[acme].title'],
      ['outlet', (pack: Loose) => (pack.sources[0].outlet = blank), 'sources[daily-early].outlet'],
      [
        'speaker',
        (pack: Loose) => (pack.statements[0].speaker.text = blank),
        'statements[lee-letter].speaker.text',
      ],
    ].map(([what, change, path]): (typeof hostile)[number] => [
      `a ${what} of nothing to be seen (${JSON.stringify(blank)})`,
      () => changed(change as (pack: Loose) => void),
      path as string,
    ]),
  ),
  ['the id of a kept story', () => changed((pack) => (pack.id = 'kept-0123456789abcdef')), 'id'],
  ['an origin that is none', () => changed((pack) => (pack.origin = 'person')), 'origin'],
  ['a field called __proto__ by escapes', () => raw('{', '{"\\u005f_proto__":{"id":"x"},'), '__proto__'],
  [
    'half a pair by escapes in a name',
    () => raw('"text":"Acme"', '"text":"Ac\\ud83dme"'),
    'entities[acme].names[0].text',
  ],
  ['a number beyond all', () => raw(/"start":\d+/, '"start":1e999'), 'sources[daily-early].damaged[0].start'],
  [
    'numbers as texts',
    () => changed((pack) => (pack.statements[0].wordings[0].start = '3')),
    'statements[lee-letter].wordings[0].start',
  ],
  [
    'a truth value as a text',
    () => changed((pack) => (pack.topics[0].onByDefault = 'false')),
    'topics[systems].onByDefault',
  ],
  [
    'a day that is none',
    () => changed((pack) => (pack.events[0].date.value = '0000-00-00')),
    'events[pause].date.value',
  ],
  [
    'a day in other digits',
    () => changed((pack) => (pack.events[0].date.value = '٢٠٢٠-٠٦-١٠')),
    'events[pause].date.value',
  ],
  [
    'an entity of another pack',
    () => changed((pack) => (pack.entities[0].related = ['other/iris'])),
    'entities[acme].related[0]',
  ],
  [
    'a source that is part of itself',
    () => changed((pack) => (pack.sources[0].partOf = { source: 'daily-early', start: 0, end: 9 })),
    'sources[daily-early]',
  ],
  [
    'a cue of a megabyte',
    () => changed((pack) => (pack.claims[0].cues.touches = [['x'.repeat(1_000_000)]])),
    'claims[lund-tried-iris].cues.touches[0][0]',
  ],
  [
    'a colour that is more',
    () => changed((pack) => (pack.topics[0].color = '#1a6fb0;x:url(//e)')),
    'topics[systems].color',
  ],
  [
    'a commonest word in wide letters',
    () => changed((pack) => (pack.entities[0].names[0].text = 'ＴＨＥ')),
    'entities[acme].names[0]',
  ],
  [
    'a commonest word with a gap that cannot be seen',
    () => changed((pack) => (pack.entities[0].names[0].text = 't\u200bhe')),
    'entities[acme].names[0]',
  ],
  [
    'a name of joiners',
    () => changed((pack) => (pack.entities[0].names[0].text = '\u200d\u200d')),
    'entities[acme].names[0].text',
  ],
  [
    'two packs one after the other',
    () => `${JSON.stringify(smallPack())}\n${JSON.stringify(smallPack())}`,
    '',
  ],
  ['nulls behind its end', () => `${JSON.stringify(smallPack())}\0\0`, ''],
  ['a file in UTF-16', () => Buffer.from(`\ufeff${JSON.stringify(smallPack())}`, 'utf16le').toString(), ''],
  ['a zip archive', () => Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 0xff, 0xfe]).toString(), ''],
  ['an unclosed text of 60 million characters', () => `{"id":"${'a'.repeat(60_000_000)}`, ''],
];

test.each(hostile)('%s is refused with a reason and a remedy', (_what, text, path) => {
  const { pack, problems } = readPackFile(text(), 'mine.sidelight.json');
  expect(pack).toBeUndefined();
  const found = problems.find((problem) => problem.path === path);
  expect(found, JSON.stringify(problems.slice(0, 3))).toBeDefined();
  const reported = found && describeInEnglish(found);
  for (const words of [reported?.reason, reported?.remedy]) expect(words).toMatch(/^.{10,400}$/s);
});

test.each<[what: string, change: (pack: Loose) => void]>([
  ['ids that every object has as a name', makeConstructorIds],
  [
    'a name that would be a pattern',
    (pack) => (pack.entities[0].names[0].text = `(a+)+$ ${'a'.repeat(150)}!`),
  ],
  ['markup in every title', (pack) => (pack.title = pack.entities[0].title = '<img src=x onerror=alert(1)>')],
  [
    'names that need each other',
    (pack) => (pack.entities[0].names[0].needs = { mentions: ['acme', 'iris'] }),
  ],
  ['a title of four hundred accents', (pack) => (pack.entities[0].title = `A${'\u0301'.repeat(400)}`)],
  ['a language that is none', (pack) => (pack.language = 'en-x')],
  ['years before all', (pack) => (pack.events[0].date = { value: '0000', precision: 'year' })],
])('a pack with %s is read, compiles and has its cards', (_what, change) => {
  const { pack, problems } = readPackFile(changed(change));
  expect(problems).toEqual([]);
  if (!pack) throw new Error('The pack is sound.');
  expectValidPack(pack);
  expect(compilePack(pack).names.length).toBeGreaterThan(0);
});

function makeConstructorIds(pack: Loose): void {
  const text = JSON.stringify(pack).replace(/"(?:small|systems|acme|acme-pause)"/g, '"constructor"');
  Object.assign(pack, JSON.parse(text));
}

function raw(from: string | RegExp, to: string): string {
  return JSON.stringify(smallPack()).replace(from, to);
}
