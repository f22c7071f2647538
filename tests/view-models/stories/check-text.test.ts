import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { createTextChecker } from '../../../src/view-models/stories/check-text.ts';
import { type CheckedQuotation, maxCheckedLength } from '../../../src/view-models/stories/checked-text.ts';
import { readKeptWords } from '../../../src/view-models/stories/kept-words.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { keptArticleOf } from '../../stories/kept/kept-article-of.ts';

const { pack } = await loadPack(join(import.meta.dirname, '../../../assets/knowledge/facial-recognition'));
if (!pack) throw new Error('The built-in pack is invalid.');
const builtIn: Pack = pack;
const checker = createTextChecker([builtIn]);

function checkOne(text: string): CheckedQuotation {
  const { quotations } = checker.check(text);
  expect(quotations).toHaveLength(1);
  return quotations[0] as CheckedQuotation;
}

describe('one quotation', () => {
  test.each([
    ['word for word', 'She wrote: “Racial justice requires algorithmic justice.”', 'verbatim'],
    ['cut', '“This surveillance technology’s threat will not disappear in a year,” Ozer said.', 'trimmed'],
    [
      'a part',
      'Amazon hopes that it “might give Congress enough time to implement appropriate rules”.',
      'trimmed',
    ],
    [
      'another number',
      'Amazon: "We\'re implementing a two-year moratorium on police use of Amazon\'s facial recognition technology."',
      'altered',
    ],
    [
      'a negation lost',
      'Microsoft said, “We will sell facial-recognition technology to police departments.”',
      'altered',
    ],
    ['made up', '“I was right all along and nobody listened,” Timnit Gebru said.', 'nowhere'],
    ['three words of a longer wording', 'Lofgren wrote of “symbols of cruelty”.', 'trimmed'],
    ['the one word that a source quotes', 'They should “expediently” go, Lofgren wrote.', 'verbatim'],
    ['another word', 'They should “quickly” go, Lofgren wrote.', 'short'],
    ['a term', 'The so-called “smart moratorium” failed.', 'short'],
  ])('%s', (_, text, outcome) => {
    expect(checkOne(text).outcome).toBe(outcome);
  });

  test('says which words differ, those that both have in different forms first', () => {
    const { found } = checkOne(
      'Amazon: “We’re implementing a two-year moratorium on police use of Amazon’s facial recognition technology.”',
    );
    expect(found[0]?.statement.ref).toBe('facial-recognition/amazon-moratorium-post');
    expect(found[0]?.differences[0]).toEqual({ kind: 'changed', statement: 'one', page: 'two' });
    expect(found[0]?.statement.wordings.map(({ source }) => source.outlet)).toContain('Input');
  });

  test('names what no source prints of a quotation that goes on differently', () => {
    const { outcome, unknown, found } = checkOne(
      '“It took two years for Amazon to get to this point, and we will never forgive them,” Nicole Ozer said.',
    );
    expect(outcome).toBe('partly');
    expect(unknown).toEqual(['and we will never forgive them']);
    expect(found[0]?.statement.ref).toBe('facial-recognition/ozer-amazon-moratorium');
  });

  test('names a made-up sentence beside a known one', () => {
    const { outcome, unknown } = checkOne(
      '“Racial justice requires algorithmic justice. Robots deserve holidays,” Joy Buolamwini said.',
    );
    expect(outcome).toBe('partly');
    expect(unknown).toEqual(['Robots deserve holidays']);
  });

  test('says that the words are given to somebody else', () => {
    const { found } = checkOne(
      '“It took two years for Amazon to get to this point, but we’re glad the company is finally recognizing the dangers face recognition poses to Black and Brown communities,” Brad Smith said.',
    );
    expect(found[0]?.speakerDiffers).toBe(true);
  });

  test('is one where its attribution divides it', () => {
    const { text, outcome } = checkOne(
      '“It took two years for Amazon to get to this point,” Nicole Ozer said, “but we’re glad the company is finally recognizing the dangers face recognition poses to Black and Brown communities and civil rights more broadly.”',
    );
    expect(text).toMatch(/^It took two years .+ … but we’re glad/);
    expect(outcome).toBe('verbatim');
  });
});

test('every wording of the pack is found, as it is printed', () => {
  for (const { id, wordings } of builtIn.statements) {
    for (const passage of wordings.flatMap(({ text }) => text.split('\n\n“'))) {
      const { quotations } = checker.check(`Somebody wrote: “${passage}”`);
      const found = quotations.map(({ outcome, unknown }) => ({ outcome, unknown }));
      expect(found, `${id}: ${passage}`).toHaveLength(1);
      expect(found[0]?.unknown).toEqual([]);
      expect(found[0]?.outcome).toMatch(/verbatim|trimmed/);
    }
  }
});

