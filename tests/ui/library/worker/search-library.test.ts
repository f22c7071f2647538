import { expect, test } from 'vitest';
import { locateWords } from '../../../../src/knowledge/text/locate-words.ts';
import { cutExcerpt } from '../../../../src/ui/library/worker/cut-excerpt.ts';
import { listDocuments } from '../../../../src/ui/library/worker/list-documents.ts';
import { createLibrarySearch, type SearchRequest } from '../../../../src/ui/library/worker/search-library.ts';
import { findWords } from '../../../../src/ui/library/worker/split-words.ts';
import { libraryPack } from '../library-pack.ts';

const library = createLibrarySearch();
await library.add(listDocuments(libraryPack));

function find(query: string, more: Partial<SearchRequest> = {}) {
  return library.find({ query, topics: [], types: [], sources: [], limit: 50, ...more });
}
const refs = (query: string, more: Partial<SearchRequest> = {}) =>
  find(query, more).items.map(({ ref }) => ref);

test.each([
  ['a name', 'Iris', 'small/iris'],
  ['the beginning of a name', 'ann l', 'small/ann-lee'],
  ['another name', 'incorporated', 'small/acme'],
  ['other case and no diacritics', 'kallstrom BJORN', 'small/daily'],
  ['words of a statement', 'stand ready', 'small/lee-letter'],
  ['words of a statement as one source alone prints them', 'regulations', 'small/lee-letter'],
  ['a claim', 'stopped police', 'small/paused'],
  ['the words on which a claim rests', 'kept selling', 'small/paused'],
  ['a quotation that a fact rests on', 'pause of one year', 'small/acme'],
  ['an outlet', 'weekly', 'small/weekly'],
])('%s is found', (_case, query, ref) => {
  expect(refs(query)).toContain(ref);
});

test('what bears the very name comes before what only begins with it', () => {
  expect(refs('acme')[0]).toBe('small/acme');
  expect(refs('acme labs')[0]).toBe('small/acme-labs');
});

test('all words must be there', () => {
  expect(refs('acme zebra')).toEqual([]);
});

test('a name typed with a slip is found, and the outcome says that it is not the very word', () => {
  expect(find('incorparated')).toMatchObject({ isNearby: true, items: [{ ref: 'small/acme' }] });
  expect(find('incorporated').isNearby).toBe(false);
  expect(find('')).toMatchObject({ isNearby: false });
});

test('a result found by another name says so, and returns its found words', () => {
  expect(find('incorporated').items[0]).toMatchObject({
    alsoCalled: 'Acme Incorporated',
    words: ['incorporated'],
  });
  expect(find('acme').items[0]).not.toHaveProperty('alsoCalled');
});

test('without a query everything is listed by title, entities first', () => {
  expect(refs('', { limit: 5 })).toEqual([
    'small/acme',
    'small/acme-labs',
    'small/ann-lee',
    'small/iris',
    'small/lee-letter',
  ]);
  expect(find('', { limit: 5 }).count).toBe(10);
  expect(refs('  ', { limit: 1 })).toEqual(['small/acme']);
});

test.each([
  [{ types: ['product', 'person'] }, ['small/ann-lee', 'small/iris']],
  [
    { topics: ['small/people'] },
    ['small/ann-lee', 'small/lee-letter', 'small/daily-late', 'small/copy', 'small/weekly'],
  ],
  [{ sources: ['small/weekly'], types: ['company', 'claim'] }, ['small/acme', 'small/paused']],
  [{ types: ['law'] }, []],
])('filters %j leave %j', (wanted, expected) => {
  expect(refs('', wanted).toSorted()).toEqual(expect.arrayContaining(expected));
  if (expected.length < 3) expect(refs('', wanted)).toEqual(expected);
});

test('each filter counts what the other filters leave, whatever is chosen in it', () => {
  const { facets } = find('acme', { types: ['claim'] });
  const countOf = (value: string) => facets.types.find((facet) => facet.value === value)?.count;
  expect([countOf('claim'), countOf('company')]).toEqual([1, 2]);
  expect(facets.topics).toEqual([{ value: 'small/systems', count: 1 }]);
  expect(facets.sources.map(({ value }) => value)).toEqual(['small/daily', 'small/weekly']);
});

test('what is chosen stays among the choices where nothing is left of it', () => {
  expect(find('acme', { types: ['law'] }).facets.types).toContainEqual({ value: 'law', count: 0 });
});

test('a source that is silent on a claim is none that it rests on', () => {
  expect(refs('', { sources: ['small/copy'], types: ['claim'] })).toEqual([]);
});

const long = `${'Before it came much else. '.repeat(20)}Then came the moratorium. ${'And after it more. '.repeat(20)}`;

test('an excerpt holds the found word, begins and ends at words, and says what it left out', () => {
  const excerpt = cutExcerpt(['Nothing of it.', long], new Set(['moratorium']));
  expect(excerpt).toMatch(/^… \p{L}.*moratorium.*\p{L}\.? …$/u);
  expect(excerpt.length).toBeLessThan(260);
});

test('an excerpt without found words is the beginning of the first passage', () => {
  expect(cutExcerpt(['Short.', long], new Set())).toBe('Short.');
  expect(cutExcerpt([], new Set(['a']))).toBe('');
});

