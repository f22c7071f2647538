import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Pack, Statement } from '../../../src/knowledge/pack-schema.ts';
import { compileStatements } from '../../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../../src/matching/quotations/match-quotes.ts';
import type { QuoteMatch, QuoteMatchKind } from '../../../src/matching/quotations/quote-match.ts';
import { openStatementIndex, type StatementIndex } from '../../../src/matching/quotations/statement-index.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { lookalikeCases, lookalikeSentences } from '../names/lookalike-cases.ts';
import { heldOutVariants } from './held-out-variants.ts';
import { makeVariants, type Variant } from './quote-variants.ts';
import { shortCases, substanceCases } from './substance-cases.ts';

const { pack: builtIn, problems } = await loadPack('assets/knowledge/facial-recognition');
if (!builtIn) throw new Error(`The built-in pack does not parse: ${JSON.stringify(problems[0])}`);
const pack: Pack = builtIn;
const index = indexOf(pack);

function indexOf(of: Pack): StatementIndex {
  return openStatementIndex(compileStatements(statementsOfPack(of)));
}

function idOf({ statement }: QuoteMatch): string {
  return statement.slice(statement.indexOf('/') + 1);
}

test.each(heldOutVariants)(
  'set aside: $kinds $text',
  ({ text, statement, kinds, speakerDiffers = false }) => {
    const matches = matchQuotes(text, index);
    expect(matches.length > 0).toBe(statement !== null);
    for (const match of matches) {
      expect(idOf(match)).toBe(statement);
      expect(kinds).toContain(match.kind);
      expect(match.speakerDiffers).toBe(speakerDiffers);
    }
  },
);

// Generous limits: several hundred variants, on a machine that may be busy.
const slow = { timeout: 60_000 };

const lookalike: Pack = {
  ...pack,
  statements: [sayingOf('alpha', 'Ann Lee', lookalikeSentences)],
};

function sayingOf(id: string, speaker: string, sentences: string[]): Statement {
  return { id, speaker: { text: speaker }, about: [], sentences, wordings: [] };
}

test.each(lookalikeCases)('%s', (_, text, kind) => {
  expect(matchQuotes(text, indexOf(lookalike)).map((match) => match.kind)).toEqual(
    kind === null ? [] : [kind],
  );
});

test.each(substanceCases)('$kind: $printed', ({ said, printed, kind }) => {
  const known = indexOf({ ...pack, statements: [sayingOf('city', 'Ann Lee', [said])] });
  expect(matchQuotes(`“${printed}” Lee said.`, known).map((match) => match.kind)).toEqual([kind]);
});

test.each(shortCases)('an alteration in few words, %s', (_, said, text, kind) => {
  const known = indexOf({ ...pack, statements: [sayingOf('queue', 'Ann Lee', [said])] });
  expect(matchQuotes(text, known).map((match) => match.kind)).toEqual(kind === null ? [] : [kind]);
});

test('a difference is reported with the words on either side', () => {
  const [match] = matchQuotes(lookalikeCases[1]?.[1] ?? '', indexOf(lookalike));
  expect(match?.differences).toEqual([{ kind: 'changed', statement: 'Alpha', page: 'Beta' }]);
});

test('a sentence printed exactly ends where the page continues in its own words', () => {
  const said = sayingOf('law', 'Ann Lee', [
    'Like any global company we must comply with the applicable laws of every country.',
    'We have re-activated the account of the activists.',
  ]);
  const text =
    'Like any global company we must comply with the applicable laws of every country. We went to the beach.';
  const [match, ...others] = matchQuotes(text, indexOf({ ...pack, statements: [said] }));
  expect(others).toEqual([]);
  expect(match?.kind).toBe('verbatim');
  expect(text.slice(match?.start, match?.end)).toBe(said.sentences[0]?.replace(/\.$/, ''));
});

test('a page that hyphenates its words is read as if it did not', () => {
  const { text = '' } = heldOutVariants[0] ?? {};
  const [plain] = matchQuotes(text, index);
  expect(plain).toBeDefined();
  for (const mark of ['\u00ad', '\u200b', '\u2060']) {
    const hyphenated = text.replaceAll(/(\p{L}{3})(?=\p{L})/gu, `$1${mark}`);
    const [match] = matchQuotes(hyphenated, index);
    expect(match?.kind).toBe(plain?.kind);
    expect(hyphenated.slice(match?.start, match?.end).replaceAll(mark, '')).toBe(
      text.slice(plain?.start, plain?.end),
    );
  }
});

