import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compileNames } from '../../src/matching/names/compile-names.ts';
import { openNameIndex } from '../../src/matching/names/name-index.ts';
import { namesOfPack } from '../../src/matching/names/names-of-pack.ts';
import { compileStatements } from '../../src/matching/quotations/compile-statements.ts';
import { statementsOfPack } from '../../src/matching/quotations/indexed-statement.ts';
import { matchQuotes } from '../../src/matching/quotations/match-quotes.ts';
import { openStatementIndex } from '../../src/matching/quotations/statement-index.ts';
import { findOnPage } from '../../tools/mentions/find-on-page.ts';
import { readPage } from '../../tools/mentions/read-page.ts';
import { builtInPackFolder } from '../../tools/pack-files/built-in-pack.ts';
import { loadPack } from '../../tools/pack-files/load-pack.ts';

const folder = path.join(import.meta.dirname, '../../../shared/sources');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.txt')) : [];

const { pack } = await loadPack(builtInPackFolder);
if (!pack) throw new Error('The built-in pack cannot be read: npm run knowledge:check says why.');
const index = openNameIndex(compileNames(namesOfPack(pack)));
const statements = openStatementIndex(compileStatements(statementsOfPack(pack)));
const topics = pack.topics.filter(({ onByDefault }) => onByDefault).map(({ id }) => `${pack.id}/${id}`);

test('the articles of the pack are there, or left out', () => {
  expect(files.length === 0 || files.length === 5).toBe(true);
});

test.each(files)('%s: names do not drown its quotations, at most one mark in some 35 words', async (file) => {
  const page = await readPage(path.join(folder, file));
  const { mentions, traces } = findOnPage(page, {
    index,
    matchQuotes: (text) => matchQuotes(text, statements),
    topicsOn: new Set(topics),
    topicsListed: null,
  });
  const shown = mentions.filter((mention) => mention.shown);
  const wordCount = page.blocks.join(' ').split(/\s+/).length;
  expect(traces.length).toBeGreaterThan(0);
  expect(shown.length).toBeGreaterThan(3);
  expect(shown.length + traces.length).toBeLessThanOrEqual(wordCount / 35 + 1);
  for (const { block, start, end } of shown) {
    const isQuoted = traces.some((trace) => trace.block === block && start < trace.end && end > trace.start);
    expect(isQuoted).toBe(false);
  }
});
