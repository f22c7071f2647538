import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { weighEntities } from '../../src/matching/names/weigh-entities.ts';
import { findOnPage, type PrintedMention } from '../../tools/mentions/find-on-page.ts';
import { readPage } from '../../tools/mentions/read-page.ts';
import { loadPack } from '../../tools/pack-files/load-pack.ts';

const root = path.join(import.meta.dirname, '../..');
const pages = path.join(root, '../shared/pages');

/** Larger pages take most of the time and show nothing new; `npm run mentions` reads them as well. */
const maxBytes = 120_000;

interface ManifestRow {
  readonly file: string;
  /** How many times the page mentions facial recognition; 0: it is about something else. */
  readonly subjectCount: number;
}

if (!existsSync(pages)) {
  test('what is shown on real pages: left out, because ../shared/pages is not there', () => {
    expect(existsSync(path.join(root, 'assets/knowledge/facial-recognition'))).toBe(true);
  });
} else {
  testRealPages();
}

function testRealPages(): void {
  const rows = readManifest();

  test('on pages about something else, at most one mark in ten pages', { timeout: 300_000 }, async () => {
    const others = rows.filter(({ subjectCount }) => subjectCount === 0);
    const marks: string[] = [];
    for (const { file } of others) {
      for (const { entity, text } of shownOf((await findOn(file)).mentions))
        marks.push(`${file}: ${entity} "${text}"`);
    }
    expect(others.length).toBeGreaterThan(20);
    expect(marks.length / others.length, marks.join('\n')).toBeLessThanOrEqual(0.1);
  });

  test('on pages about the subject, each entity with something to say once, in some 35 words one mark', {
    timeout: 300_000,
  }, async () => {
    const related = rows.filter(({ subjectCount }) => subjectCount >= 5);
    const faults: string[] = [];
    let markedPages = 0;
    for (const { file } of related) {
      const { mentions, page } = await findOn(file);
      const shown = shownOf(mentions);
      if (shown.length > 0) markedPages += 1;
      const ids = shown.map(({ entity }) => entity);
      const outside = shown.filter(({ block }) => !page.placeOf(block).isArticle);
      const unfit = ids.filter((id) => !topicsOnEntities.has(id) || weights.get(id) === 0);
      const words = page.blocks
        .filter((_, block) => page.placeOf(block).isArticle)
        .join(' ')
        .split(/\s+/);
      if (outside.length + unfit.length > 0 || new Set(ids).size < ids.length)
        faults.push(`${file}: ${ids.join(' ')}`);
      if (shown.length > words.length / 30 + 3)
        faults.push(`${file}: ${shown.length} in ${words.length} words`);
    }
    expect(related.length).toBeGreaterThan(20);
    expect(faults).toEqual([]);
    expect(markedPages / related.length).toBeGreaterThan(0.9);
  });
}

function readManifest(): ManifestRow[] {
  const [header = '', ...lines] = readFileSync(path.join(pages, 'manifest.tsv'), 'utf8').trim().split('\n');
  const columns = header.split('\t');
  const column = (name: string) => columns.indexOf(name);
  return lines
    .map((line) => line.split('\t'))
    .filter((cells) => Number(cells[column('bytes')]) <= maxBytes)
    .map((cells) => ({ file: cells[column('path')] ?? '', subjectCount: Number(cells[column('fr_total')]) }));
}

const { pack } = await loadPack(path.join(root, 'assets/knowledge/facial-recognition'));
if (!pack) throw new Error('The built-in pack cannot be read: npm run knowledge:check says why.');
const index = openNameIndex(compileNames(namesOfPack(pack)));
const weights = weighEntities(pack);
const topicsOn = new Set(
  pack.topics.filter(({ onByDefault }) => onByDefault).map(({ id }) => `${pack.id}/${id}`),
);
const topicsOnEntities = new Set(
  pack.entities.filter(({ topic }) => topicsOn.has(`${pack.id}/${topic}`)).map(({ id }) => id),
);

async function findOn(file: string) {
  const page = await readPage(path.join(pages, file));
  const { mentions } = findOnPage(page, { index, matchQuotes: () => [], topicsOn, topicsListed: null });
  return { page, mentions };
}

function shownOf(mentions: readonly PrintedMention[]): PrintedMention[] {
  return mentions.filter(({ shown }) => shown);
}