test('what the page leaves out is reported as cut', () => {
  const [match] = matchQuotes(
    'Lee warned she could not promise “that the cameras will be gone before the next election.”',
    indexOf(lookalike),
  );
  expect(match?.kind).toBe('trimmed');
  expect(match?.differences.at(-1)).toEqual({ kind: 'cut', statement: 'in March', page: '' });
});

/** A gap that removes a negation. */
const gapped = indexOf({
  ...pack,
  statements: [
    sayingOf('pipes', 'Ann Lee', [
      'We found lead in the drinking water, we never told the families about it, and we will replace every pipe before spring.',
    ]),
  ],
});

test.each(['…', '...', '. . .', '.\u00a0.\u00a0.', '....', '[...]', '[…]', '(…)', '(...)', '⋯', '……'])(
  '"%s" shows that words are left out, and is none itself',
  (sign) => {
    const describeMatches = (words: string) =>
      matchQuotes(`“${words},” Lee said.`, gapped).map(({ kind, differences }) => ({ kind, differences }));
    const cut = 'we never told the families about it, and';
    expect(
      describeMatches(`We found lead in the drinking water ${sign} we will replace every pipe before spring`),
    ).toEqual([{ kind: 'trimmed', differences: [{ kind: 'cut', statement: cut, page: '' }] }]);
    expect(
      describeMatches(
        `We found lead in the drinking water, ${sign} we never told the families about it, and we will replace every pipe before spring`,
      ),
    ).toEqual([{ kind: 'verbatim', differences: [] }]);
  },
);

test('a word before the omission that is repeated after it does not hide the omission sign', () => {
  const said =
    'In March we found lead in the water, we never told anybody, we will replace every single pipe before spring.';
  const [match] = matchQuotes(
    '“In March we found lead in the water … we will replace every single pipe before spring,” Lee said.',
    indexOf({ ...pack, statements: [sayingOf('pipes', 'Ann Lee', [said])] }),
  );
  expect(match?.kind).toBe('trimmed');
  expect(match?.differences).toEqual([{ kind: 'cut', statement: 'we never told anybody', page: '' }]);
});

test('numbers, money and words of scripts without spaces are compared as words', () => {
  const of = (said: string, printed: string) => {
    const known = indexOf({ ...pack, statements: [sayingOf('pipes', 'Ann Lee', [said])] });
    return matchQuotes(`“${printed},” Lee said.`, known).flatMap(({ kind, differences }) => [
      kind,
      ...differences.map(({ statement, page }) => `${statement}>${page}`),
    ]);
  };
  const said = 'The council will spend $5,000.50 or 10% of its budget on 東京水道 replacement pipes';
  expect(of(said, said)).toEqual(['verbatim']);
  expect(of(said, said.replace('$', '€'))).toEqual(['altered', '$>€']);
  expect(of(said, said.replace('10%', '10\u00a0percent'))).toEqual(['verbatim']);
  expect(of(said, said.replace('水道', '電力'))).toEqual(['similar', '水道>電力']);
});

test('a statement split by its attribution is one match for each piece, and the attribution is in none', () => {
  const text =
    '“We cannot promise,” said Lee, “that the cameras will be gone before the next election in March.”';
  const matches = matchQuotes(text, indexOf(lookalike));
  expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual([
    'We cannot promise',
    'that the cameras will be gone before the next election in March',
  ]);
  expect(matches.map(({ kind }) => kind)).toEqual(['verbatim', 'verbatim']);
});

const speakerCases: readonly [string, string, boolean][] = [
  ['the speaker', 'said Ann Lee.', false],
  ['the speaker with a role', 'said the head of the Lund office, Ann Lee, on Monday.', false],
  ['a pronoun', 'she said.', false],
  ['nobody', '', false],
  ['a listener', 'she told the Daily Mirror.', false],
  ['somebody else', 'said Bea Moss.', true],
  ['somebody else before the verb', 'Moss said.', true],
];

