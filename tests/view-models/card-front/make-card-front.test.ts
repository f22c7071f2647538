import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type {
  CardClaim,
  CardContent,
  CardStatement,
  PageWords,
} from '../../../src/view-models/card-content.ts';
import type { FrontPart } from '../../../src/view-models/card-front/card-front.ts';
import { makeCardFront } from '../../../src/view-models/card-front/make-card-front.ts';
import { makeCardContent } from '../../../src/view-models/make-card-content.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { alteredCopy, card, gazette, herald, pause, wording } from '../../ui/card/card-statement.ts';

const courier = { ...gazette, id: 'courier', outlet: 'The Courier' };
const bare: CardContent = { ...card, type: 'product', statements: [], positions: [], facts: [] };

type Position = CardClaim['positions'][number];

function position(source: Position['source'], stance: Position['stance'], ...evidence: string[]): Position {
  return { source, stance, evidence };
}

function claim(name: string, ...positions: Position[]): CardClaim {
  return { ref: `test/${name}`, text: `The claim ${name}.`, positions };
}

function front(content: Partial<CardContent>): readonly FrontPart[] {
  return makeCardFront({ ...bare, ...content }).parts;
}

const keysOf = (parts: readonly FrontPart[]) => parts.map(({ key }) => key.replace('test/', ''));
const outletsOf = (part: FrontPart | undefined) =>
  part?.rows.map(({ source, isThisPage }) => (isThisPage ? 'this page' : source?.outlet));

const agreed = claim('agreed', position(gazette, 'says', 'a'), position(herald, 'says', 'b'));
const disputed = claim('disputed', position(gazette, 'says', 'a'), position(herald, 'says-otherwise', 'b'));
const lonely = claim('lonely', position(gazette, 'says', 'a'));

function page(words: Partial<PageWords>): PageWords {
  return { claims: [], statements: [], ...words };
}

test('the words of two outlets come before those of one, and a difference before agreement', () => {
  expect(keysOf(front({ positions: [lonely, agreed, disputed] }))).toEqual(['disputed', 'agreed']);
});

test('what this page says comes before what others dispute', () => {
  const [first] = front({
    positions: [disputed, agreed],
    page: page({ claims: [{ ref: agreed.ref, stances: ['says'], words: ['as here'] }] }),
  });
  expect(first?.key).toBe(agreed.ref);
  expect(first?.rows[0]).toMatchObject({ isThisPage: true, words: ['as here'] });
  expect(first?.rows[0]?.source).toBeUndefined();
  expect(outletsOf(first)).toEqual(['this page', 'The Gazette', 'The Herald']);
});

test('a page that is a source is named by its outlet, and not listed a second time', () => {
  const here = { ref: disputed.ref, stances: ['says-otherwise' as const], words: ['b'] };
  const [first] = front({ positions: [disputed], page: page({ source: herald, claims: [here] }) });
  expect(first?.rows.map(({ source }) => source?.outlet)).toEqual(['The Herald', 'The Gazette']);
  // A copy elsewhere is not the outlet, and an altered copy is none.
  const [reprinted] = front({
    positions: [disputed],
    page: page({ source: herald, isReprint: true, claims: [here] }),
  });
  expect(reprinted?.rows.map(({ source }) => source?.outlet)).toEqual([undefined, 'The Gazette']);
});

test('the page of an altered copy is shown as this page, and is no outlet and no difference', () => {
  const here = { ref: 'test/copied', stances: ['says-otherwise' as const], words: ['c'] };
  const copied = position(alteredCopy, 'says-otherwise', 'c');
  const [first] = front({
    positions: [claim('copied', position(gazette, 'says', 'a'), copied)],
    page: page({ source: alteredCopy, claims: [here] }),
  });
  expect(first).toMatchObject({ outletCount: 1, isDisputed: false });
  expect(outletsOf(first)).toEqual(['this page', 'The Gazette']);
  expect(first?.rows[0]).toMatchObject({ isAltered: true, words: ['c'] });
  expect(first?.rows[0]?.source).toBeUndefined();
});

