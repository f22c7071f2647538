/** `pack check --fix`: what the articles tell, and nothing else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { edit, makeAuthorFolder } from './author-folder.ts';

const author = makeAuthorFolder();
const { run, example } = author;

const names = ['pack.json', 'topics.json', 'sources.json', 'statements.json', 'claims.json', 'events.json'];
const readAll = (folder: string) => names.map((name) => readFileSync(path.join(folder, name), 'utf8'));

test('numbers that are missing or wrong are written and told, and the files are as they were', async () => {
  const folder = await example('numbers');
  const sound = readAll(folder);
  edit(path.join(folder, 'sources.json'), (text) => text.replace(/,\n\s+"textSha256": "\w+"/, ''));
  edit(path.join(folder, 'sources.json'), (text) =>
    text.replace(/"textSha256": "\w+"/, `"textSha256": "${'0'.repeat(64)}"`),
  );
  edit(path.join(folder, 'statements.json'), (text) =>
    text.replace(/"(start|end)": \d+/g, '"$1": 0').replaceAll('"part": 2', '"part": 7'),
  );
  edit(path.join(folder, 'claims.json'), (text) => text.replace(/"end": \d+/g, '"end": 3'));
  const { code, stdout, stderr } = await run('check', '--fix', 'numbers');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Wrote sources\.json: sources\[harbour-post\]: textSha256 [0-9a-f]{64}\n/);
  expect(stdout).toMatch(
    /Wrote statements\.json: statements\[falk-after-the-vote\]\.wordings\[0\]: start \d+, end \d+\n/,
  );
  expect(stdout).toMatch(/wordings\[1\]: part 2\n/);
  expect(stdout).toMatch(
    /Wrote claims\.json: claims\[[^\]]+\]\.positions\[0\]\.evidence\[0\]: start \d+, end \d+\n/,
  );
  expect(stdout).toMatch(/\nNo problems found\.\n$/);
  expect(readAll(folder)).toEqual(sound);

  const again = await run('check', 'numbers', '--fix');
  expect(again.stdout).toMatch(/^Nothing was written\.\n\nPack "numbers"/);
});

test('a file with nothing to write stays as its author formats it', async () => {
  const folder = await example('own-form');
  const file = path.join(folder, 'events.json');
  edit(file, (text) => `${JSON.stringify(JSON.parse(text), null, 4)}\n\n`);
  edit(path.join(folder, 'statements.json'), (text) => text.replace(/"start": \d+/, '"start": 0'));
  const before = readFileSync(file, 'utf8');
  expect(await run('check', '--fix', 'own-form')).toMatchObject({ code: 0 });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('what the tool cannot know is left and told', async () => {
  const folder = await example('unknown');
  const statements = path.join(folder, 'statements.json');
  // Other words than the article's, and words that stand twice in it.
  edit(statements, (text) =>
    text.replace('it is safe,', 'it is sound,').replace(/"start": \d+/g, '"start": 0'),
  );
  const article = path.join(folder, 'articles/island-gazette.txt');
  writeFileSync(article, readFileSync(article, 'utf8').repeat(2));
  const { code, stdout, stderr } = await run('check', '--fix', 'unknown');
  expect(code).toBe(1);
  expect(stdout).toMatch(/^Wrote sources\.json: sources\[island-gazette\]: textSha256/);
  expect(stderr).toMatch(/The difference: “safe” there, “sound” here/);
  expect(stderr).toMatch(/If another place is meant, its start is/);
  const { wordings } = JSON.parse(readFileSync(statements, 'utf8')).statements[0];
  expect([wordings[0].start, wordings[0].attribution.start > 0, wordings[2].start]).toEqual([0, true, 0]);
});

test('of a pack that cannot be read nothing is written', async () => {
  const folder = await example('unread');
  edit(path.join(folder, 'statements.json'), (text) => text.replace(/"start": \d+/g, '"start": 0'));
  edit(path.join(folder, 'topics.json'), (text) => text.replace('"crossing",', '"crossing"'));
  const before = readAll(folder);
  const { code, stdout, stderr } = await run('check', '--fix', 'unread');
  expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringMatching(/^Nothing was written\.\n/) });
  expect(stderr).toMatch(/^topics\.json: line \d+/);
  expect(readAll(folder)).toEqual(before);
});

test('the ids of entities that were taken out are removed and told, and a misspelt one is left', async () => {
  const folder = await example('taken-out');
  const file = path.join(folder, 'entities/crossing.json');
  const pack = JSON.parse(readFileSync(file, 'utf8'));
  const statements = path.join(folder, 'statements.json');
  const events = path.join(folder, 'events.json');
  const spoken = JSON.parse(readFileSync(statements, 'utf8'));
  const [first] = spoken.statements;
  const out = first.speaker.entity as string;
  const [kept] = pack.entities.filter(({ id }: { id: string }) => id !== out);
  const misspelt = `${kept.id}s`;
  first.about = [out, kept.id, misspelt, out];
  writeFileSync(statements, JSON.stringify(spoken));
  pack.entities = pack.entities.filter(({ id }: { id: string }) => id !== out);
  for (const entity of pack.entities) entity.related = [out];
  writeFileSync(file, JSON.stringify(pack));
  edit(events, (text) => text.replace(/"about": \[[^\]]*\]/, `"about": ["${out}"]`));

  const before = await run('check', 'taken-out');
  expect(before.stderr).toContain(`speaker.entity\n    "${out}" is not an id in the pack's entities.`);
  expect(before.stderr).toContain(`If you have taken "${out}" out of the entities`);
  const { code, stdout, stderr } = await run('check', '--fix', 'taken-out');
  expect(stdout).toContain(`statements[${first.id}].about[0]: removed "${out}", no entity of the pack\n`);
  expect({ code, ours: stderr.includes(`"${out}"`), misspelt: stderr.includes(`"${misspelt}"`) }).toEqual({
    code: 1,
    ours: false,
    misspelt: true,
  });
  const [after] = JSON.parse(readFileSync(statements, 'utf8')).statements;
  expect(after.about).toEqual([kept.id, misspelt]);
  expect(after.speaker).toEqual({ ...first.speaker, entity: undefined });
  for (const entity of JSON.parse(readFileSync(file, 'utf8')).entities) expect(entity.related).toEqual([]);
  expect(JSON.parse(readFileSync(events, 'utf8')).events[0].about).toEqual([]);
});