test.each(speakerCases)('words given to %s', (_, attribution, differs) => {
  const text = `“We cannot promise that the cameras will be gone before the next election in March,” ${attribution}`;
  expect(matchQuotes(text, indexOf(lookalike)).map(({ speakerDiffers }) => speakerDiffers)).toEqual([
    differs,
  ]);
});

/** Counts by expected kind, printed so that a change of quality is visible before it fails. */
class Score {
  readonly #rows = new Map<string, { expected: number; found: number; claimed: number; right: number }>();

  #row(kind: string) {
    const row = this.#rows.get(kind) ?? { expected: 0, found: 0, claimed: 0, right: 0 };
    this.#rows.set(kind, row);
    return row;
  }

  add(
    expected: readonly string[],
    matches: readonly QuoteMatch[],
    isRight: (match: QuoteMatch) => boolean,
  ): void {
    const [main = 'none'] = expected;
    const isFound = matches.length === 0 ? expected.includes('none') : matches.every(isRight);
    this.#row(main).expected += 1;
    if (isFound) this.#row(main).found += 1;
    for (const match of matches) {
      this.#row(match.kind).claimed += 1;
      if (isRight(match)) this.#row(match.kind).right += 1;
    }
  }

  precision(kind: QuoteMatchKind): number {
    const { right, claimed } = this.#row(kind);
    return claimed === 0 ? 1 : right / claimed;
  }

  recall(kind: QuoteMatchKind): number {
    const { found, expected } = this.#row(kind);
    return expected === 0 ? 1 : found / expected;
  }

  print(title: string): void {
    const rows = [...this.#rows.keys()].map((kind) => {
      const { expected, found, claimed, right } = this.#row(kind);
      return `  ${kind}: precision ${right}/${claimed}, recall ${found}/${expected}`;
    });
    console.log(`${title}\n${rows.join('\n')}`);
  }
}

function variantsOf(statement: Statement): Variant[] {
  const runs: string[][] = [[]];
  for (const sentence of statement.sentences) {
    if (sentence === null) runs.push([]);
    else runs.at(-1)?.push(sentence);
  }
  const single = statement.sentences.flatMap((sentence) => (sentence === null ? [] : [[sentence]]));
  const speaker = statement.speaker?.text ?? 'The maker';
  return [...runs.filter((run) => run.length > 1), ...single].flatMap((run) => makeVariants(run, speaker));
}

test('variants of every statement meet the targets by kind', slow, () => {
  const score = new Score();
  const looser: string[] = [];
  for (const statement of pack.statements) {
    for (const variant of variantsOf(statement)) {
      const matches = matchQuotes(variant.text, index);
      score.add(variant.kinds, matches, (match) => {
        const isSpeakerRight = statement.speaker === null || match.speakerDiffers === variant.speakerDiffers;
        return idOf(match) === statement.id && variant.kinds.includes(match.kind) && isSpeakerRight;
      });
      const isAltered = variant.kinds[0] === 'altered';
      if (isAltered && matches.some(({ kind }) => kind !== 'altered')) looser.push(variant.text);
    }
  }
  score.print('Variants of every statement:');
  expect(looser).toEqual([]);
  for (const kind of ['verbatim', 'trimmed'] as const) {
    expect(score.precision(kind)).toBe(1);
    expect(score.recall(kind)).toBeGreaterThanOrEqual(0.98);
  }
  expect(score.precision('similar')).toBeGreaterThanOrEqual(0.97);
  expect(score.recall('similar')).toBeGreaterThanOrEqual(0.85);
});

const hasArticles = existsSync('../shared/sources');
if (!hasArticles)
  console.log('Left out: the five articles against each other, and the prose; ../shared is not there.');