test('editions of one article are one outlet, also under two names', () => {
  const late = {
    ...{ ...gazette, id: 'late', outlet: 'Gazette Online' },
    ...{ firstEdition: gazette.id, firstOutlet: 'The Gazette' },
  };
  const [only] = front({
    positions: [claim('one', position(gazette, 'says', 'a'), position(late, 'says', 'b'))],
  });
  expect(only).toMatchObject({ outletCount: 1, onlyOutlet: 'The Gazette' });
  expect(only?.rows).toMatchObject([{ words: ['a', 'b'] }]);
});

describe('two articles of one outlet', () => {
  const year = { value: '2021', precision: 'year' } as const;
  const second = { ...gazette, id: 'second', date: year, url: 'https://gazette.example/second' };

  it('count as one, and one of them is shown, with its own words only', () => {
    const [only] = front({
      positions: [claim('two', position(gazette, 'says', 'a'), position(second, 'says', 'b'))],
      facts: [],
    });
    expect(only).toMatchObject({ outletCount: 1, onlyOutlet: 'The Gazette' });
    expect(only?.rows).toMatchObject([{ source: { id: 'gazette' }, words: ['a'] }]);
    const facts = [{ text: 'A fact.', cites: [gazette, second].map((source) => ({ source, quote: 'q' })) }];
    expect(front({ facts })).toMatchObject([{ outletCount: 1, rows: [{ source: { id: 'gazette' } }] }]);
  });

  it('are both shown, each with its own date, where they say different things', () => {
    const changed = position(second, 'says-otherwise', 'b');
    const [only] = front({ positions: [claim('two', position(gazette, 'says', 'a'), changed)] });
    expect(only).toMatchObject({ outletCount: 1, isDisputed: true });
    expect(only?.rows).toMatchObject([
      { source: { date: gazette.date }, words: ['a'], stances: ['says'] },
      { source: { date: year, url: second.url }, words: ['b'], stances: ['says-otherwise'] },
    ]);
  });

  it('are told apart on the page of one of them, and of a statement the fuller is shown', () => {
    const here = { ref: 'test/two', stances: ['says' as const], words: ['b'] };
    const [only] = front({
      positions: [claim('two', position(gazette, 'says-otherwise', 'a'), position(second, 'says', 'b'))],
      page: page({ source: second, claims: [here] }),
    });
    expect(only?.rows.map(({ source }) => source?.id)).toEqual(['second', 'gazette']);
    const statement = {
      ...pause,
      wordings: [wording(gazette, 'We will pause'), wording(second, 'We will pause the sale')],
    };
    const [said] = front({ statements: [statement] });
    expect(said).toMatchObject({ outletCount: 1, onlyOutlet: 'The Gazette' });
    expect(said?.rows.map(({ source }) => source?.id)).toEqual(['second']);
  });
});

test('an altered copy is no outlet and shown only where there is nothing else', () => {
  const copied = position(alteredCopy, 'says-otherwise', 'c');
  const [first] = front({ positions: [claim('copied', copied, position(gazette, 'says', 'a'))] });
  expect(first).toMatchObject({ outletCount: 1, isDisputed: false });
  // It reports it, too.
  expect(first?.onlyOutlet).toBeUndefined();
  expect(outletsOf(first)).toEqual(['The Gazette']);
  const [alone] = front({ positions: [claim('alone', copied)] });
  expect(outletsOf(alone)).toEqual(['unidentified republisher']);
});

test('an altered copy has a row of its own, also where the pack calls it an edition', () => {
  const copied = position({ ...alteredCopy, firstEdition: gazette.id }, 'says', 'c');
  const [first] = front({ positions: [claim('copied', position(gazette, 'says', 'a'), copied)] });
  expect(first?.rows).toMatchObject([{ source: { id: 'gazette' }, words: ['a'] }]);
});

test('of four sources three are shown, among them the one that says otherwise and the one that speaks for itself', () => {
  const own = { ...position({ ...gazette, id: 'own', outlet: 'Ada' }, 'says', 'd'), voice: 'own' };
  const [first] = front({
    positions: [
      claim(
        'four',
        position(gazette, 'says', 'a'),
        position(courier, 'says', 'b'),
        own,
        position(herald, 'says-otherwise', 'c'),
      ),
    ],
  });
  expect(outletsOf(first)).toEqual(['Ada', 'The Herald', 'The Gazette']);
  expect(first?.outletCount).toBe(4);
});

