import { describe, expect, it } from 'vitest';
import type { QuoteMatch } from '../../src/matching/quotations/quote-match.ts';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import type { PanelClaim, PanelEntity } from '../../src/view-models/panel-content.ts';
import {
  countFindings,
  hasFindings,
  listOpponents,
  rankNames,
  summariseQuotations,
  wordsOnPage,
} from '../../src/view-models/panel-summary.ts';
import { panelPack } from './panel-pack.ts';

interface Printed {
  readonly text: string;
  readonly kind?: QuoteMatch['kind'];
}

/** A page that prints Ann Lee's letter in these places. */
function readPage(printed: readonly Printed[], address = 'https://page.example/') {
  const blocks = printed.map(({ text, kind = 'verbatim' }) => ({
    text: `“${text}” Acme paused.`,
    mentions: [],
    traces: [
      {
        ...{ statement: 'small/lee-letter', kind, similarity: 1, speakerDiffers: false, differences: [] },
        ...{ start: 1, end: text.length + 1 },
      },
    ],
  }));
  return makePanelContent(panelPack, { title: 'A page', address, date: '2020-06-11', blocks });
}

describe('summariseQuotations', () => {
  it('names each statement once, with its outlets', () => {
    const [first, ...others] = summariseQuotations(
      readPage([{ text: 'We will wait for rules.' }, { text: 'We will wait for rules.' }]),
    );
    expect(others).toEqual([]);
    expect(first).toMatchObject({ ref: 'small/lee-letter', kind: 'verbatim', outlets: ['Daily'] });
    expect(first?.passages).toHaveLength(2);
    expect(first?.words).toBeUndefined();
  });

  it('does not name the page itself among who else prints it, whatever its address ends with', () => {
    const page = readPage([{ text: 'We will wait for rules.' }], 'http://www.daily.example/a/?from=mail#top');
    expect(summariseQuotations(page)[0]?.outlets).toEqual([]);
  });

  it.each([
    [['wait for rules'], 3],
    [['wait for rules', 'wait for rules'], 3],
    [['wait', 'wait for rules'], 3],
    [['We will', 'for rules'], 4],
  ])('counts the words that the page prints: %j', (texts, printed) => {
    const page = readPage(texts.map((text) => ({ text, kind: 'trimmed' })));
    expect(summariseQuotations(page)[0]?.words).toEqual({ printed, total: 5 });
  });

  it('does not count words of a statement that is not known whole', () => {
    const [statement] = panelPack.statements;
    if (statement === undefined) throw new Error('The pack has a statement.');
    const page = readPage([{ text: 'wait for rules', kind: 'trimmed' }]);
    const quoted = page.quoted.map((one) => ({
      ...one,
      statement: { ...one.statement, sentences: ['We will wait for rules.', null] },
    }));
    expect(summariseQuotations({ ...page, quoted })[0]?.words).toBeUndefined();
  });

  it('is of the kind of the place that departs most', () => {
    const page = readPage([
      { text: 'We will wait for rules.' },
      { text: 'We wait for years', kind: 'altered' },
      { text: 'wait for rules', kind: 'trimmed' },
    ]);
    expect(summariseQuotations(page)[0]?.kind).toBe('altered');
  });
});

describe('countFindings', () => {
  it('counts statements, not their places, and adds up packs', () => {
    const page = readPage([{ text: 'We will wait for rules.' }, { text: 'wait for rules', kind: 'trimmed' }]);
    const { made, elsewhere } = page;
    expect(made.length * elsewhere.length).toBeGreaterThan(0);
    const once = {
      quotations: 1,
      names: 0,
      claims: made.length + elsewhere.length,
      elsewhere: elsewhere.length,
    };
    expect(countFindings([page])).toEqual(once);
    const twice = Object.fromEntries(Object.entries(once).map(([key, count]) => [key, 2 * count]));
    expect(countFindings([page, page])).toEqual(twice);
    expect(countFindings([])).toEqual({ quotations: 0, names: 0, claims: 0, elsewhere: 0 });
  });

  it('a page that only makes a claim has findings, one about something else has none', () => {
    const page = readPage([{ text: 'We will wait for rules.' }]);
    expect(hasFindings({ ...page, quoted: [], mentioned: [] })).toBe(true);
    expect(hasFindings({ ...page, quoted: [], mentioned: [], made: [] })).toBe(false);
  });
});

it('names on which sources differ come first, then those of more outlets, then as on the page', () => {
  const name = (title: string, outletCount: number, isDisputed = false): PanelEntity => ({
    ...{ ref: `small/${title}`, title, type: 'company', count: 1, outletCount, isDisputed },
  });
  const ranked = rankNames([name('a', 1), name('b', 3), name('c', 1), name('d', 2, true)]);
  expect(ranked.map(({ title }) => title)).toEqual(['d', 'b', 'a', 'c']);
});

describe('a claim that the page makes', () => {
  const [made] = readPage([{ text: 'We will wait for rules.' }]).made;
  if (made === undefined) throw new Error('The page makes a claim.');
  const outletsOf = (claim: PanelClaim) => listOpponents(claim).map(({ source }) => source.outlet);

  it('is opposed by those that say otherwise, and a denial by those that say so', () => {
    expect(outletsOf(made)).toEqual(['Weekly']);
    expect(outletsOf({ ...made, onThisPage: 'says-otherwise' })).toEqual(['Daily']);
    expect(outletsOf({ ...made, onThisPage: 'not-found' })).toEqual([]);
  });

  it('is opposed by an altered copy last, and by each article once', () => {
    const [, opponent] = made.positions;
    if (opponent === undefined) throw new Error('The claim is opposed.');
    const copy = {
      ...opponent,
      source: { ...opponent.source, id: 'copy', outlet: 'Copy', rewordedFrom: 'Daily' },
    };
    expect(outletsOf({ ...made, positions: [copy, opponent, opponent] })).toEqual(['Weekly', 'Copy']);
  });

  it('is given in the words that the pack quotes, if the page prints them, else by its passage', () => {
    const passage = 'On Monday, Acme paused its "Iris", it said.';
    const quoting = (stance: 'says' | 'says-otherwise', evidence: string[]) => ({
      ...made,
      passage,
      positions: made.positions.map((position) => ({ ...position, stance, evidence })),
    });
    expect(wordsOnPage(quoting('says', ['paused', 'Acme paused its “Iris”', 'it stopped']))).toBe(
      'Acme paused its “Iris”',
    );
    expect(wordsOnPage(quoting('says', ['it stopped']))).toBe(passage);
    expect(wordsOnPage(quoting('says-otherwise', ['paused']))).toBe(passage);
  });
});