/** The article's text without what it alone prints: its wordings removed, and sentences that no other outlet prints. */
function packWithout(sourceIds: ReadonlySet<string>): Pack {
  const statements = pack.statements.flatMap((statement): Statement[] => {
    const wordings = statement.wordings.filter(({ source }) => !sourceIds.has(source));
    if (wordings.length === 0) return [];
    const printed = wordings.map(({ text }) => lettersOf(text)).join(' | ');
    const sentences = statement.sentences.map((sentence) =>
      sentence !== null && printed.includes(lettersOf(sentence)) ? sentence : null,
    );
    return [{ ...statement, sentences, wordings }];
  });
  return { ...pack, statements };
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

test.runIf(hasArticles)('each article is recognised by what the others printed', slow, () => {
  const texts = readdirSync('../shared/sources')
    .filter((name) => name.endsWith('.txt'))
    .map((name) => readFileSync(`../shared/sources/${name}`, 'utf8'));
  let expected = 0;
  let found = 0;
  for (const text of texts) {
    const own = new Set(pack.sources.filter(({ id }) => isPrintedIn(text, id)).map(({ id }) => id));
    const others = packWithout(own);
    const othersIndex = indexOf(others);
    let at = 0;
    for (const line of text.split('\n')) {
      const matches = matchQuotes(line, othersIndex);
      for (const { statement, wording } of printedBetween(own, at, at + line.length)) {
        const other = others.statements.find(({ id }) => id === statement);
        const isKnown = other?.wordings.some(
          (one) =>
            lettersOf(one.text).includes(lettersOf(wording.text)) ||
            lettersOf(wording.text).includes(lettersOf(one.text)),
        );
        // One word ("expediently") identifies no speaker: the shortest passage that matches has four.
        if (!isKnown || wording.text.split(/\s+/).length < 4) continue;
        expected += 1;
        const isTraced = matches.some(
          (match) =>
            idOf(match) === statement &&
            match.kind !== 'altered' &&
            at + match.start < wording.end &&
            at + match.end > wording.start,
        );
        if (isTraced) found += 1;
      }
      for (const match of matches) {
        const isPrinted = printedBetween(own, at + match.start, at + match.end).some(
          ({ statement }) => statement === idOf(match),
        );
        expect(isPrinted, line.slice(match.start, match.end)).toBe(true);
        expect(match.speakerDiffers).toBe(false);
      }
      at += line.length + 1;
    }
  }
  console.log(`The five articles by what the others printed: ${found} of ${expected} passages.`);
  expect(expected).toBeGreaterThan(10);
  expect(found / expected).toBeGreaterThanOrEqual(0.98);
});

function isPrintedIn(text: string, sourceId: string): boolean {
  const wordings = pack.statements.flatMap((statement) =>
    statement.wordings.filter(({ source }) => source === sourceId),
  );
  return wordings.some(({ text: words, start, end }) => text.slice(start, end) === words);
}

function printedBetween(sourceIds: ReadonlySet<string>, from: number, to: number) {
  return pack.statements.flatMap(({ id, wordings }) =>
    wordings
      .filter(({ source, start, end }) => sourceIds.has(source) && start < to && end > from)
      .map((wording) => ({ statement: id, wording })),
  );
}

/** Passages of the prose that print a statement of the pack, labelled by hand: file, line, statement. */
const printedInProse: readonly (readonly [string, number, string])[] = [];

test.runIf(hasArticles)('prose on the subject has no match that a reader would not call one', slow, () => {
  const folder = '../shared/labelled/prose';
  const found: (readonly [string, number, string])[] = [];
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
    for (const [line, text] of readFileSync(`${folder}/${name}`, 'utf8').split('\n').entries()) {
      for (const match of matchQuotes(text, index)) found.push([name, line, idOf(match)]);
    }
  }
  expect(found).toEqual(printedInProse);
});

test('the index is the same bytes for the same statements, also at an odd place in memory', () => {
  const bytes = compileStatements(statementsOfPack(pack));
  expect(compileStatements(statementsOfPack(pack))).toEqual(bytes);
  const askew = new Uint8Array(bytes.length + 1);
  askew.set(bytes, 1);
  const [variant] = heldOutVariants;
  expect(matchQuotes(variant?.text ?? '', openStatementIndex(askew.subarray(1)))).toHaveLength(1);
});

test.each([
  ['nothing', new Uint8Array()],
  ['other bytes', new Uint8Array(64).fill(7)],
  ['half an index', compileStatements(statementsOfPack(pack)).slice(0, 400)],
])('%s is refused as an index', (_, bytes) => {
  expect(() => openStatementIndex(bytes)).toThrow(RangeError);
});

test('an index of no statements finds nothing', () => {
  expect(
    matchQuotes('“Anything at all can stand here,” they said.', openStatementIndex(compileStatements([]))),
  ).toEqual([]);
});