test('a source without words comes last, with what the pack says of it', () => {
  const noted = { ...position(courier, 'says'), note: 'Names nobody.' };
  const [first] = front({ positions: [claim('noted', noted, position(gazette, 'says', 'a'))] });
  expect(first?.rows).toMatchObject([{ words: ['a'] }, { words: [], note: 'Names nobody.' }]);
  expect(first).toMatchObject({ outletCount: 1, onlyOutlet: undefined });
});

const said: CardStatement = {
  ref: 'test/said',
  speaker: { text: 'Ada Example', entityRef: bare.ref },
  date: { value: '2020-06-10', precision: 'day' },
  sentences: ['We will pause sales for a year.', 'We hope that this helps.'],
  wordings: [
    wording(herald, 'We hope that this helps.'),
    wording(gazette, 'We will pause sales for a year. We hope that this helps.'),
  ],
};

test('what a person said comes before what was said of them, but not what others said', () => {
  expect(keysOf(front({ type: 'person', statements: [said], positions: [disputed] }))).toEqual([
    'said',
    'disputed',
  ]);
  expect(keysOf(front({ type: 'product', statements: [said], positions: [disputed] }))).toEqual([
    'disputed',
    'said',
  ]);
  const others = { ...said, speaker: { text: 'Someone else' } };
  const parts = front({ type: 'person', statements: [others], positions: [disputed] });
  expect(keysOf(parts)).toEqual(['disputed', 'said']);
  expect(parts[1]).toMatchObject({ speaker: 'Someone else' });
});

test('each printing of a statement shows what those above do not', () => {
  const [first] = front({
    type: 'person',
    statements: [said],
    page: page({ statements: [{ ref: said.ref, words: ['We hope that this helps'] }] }),
  });
  expect(first?.rows.map(({ words, extent }) => [words[0], extent])).toEqual([
    ['We hope that this helps', { words: 5, ofWords: 12 }],
    ['We will pause sales for a year.', { words: 12, ofWords: 12 }],
    ['We hope that this helps.', { words: 5, ofWords: 12 }],
  ]);
});

describe('a statement on the page of a source', () => {
  const late = { ...gazette, id: 'late', firstEdition: gazette.id };
  const statement = {
    ...said,
    wordings: [...said.wordings, wording(late, 'We paused “all” sales,\u00a0then.')],
  };
  const frontOf = (more: Partial<PageWords>, ...words: string[]) =>
    front({ statements: [statement], page: page({ ...more, statements: [{ ref: said.ref, words }] }) })[0];
  const namesOf = (part: FrontPart | undefined) =>
    part?.rows.map(({ source, isThisPage }) => [source?.outlet, isThisPage]);

  it('is under its outlet’s name if the pack has these words from one of its editions', () => {
    const words = ['pause sales for a year', 'paused "all" sales, then'];
    expect(namesOf(frontOf({ source: gazette }, ...words))).toEqual([
      ['The Gazette', true],
      ['The Herald', false],
    ]);
    // A copy elsewhere is not the outlet, but nothing new either.
    const reprint = frontOf({ source: gazette, isReprint: true }, ...words);
    expect(reprint?.outletCount).toBe(2);
    expect(namesOf(reprint)).toEqual([
      [undefined, true],
      ['The Herald', false],
    ]);
  });

  it.each([[['We will pause sales for ever.']], [['We will pause sales', 'for ever']]])(
    'is the page’s own if the page has put it there: %j',
    (words) => {
      const part = frontOf({ source: gazette }, ...words);
      expect(namesOf(part)).toEqual([
        [undefined, true],
        ['The Gazette', false],
        ['The Herald', false],
      ]);
      expect(part?.rows[1]?.words[0]).toContain('for a year');
    },
  );

  it('is not under its outlet’s name if only another outlet prints these words', () => {
    const herald2 = { ...herald, id: 'herald-2' };
    expect(frontOf({ source: herald2 }, 'We hope that this helps')?.rows[0]?.source).toBeUndefined();
  });
});

