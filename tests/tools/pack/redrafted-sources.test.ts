/**
 * The five articles of the built-in pack, drafted again and compared with what was written by hand. They are their publishers' and not part of this
 * repository; where they are missing, the test says so. docs/stories.md has the figures.
 */
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { compileNames } from '../../../src/matching/names/compile-names.ts';
import { findNamesInBlocks } from '../../../src/matching/names/find-names-in-blocks.ts';
import { openNameIndex } from '../../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../../src/matching/names/names-of-pack.ts';
import { resolveLines } from '../../../src/matching/names/resolve-lines.ts';
import { sourceOfText } from '../../../tools/knowledge-checks/pack-to-check.ts';
import { checkOwnPack } from '../../../tools/pack/check-own-pack.ts';
import { builtInPackFolder } from '../../../tools/pack-files/built-in-pack.ts';
import { loadPack } from '../../../tools/pack-files/load-pack.ts';
import { readSourceTexts } from '../../../tools/pack-files/read-source-texts.ts';
import { makeAuthorFolder } from './author-folder.ts';

const sources = path.join(import.meta.dirname, '../../../../shared/sources');
const isThere = existsSync(sources);
const author = makeAuthorFolder();

/** Each wording of the articles at hand as `article start end`, statement by statement. */
function listWordings(pack: Pack, hashes: ReadonlySet<string>): string[][] {
  return pack.statements
    .map(({ wordings }) =>
      wordings.flatMap(({ source, start, end, openMark, closeMark }) => {
        const { textSha256 = '' } =
          sourceOfText(
            pack,
            pack.sources.find(({ id }) => id === source),
          ) ?? {};
        return hashes.has(textSha256) ? [`${textSha256} ${start} ${end} ${openMark}${closeMark}`] : [];
      }),
    )
    .filter((wordings) => wordings.length > 0);
}

/** For each entity that the pack's own names find in the articles how many places, and in how many articles. */
function countNamed(pack: Pack, texts: ReadonlyMap<string, string>): Map<string, number> {
  const index = openNameIndex(compileNames(namesOfPack(pack)));
  const counts = new Map<string, number>();
  for (const text of texts.values()) {
    const lines = findNamesInBlocks(text.split(/\n+/), index).map((block) => block.lines);
    for (const { entity } of resolveLines(lines, index).flat()) {
      counts.set(entity, (counts.get(entity) ?? 0) + 1);
    }
  }
  return counts;
}

/** The entity of the built-in pack that has all of these names. */
function findEntity(pack: Pack, names: readonly string[]): string | undefined {
  const found = pack.entities.filter((entity) => {
    const known = [entity.title, ...entity.names.map(({ text }) => text)];
    return names.every((name) => known.includes(name));
  });
  return found.length === 1 ? found[0]?.id : undefined;
}

test(`the five articles give the built-in pack’s wordings, utterances and entities${isThere ? '' : ' (left out: ../shared is not there)'}`, async () => {
  if (!isThere) return;
  const { pack: known } = await loadPack(builtInPackFolder);
  if (!known) throw new Error('The built-in pack cannot be read: npm run knowledge:check says why.');
  const texts = await readSourceTexts(sources);
  const hashes = new Set(texts.keys());

  expect(await author.run('draft', sources, '-o', 'redrafted')).toMatchObject({ code: 0, stderr: '' });
  const folder = path.join(author.home, 'redrafted');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { problems, checked } = await checkOwnPack(folder);
  expect(problems).toEqual([]);
  const drafted = checked?.pack as Pack;

  const expected = listWordings(known, hashes);
  const found = listWordings(drafted, hashes);
  const wordings = new Set(found.flat());
  const utterances = new Set(found.map((one) => one.toSorted().join('\n')));
  const named = countNamed(known, texts);
  const entities = drafted.entities.map(({ title, names }) =>
    findEntity(known, [title, ...names.map(({ text }) => text)]),
  );
  const right = new Set(entities.filter((entity) => entity !== undefined));
  const printed = expected.flat();
  const atTwoPlaces = [...named].filter(([, count]) => count > 1).map(([ref]) => ref.replace(/^.*\//, ''));
  const figures = {
    wordings: `${printed.filter((one) => wordings.has(one)).length} of ${printed.length}`,
    wordingsBesides: [...wordings].filter((one) => !printed.includes(one)).length,
    utterances: `${expected.filter((one) => utterances.has(one.toSorted().join('\n'))).length} of ${expected.length}`,
    draftedEntitiesThatThePackHas: `${right.size} of ${entities.length}`,
    packEntitiesAtTwoPlacesDrafted: `${atTwoPlaces.filter((id) => right.has(id)).length} of ${atTwoPlaces.length}`,
  };
  // Half of the entities that are not drafted have descriptions for names: "the moratorium", "racial bias".
  expect(figures).toEqual({
    wordings: '26 of 26',
    wordingsBesides: 0,
    utterances: '13 of 14',
    draftedEntitiesThatThePackHas: '37 of 47',
    packEntitiesAtTwoPlacesDrafted: '24 of 43',
  });
});