test.each(['???', ' – ', '…', '「」', '🙂', '\u00ad', '#', '©'])(
  '%j has nothing to look for: nothing is found, and the outcome says why',
  (query) => {
    expect(find(query)).toMatchObject({ count: 0, items: [], isNearby: false, isWordless: true });
    expect(find(query, { types: ['law'] }).facets.types).toEqual([{ value: 'law', count: 0 }]);
  },
);

test.each(['zebra', 'acme', '', ' '])('%j has words, or is no query at all', (query) => {
  expect(find(query).isWordless).toBe(false);
});

const foreign = createLibrarySearch();
const [anyEntity] = libraryPack.entities;
if (anyEntity === undefined) throw new Error('The pack has no entity.');
const foreignEntities = [
  ['ja', '港町水道委員会', '港町水道委員会は市内の水道管を管理している。クーリエ紙によるとガラスは無事だ。'],
  ['zh', '塞尔温水务局', '塞尔温水务局负责管理城市的水管。信使报报道说，三百户中有四十一户发现了铅。'],
  ['th', 'คณะกรรมการน้ำ', 'คณะกรรมการน้ำดูแลท่อน้ำของเมือง พบตะกั่วในบ้าน'],
  ['lo', 'ຄະນະກຳມະການນ້ຳ', 'ພວກເຮົາພົບສານຕະກົ່ວໃນນ້ຳ'],
  ['km', 'គណៈកម្មាធិការទឹក', 'យើងបានរកឃើញសំណនៅក្នុងទឹក'],
  ['my', 'ရေကော်မတီ', 'ရေထဲတွင် ခဲကို ကျွန်ုပ်တို့ တွေ့ရှိခဲ့သည်'],
  ['ko', '셀윈 수도국', '셀윈 수도국은 도시의 수도관을 관리한다.'],
  ['mixed', 'PFAS水道 ﾌﾟﾛｼﾞｪｸﾄ', '水\u200b道の鉛管 Ⅱ 東京、都'],
] as const;
await foreign.add(
  listDocuments({
    ...libraryPack,
    entities: foreignEntities.map(([id, title, summary]) => ({
      ...anyEntity,
      id,
      title,
      summary,
      names: [],
      facts: [],
    })),
    statements: [],
    claims: [],
    sources: [],
  }),
);
const findForeign = (query: string) =>
  foreign
    .find({ query, topics: [], types: [], sources: [], limit: 50 })
    .items.map(({ ref }) => ref.split('/')[1]);

test.each([
  ['水道', ['ja', 'mixed']],
  ['水道委員', ['ja']],
  ['町水', ['ja']],
  ['水道管', ['ja']],
  ['会', ['ja']],
  ['クーリエ紙 水道', ['ja']],
  ['ガラス', ['ja']],
  ['ｶﾞﾗｽ', ['ja']],
  ['カラス', []],
  ['管水', []],
  ['東京都', []],
  ['水务局', ['zh']],
  ['发现了铅', ['zh']],
  ['铅了现发', []],
  ['ท่อน้ำ', ['th']],
  ['ตะกั่ว', ['th']],
  ['ຕະກົ່ວ', ['lo']],
  ['ទឹក', ['km']],
  ['ခဲ', ['my']],
  ['수도관', ['ko']],
  ['수도', ['ko']],
  ['도관', []],
  ['PFAS', ['mixed']],
  ['pfas水道', ['mixed']],
  ['プロジェクト', ['mixed']],
])('inside texts without spaces, %j is found just where it is', (query, expected) => {
  expect(findForeign(query).toSorted()).toEqual(expected);
});

test('the found words have their exact places in the text', () => {
  const placed = (text: string, ...found: string[]) =>
    findWords(text, new Set(found)).map(({ start, end }) => text.slice(start, end));
  expect(placed('Amazon’s amazonas, AMAZON', 'amazon')).toEqual(['Amazon', 'AMAZON']);
  expect(placed('Perchón und per\u00adchon', 'perchon')).toEqual(['Perchón', 'per\u00adchon']);
  expect(placed('港町水道と水\u200b道管、水 道', '水道', '水道管')).toEqual(['水道', '水\u200b道管']);
  expect(placed('ｶﾞﾗｽのガラス', 'ガラス')).toEqual(['ｶﾞﾗｽ', 'ガラス']);
  expect(placed('ท่อน้ำ', 'น้ํา'.normalize('NFKC'))).toEqual(['น้ำ']);
  expect(placed('수도관', '수도관'.normalize('NFKD'))).toEqual(['수도관']);
  expect(placed('𠮷野家の𠮷', '𠮷')).toEqual(['𠮷', '𠮷']);
});

const japanese = `${'その前には別のことがあった。'.repeat(40)}そして水道管が来た。${'その後にはまた別のことがあった。'.repeat(40)}`;

test('an excerpt of a text without spaces holds the found words, and cuts none at its beginning', () => {
  const excerpt = cutExcerpt([japanese], new Set(['水道管']));
  expect(excerpt).toMatch(/^… .*そして水道管が来た。.* …$/u);
  expect(excerpt.length).toBeLessThan(260);
  const parts = excerpt.slice(2, -2);
  expect(japanese).toContain(parts);
  const starts = locateWords(japanese).map(({ start }) => start);
  expect(starts).toContain(japanese.indexOf(parts));
  // One space, far behind the match, is no reason to begin there.
  const spaced = `${'前'.repeat(300)}水道管${'後'.repeat(100)} 終わり${'後'.repeat(300)}`;
  expect(cutExcerpt([spaced], new Set(['水道管']))).toContain('水道管');
});