test.each([
  ['one word changed', ['We will pause sales for a month. We hope that this helps.'], { words: 12 }],
  ['a passage twice', ['We hope that this helps.', 'that this helps'], { words: 5, ofWords: 12 }],
  ['overlapping passages', ['We will pause sales for a', 'pause sales for a year. We hope'], { words: 13 }],
  [
    'all of it in two passages',
    ['We will pause sales for a year', 'We hope that this helps'],
    { words: 12, ofWords: 12 },
  ],
  [
    'all of it, and a part again',
    ['We will pause sales for a year. We hope that this helps.', 'sales for a year'],
    { words: 12, ofWords: 12 },
  ],
])('%s is said to be as much of a statement as it is, by outlet and page', (_, passages, extent) => {
  const [printed] = front({ statements: [{ ...said, wordings: [wording(gazette, ...passages)] }] });
  expect(printed?.rows[0]?.extent).toEqual(extent);
  const [shown] = front({
    statements: [said],
    page: page({ statements: [{ ref: said.ref, words: passages }] }),
  });
  expect(shown?.rows[0]?.extent).toEqual(extent);
});

test('of a statement that is not known whole no printing is all', () => {
  const sentences = [...said.sentences, null];
  const [first] = front({ statements: [{ ...said, sentences }] });
  expect(first?.rows.map(({ extent }) => extent)).toEqual([{ words: 12 }, { words: 5 }]);
});

test('where nothing has two outlets, what has another one follows', () => {
  const parts = front({
    positions: [lonely, claim('same', position(gazette, 'says', 'b'))],
    facts: [{ text: 'A fact.', cites: [{ source: herald, quote: 'as printed' }, { source: courier }] }],
  });
  expect(parts.map(({ kind }) => kind)).toEqual(['claim', 'fact', 'claim']);
  expect(parts[1]).toMatchObject({ onlyOutlet: 'The Herald' });
});

test('of a long passage of the page the part is shown that is about the claim', () => {
  const about = { ...agreed, text: 'The Company paused sales of scanners.' };
  const beginning = 'The committee, which had met on three days of that week and heard many, learned';
  const words = [`${beginning} that the Company paused all sales of its scanners.`];
  const [first] = front({
    positions: [about],
    page: page({ claims: [{ ref: about.ref, stances: ['says'], words }] }),
  });
  expect(first?.rows[0]?.words[0]).toMatch(/^….*paused all sales of its scanners\.$/);
});

test('there may be nothing to show', () => {
  expect(front({})).toEqual([]);
  expect(front({ facts: [{ text: 'A fact.', cites: [{ source: herald }] }] })).toEqual([]);
});

const { pack } = await loadPack(join(import.meta.dirname, '../../../assets/knowledge/facial-recognition'));
if (!pack) throw new Error('The built-in pack cannot be read.');

describe('the cards of the built-in pack', () => {
  const cards = pack.entities.flatMap(({ id }) => makeCardContent(pack, 'entity', id) ?? []);

  it('never begin with an altered copy where an outlet speaks', () => {
    for (const { parts } of cards.map(makeCardFront)) {
      for (const { rows } of parts) {
        const isCopy = rows.map(({ source }) => source?.rewordedFrom !== undefined);
        expect(isCopy.every(Boolean) || !isCopy.some(Boolean)).toBe(true);
      }
    }
  });

  it('show the words of two outlets wherever the card has them in one claim or statement', () => {
    const lacking = cards.filter((content) => {
      const all = makeCardFront(content).parts.flatMap(({ rows }) =>
        rows.filter(({ words, source }) => words.length > 0 && source?.rewordedFrom === undefined),
      );
      const shown = new Set(all.map(({ source }) => source?.outlet));
      return shown.size < 2 && hasTwoOutlets(content);
    });
    expect(lacking.map(({ title }) => title)).toEqual([]);
    expect(cards.filter(hasTwoOutlets).length).toBeGreaterThan(cards.length / 2);
  });
});

/** Whether two outlets have words anywhere on the card. */
function hasTwoOutlets({ positions, statements, facts }: CardContent): boolean {
  const sources = [
    ...positions.flatMap((one) => one.positions.filter(({ evidence }) => evidence.length > 0)),
    ...statements.flatMap(({ wordings }) => wordings),
    ...facts.flatMap(({ cites }) => cites.filter(({ quote }) => quote !== undefined)),
  ].map(({ source }) => source);
  const outlets = sources
    .filter(({ rewordedFrom }) => rewordedFrom === undefined)
    .map(({ outlet }) => outlet);
  return new Set(outlets).size > 1;
}