test('an answer of a chat assistant: what was changed comes first, then what is found nowhere', () => {
  const { quotations, sourceCount, isCut } = checker.check(`## What was said

Amazon paused sales of its system:

- **Amazon**: "We're implementing a two-year moratorium on police use of Amazon's facial recognition technology."
- **Fight for the Future** called it "nothing more than a public relations stunt".
- **Timnit Gebru**: "I was right all along and nobody listened to me."

> Racial justice requires algorithmic justice.

IBM firmly opposes and will not condone uses of any technology, including facial recognition technology offered by other vendors, for mass surveillance, racial profiling.`);
  expect(quotations.map(({ outcome, isMarked }) => [outcome, isMarked])).toEqual([
    ['altered', true],
    ['nowhere', true],
    ['trimmed', false],
    ['verbatim', true],
    ['verbatim', true],
  ]);
  expect(quotations.at(-1)?.text).toBe('Racial justice requires algorithmic justice.');
  expect(isCut).toBe(false);
  const genuine = builtIn.sources.filter(({ editionOf, rewordedFrom }) => !editionOf && !rewordedFrom);
  expect(sourceCount).toBe(genuine.length);
});

test('what is kept and what a pack knows are both shown', () => {
  const kept: Pack = {
    ...builtIn,
    id: 'kept-0123456789abcdef',
    title: 'My story',
    sources: builtIn.sources.slice(0, 1),
    statements: builtIn.statements
      .filter(({ id }) => id === 'buolamwini-racial-justice')
      .map((one) => ({
        ...one,
        wordings: one.wordings.map((wording) => ({ ...wording, source: builtIn.sources[0]?.id ?? '' })),
      })),
  };
  const both = createTextChecker([builtIn, kept]);
  const { quotations, sourceCount } = both.check('“Racial justice requires algorithmic justice,” she said.');
  expect(quotations[0]?.found.map(({ pack: { id } }) => id)).toEqual([builtIn.id, kept.id]);
  expect(sourceCount).toBe(checker.check('').sourceCount + 1);
});

test('a longer text is checked up to the limit, and says so', () => {
  const filler = `${'Nothing is quoted here. '.repeat(20)}\n\n`;
  const long = filler.repeat(Math.ceil(maxCheckedLength / filler.length));
  const known = '“Racial justice requires algorithmic justice.”';
  expect(checker.check(`${known}\n\n${long}`)).toMatchObject({
    isCut: true,
    quotations: [{ outcome: 'verbatim' }],
  });
  expect(checker.check(`${long}\n\n${known}`)).toMatchObject({ isCut: true, quotations: [] });
});

test('without packs everything is found nowhere', () => {
  const { quotations, sourceCount } = createTextChecker([]).check(
    '“We will close the bridge on Monday,” she said.',
  );
  expect(sourceCount).toBe(0);
  expect(quotations.map(({ outcome }) => outcome)).toEqual(['nowhere']);
});

describe('the words of a kept article that it does not quote', () => {
  const kept = keptArticleOf('Trams can’t cross the river any more, and the bridge is closed.', {
    ...{ title: 'The bridge has closed for good', outlet: 'Weekly' },
  });
  const withKept = createTextChecker([builtIn], [readKeptWords(kept)]);
  const outcomeOf = (text: string) => withKept.check(text).quotations.map(({ outcome }) => outcome);

  test('are printed, not as a quotation, by a kept article that is named', () => {
    const { quotations } = withKept.check("She wrote: “Trams can't cross the river any more.”");
    expect(quotations).toMatchObject([
      { outcome: 'unquoted', found: [], printers: [{ id: kept.id, outlet: 'Weekly' }] },
    ]);
  });

  test.each([
    ['in its headline', '“The bridge has closed for good,” Lee said.', 'unquoted'],
    ['divided', '“Trams can’t cross the river,” Lee said, “and the bridge is closed.”', 'unquoted'],
    ['that begin within a word', '“Rams can’t cross the river any more,” Lee said.', 'nowhere'],
    ['in another order', '“The bridge is closed, and trams can’t cross the river,” Lee said.', 'nowhere'],
    ['from headline into text', '“Closed for good trams can’t cross,” Lee said.', 'nowhere'],
    ['too few', 'Lee spoke of a “bridge”.', 'short'],
  ])('%s', (_, text, outcome) => {
    expect(outcomeOf(text)).toEqual([outcome]);
  });
});
