/** A check of a pack names what it did not read, or could not compare. */
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { edit, makeAuthorFolder } from './pack/author-folder.ts';

const author = makeAuthorFolder();
const { run, example } = author;

test.each<readonly [what: string, spoil: (folder: string) => void, reported: RegExp]>([
  [
    'a part whose ending has capitals',
    (folder) => renameSync(path.join(folder, 'claims.json'), path.join(folder, 'claims.JSON')),
    /^claims\.JSON\n {4}The file was not read: .+\n {4}What to do: Rename it to claims\.json\.\n/,
  ],
  [
    'a part to which Windows has given a second ending',
    (folder) => renameSync(path.join(folder, 'events.json'), path.join(folder, 'events.json.txt')),
    /^events\.json\.txt\n {4}The file was not read: .+\n {4}What to do: Rename it to events\.json\.\n/,
  ],
  [
    'a part that is a link',
    (folder) => {
      renameSync(path.join(folder, 'claims.json'), path.join(author.home, 'elsewhere.json'));
      symlinkSync(path.join(author.home, 'elsewhere.json'), path.join(folder, 'claims.json'));
    },
    /^claims\.json\n {4}It is a link, and links are not read: .+\n {4}What to do: Put the file/,
  ],
  [
    'a folder that is a link',
    (folder) => {
      renameSync(path.join(folder, 'entities'), path.join(author.home, 'entities-elsewhere'));
      symlinkSync(path.join(author.home, 'entities-elsewhere'), path.join(folder, 'entities'));
    },
    /^entities\n {4}It is a link/,
  ],
  [
    'an article whose ending has capitals',
    (folder) =>
      renameSync(
        path.join(folder, 'articles/island-gazette.txt'),
        path.join(folder, 'articles/island-gazette.TXT'),
      ),
    /^articles\/island-gazette\.TXT\n {4}The article was not read: .+\n {4}What to do: Rename it to island-gazette\.txt\.\n/m,
  ],
  [
    'a folder of articles with a capital',
    (folder) => renameSync(path.join(folder, 'articles'), path.join(folder, 'Articles')),
    /^Articles\n {4}The folder was not read/,
  ],
  [
    'a quotation without its article',
    (folder) => rmSync(path.join(folder, 'articles/island-gazette.txt')),
    /^sources\.json: sources\[island-gazette\]\n {4}Its article is missing: without articles\/island-gazette\.txt nothing can be compared with statements\[falk-after-the-vote\]\.wordings\[2\] and \d+ other quotations\.\n/,
  ],
  [
    'a quotation without its article, and no fingerprint of one',
    (folder) => {
      rmSync(path.join(folder, 'articles/island-gazette.txt'));
      edit(path.join(folder, 'sources.json'), (text) =>
        text.replace(/,\s+"textSha256": "\w+"\s+}\s+\]/, '}]'),
      );
    },
    /^sources\.json: sources\[island-gazette\]\n {4}Its article is missing/,
  ],
])('%s is a problem, not passed over in silence', async (_, spoil, reported) => {
  const folder = await example('partly-read');
  onTestFinished(() => {
    for (const name of ['elsewhere.json', 'entities-elsewhere'])
      rmSync(path.join(author.home, name), { recursive: true, force: true });
  });
  spoil(folder);
  const { code, stdout, stderr } = await run('check', 'partly-read');
  expect(code).toBe(1);
  expect(stderr).toMatch(reported);
  expect(stdout).not.toContain('No problems found');
  expect((await run('build', 'partly-read')).code).toBe(1);
});

test('what else lies in the folder is named, with the reason why it was not read', async () => {
  const folder = await example('furnished');
  writeFileSync(path.join(folder, 'notes.md'), 'Notes');
  writeFileSync(path.join(folder, '.DS_Store'), '');
  writeFileSync(path.join(folder, 'articles/photo.jpg'), '');
  mkdirSync(path.join(folder, 'articles/2023'));
  writeFileSync(path.join(folder, 'old.sidelight.json'), '{}');
  const { code, stdout } = await run('check', 'furnished');
  expect(code).toBe(0);
  for (const line of [
    'notes.md: Its name does not end in ".json".',
    '.DS_Store: Its name begins with a dot.',
    'old.sidelight.json: It is a pack that was built.',
    'articles/photo.jpg: Articles are files whose name ends in ".txt".',
    'articles/2023/: Articles are files whose name ends in ".txt".',
  ]) {
    expect(stdout).toContain(`\n  ${line}\n`);
  }
});

test('a pack without its articles can be checked and built, with a note of what was not compared', async () => {
  const folder = await example('alone');
  rmSync(path.join(folder, 'articles'), { recursive: true });
  const { code, stdout } = await run('check', 'alone', '--without-articles');
  expect(code).toBe(0);
  expect(stdout).toMatch(/; 0 articles compared\./);
  expect(stdout).toMatch(/Worth a second look[\s\S]+harbour-post\.txt nothing can be compared/);
  expect(await run('build', 'alone', '--without-articles')).toMatchObject({ code: 0, stderr: '' });
});
