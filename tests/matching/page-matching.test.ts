import { expect, test } from 'vitest';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import { parsePack } from '../../src/knowledge/parse-pack.ts';
import { compileNames } from '../../src/matching/compile-names.ts';
import { compilePack } from '../../src/matching/compile-pack.ts';
import { findMentions } from '../../src/matching/find-mentions.ts';
import { openNameIndex } from '../../src/matching/name-index.ts';
import { namesOfPack } from '../../src/matching/names-of-pack.ts';
import { largestWholeIndex, openPageMatching } from '../../src/matching/page-matching.ts';
import { openStatementIndex } from '../../src/matching/statement-index.ts';
import { extraNames } from '../../tools/bench/extra-names.ts';
import { smallPackFiles } from '../knowledge/small-pack.ts';

function makePack(id: string): Pack {
  const { pack, problems } = parsePack(smallPackFiles());
  if (!pack) throw new Error(JSON.stringify(problems));
  return { ...pack, id };
}

test('small packs are put together as if they had been compiled in one piece, in their order', () => {
  const packs = [makePack('one'), makePack('two')];
  const { whole } = openPageMatching(packs.map(compilePack));
  const index = openNameIndex(whole?.names as Uint8Array);
  const atOnce = openNameIndex(compileNames(packs.flatMap(namesOfPack)));
  expect(index.nameCount).toBe(atOnce.nameCount);
  for (const text of ['Acme paused Iris, a system.', 'Iris', 'the Iris system of Acme']) {
    expect(findMentions(text, index)).toEqual(findMentions(text, atOnce));
  }
  expect(findMentions('Acme', index)[0]?.entity).toBe('one/acme');
  const statements = openStatementIndex(whole?.statements as Uint8Array);
  expect(
    Array.from({ length: statements.statementCount }, (_, number) => statements.statement(number).ref),
  ).toEqual(['one/lee-letter', 'two/lee-letter']);
});

test('a pack that stands alone is handed on as it was compiled', () => {
  const compiled = compilePack(makePack('one'));
  expect(openPageMatching([compiled]).whole).toBe(compiled);
});

test('names of all packs are found in texts as they stand there, the longest of each pack', () => {
  const named = (id: string, ...names: string[]) => {
    const entities = [
      {
        ref: `${id}/x`,
        topic: `${id}/topic`,
        show: 'always' as const,
        names: names.map((text) => ({ text })),
      },
    ];
    return { ...compilePack(makePack(id)), names: compileNames(entities) };
  };
  const matching = openPageMatching([named('one', 'Acme'), named('two', 'Acme Iris', 'Acme Iris Systems')]);
  expect(matching.findNames(['Acme and the acme\u00a0iris.', 'No name.', 'Acme Iris Systems'])).toEqual([
    { entity: 'one/x', text: 'Acme' },
    { entity: 'one/x', text: 'acme' },
    { entity: 'two/x', text: 'acme\u00a0iris' },
    { entity: 'one/x', text: 'Acme' },
    { entity: 'two/x', text: 'Acme Iris Systems' },
  ]);
});

test('large packs are not handed on whole', () => {
  const names = extraNames(9_000, 5).map((text, i) => ({
    ref: `large/e${i}`,
    topic: 'large/topic',
    show: 'always' as const,
    names: [{ text }],
  }));
  const large = { ...compilePack(makePack('one')), names: compileNames(names) };
  expect(large.names.length).toBeGreaterThan(largestWholeIndex);
  const matching = openPageMatching([compilePack(makePack('two')), large]);
  expect(matching.whole).toBeUndefined();
  expect(matching.select({ words: ['acme'], known: [] }).known).toEqual(['acme']);
  expect(openStatementIndex(matching.statements).statementCount).toBe(2);
});
