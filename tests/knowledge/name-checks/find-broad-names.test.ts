import { expect, test } from 'vitest';
import { findBroadNames } from '../../../src/knowledge/name-checks/find-broad-names.ts';
import type { Name, Pack } from '../../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../../src/knowledge/validation/parse-pack.ts';
import { describeInEnglish } from '../../../tools/command-line/describe-in-english.ts';
import { smallPackFiles } from '../small-pack.ts';

function broadNames(names: readonly Name[], language = 'en') {
  const { pack } = parsePack(smallPackFiles());
  const entity = pack?.entities[0];
  if (!pack || !entity) throw new Error('the small pack is broken');
  const problems: string[] = [];
  const broad: Pack = { ...pack, language, entities: [{ ...entity, names: [...names] }] };
  findBroadNames(
    broad,
    () => 'a.json',
    (problem) => {
      const { file, path, reason } = describeInEnglish(problem);
      problems.push(`${file} ${path}: ${reason}`);
    },
  );
  return problems;
}

/** None of them is refused alone; together they are a third of the words of a text about a market. */
const nouns =
  'market square opens Saturday villages bread cheese flowers noon tables empty council wants old station room cars traders happy plan customers walk children told meeting cross river bag apples mayor decided listen month report town planning office needs drains cost deal yard weather dry people school year week money nothing everyone';

test('a name is reported with its file and its place', () => {
  expect(broadNames([{ text: 'Lund' }, { text: 'and' }])).toEqual([
    expect.stringMatching(/^a\.json entities\[acme\]\.names\[1\]: The name "and" is one of the most common/),
  ]);
});

test('a dictionary of ordinary words is refused as a whole, though none of them is by itself', () => {
  const names = nouns.split(' ').map((text): Name => ({ text }));
  const problems = broadNames(names).filter((problem) => problem.startsWith('a.json entities: '));
  expect(problems).toEqual([
    expect.stringMatching(
      /would mark 3\d % of the words of an ordinary text \("market", "square", "opens", .*; the maximum is 30 %/,
    ),
  ]);
});

test('the same words with a rule are for the rule to decide', () => {
  const names = nouns.split(' ').map((text): Name => ({ text, needs: { block: ['Lund'] } }));
  expect(broadNames(names)).toEqual([]);
});

test('words in their exact case mark only what is printed so', () => {
  const names = nouns.split(' ').map((text): Name => ({ text: text.toUpperCase() }));
  expect(broadNames(names).filter((problem) => problem.startsWith('a.json entities: '))).toEqual([]);
});

test('long phrases of an ordinary text count with all their words', () => {
  const phrases = [
    'The market on the square opens early on Saturday',
    'People come from the villages around with bread',
    'by noon most of the tables are empty',
    'this year the council wants to move it to the old station',
    'where there is more room for cars',
    'the traders are not happy with the plan',
    'our customers walk here with their children',
  ];
  expect(broadNames(phrases.map((text) => ({ text })))).toEqual([expect.stringMatching(/would mark \d\d %/)]);
});
