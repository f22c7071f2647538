import { expect, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import type { QuoteMatch } from '../../../src/matching/quotations/quote-match.ts';
import type { AnnotatedArticle } from '../../../src/view-models/annotated-article.ts';
import { makePageWords } from '../../../src/view-models/card-front/make-page-words.ts';
import { makeCardContent } from '../../../src/view-models/make-card-content.ts';
import { panelPack } from '../panel-pack.ts';

const [first] = panelPack.claims;
if (!first) throw new Error('The pack has no claim.');

function span(text: string) {
  return { text, start: 0, end: text.length };
}

/** One claim about Acme, made by the word "paused". */
const pack: Pack = {
  ...panelPack,
  claims: [
    {
      ...first,
      id: 'paused',
      about: ['acme'],
      since: { value: '2020-06-10', precision: 'day' },
      cues: {
        says: [{ all: [['paused']], within: 'sentence' }],
        otherwise: [{ all: [['never stopped']], within: 'sentence' }],
        touches: [],
      },
      positions: [
        { source: 'daily', stance: 'says', evidence: [span('a pause of a year'), span('no more sales')] },
        { source: 'daily', stance: 'says-otherwise', voice: 'Ada', evidence: [span('sales go on')] },
        { source: 'weekly', stance: 'does-not-mention', evidence: [] },
      ],
    },
  ],
};

function read(text: string, more: Partial<AnnotatedArticle> & { traces?: QuoteMatch[] } = {}) {
  const { traces = [], ...page } = more;
  const content = makeCardContent(pack, 'entity', 'small/acme');
  if (!content) throw new Error('There is no card.');
  return makePageWords(pack, content, {
    title: 'A page',
    address: 'https://page.example/',
    date: '2020-06-12',
    blocks: [{ text, mentions: [], traces }],
    ...page,
  });
}

test('of a source’s own page it has the passages that the page still prints', () => {
  const words = read('It is a pause of a year. Critics say that sales go on.', {
    address: 'https://daily.example/a',
  });
  expect(words).toEqual({
    source: expect.objectContaining({ id: 'daily', outlet: 'Daily' }),
    claims: [
      {
        ref: 'small/paused',
        stances: ['says', 'says-otherwise'],
        words: ['a pause of a year', 'sales go on'],
      },
    ],
    statements: [],
  });
  expect(read('Subscribe to read on.', { address: 'https://daily.example/a' }).claims).toEqual([]);
});

test('words are somebody’s only if all that is printed is', () => {
  const daily = { address: 'https://daily.example/a' };
  const [both] = read('It is a pause of a year. Critics say that sales go on.', daily).claims;
  expect(both).not.toHaveProperty('voice');
  const [reported] = read('Critics say that sales go on.', daily).claims;
  expect(reported).toMatchObject({ voice: 'Ada', words: ['sales go on'] });
  const [own] = read('It is a pause of a year.', daily).claims;
  expect(own).not.toHaveProperty('voice');
});

test('of another page it has the passage by which the page makes the claim', () => {
  expect(read('Nothing else. Acme paused its sales.')).toEqual({
    claims: [{ ref: 'small/paused', stances: ['says'], words: ['Acme paused its sales.'] }],
    statements: [],
  });
  expect(read('Acme never stopped.').claims).toMatchObject([{ stances: ['says-otherwise'] }]);
  expect(read('Acme is a company.').claims).toEqual([]);
});

test.each(['on and ', '\u{10400}'])('of an endless sentence of “%s” it has the beginning', (endless) => {
  const [passage = ''] = read(`Acme paused ${endless.repeat(50_000)}.`).claims[0]?.words ?? [];
  expect(passage).toMatch(/^Acme paused .*[^\s\p{Cs}]\u00a0…$/u);
  expect([...passage].length).toBeLessThanOrEqual(1_000);
});

test('a page from long before the claim does not make it', () => {
  expect(read('Acme paused its sales.', { date: '2018-01-01' }).claims).toEqual([]);
});

test('it has a statement as the page prints it', () => {
  const content = makeCardContent(pack, 'entity', 'small/acme');
  const [statement] = content?.statements ?? [];
  if (!statement) throw new Error('The pack has no statement.');
  const trace: QuoteMatch = {
    ...{ statement: statement.ref, kind: 'verbatim', similarity: 1, start: 9, end: 23 },
    ...{ speakerDiffers: false, differences: [] },
  };
  expect(read('It said “We will\u200b\u2028pause.” Then', { traces: [trace] }).statements).toEqual([
    { ref: statement.ref, words: ['We will pause'] },
  ]);
});

test('of a statement’s own card it has the source only', () => {
  const [statement] = makeCardContent(pack, 'entity', 'small/acme')?.statements ?? [];
  const content = makeCardContent(pack, 'statement', statement?.ref ?? '');
  if (!statement || !content) throw new Error('The pack has no statement.');
  const trace: QuoteMatch = {
    ...{ statement: statement.ref, kind: 'verbatim', similarity: 1, start: 0, end: 13 },
    ...{ speakerDiffers: false, differences: [] },
  };
  const words = makePageWords(pack, content, {
    ...{ title: 'A page', address: 'https://daily.example/a', date: '2020-06-12' },
    blocks: [{ text: 'We will pause. It is a pause of a year.', mentions: [], traces: [trace] }],
  });
  expect(words).toEqual({
    source: expect.objectContaining({ id: 'daily' }),
    claims: [],
    statements: [],
  });
});

test('of a statement printed in very many ways it has the first', () => {
  const [statement] = makeCardContent(pack, 'entity', 'small/acme')?.statements ?? [];
  if (!statement) throw new Error('The pack has no statement.');
  const traces = Array.from({ length: 2_000 }, (_, at) => ({
    ...{ statement: statement.ref, kind: 'verbatim' as const, similarity: 1 },
    ...{ start: at * 5, end: at * 5 + 4, speakerDiffers: false, differences: [] },
  }));
  const text = traces.map((_, at) => String(1_000 + at)).join(' ');
  const [printed] = read(text, { traces }).statements;
  expect(printed?.words.slice(0, 2)).toEqual(['1000', '1001']);
  expect(printed?.words.length).toBe(500);
});

test('it reads each block once, however many statements the card has', () => {
  const content = makeCardContent(pack, 'entity', 'small/acme');
  const [statement] = content?.statements ?? [];
  if (!content || !statement) throw new Error('The pack has no statement.');
  let reads = 0;
  const block = {
    ...{ text: 'Nothing is quoted.', mentions: [] },
    get traces() {
      reads += 1;
      return [];
    },
  };
  const statements = Array.from({ length: 50 }, (_, at) => ({ ...statement, ref: `small/said-${at}` }));
  const page = { title: 'A page', address: 'https://page.example/', date: null };
  makePageWords(pack, { ...content, statements }, { ...page, blocks: [block] });
  expect(reads).toBe(1);
});
