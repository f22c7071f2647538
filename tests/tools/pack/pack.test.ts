/** The commands of a pack's author. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { explainFileError } from '../../../tools/command-line/explain-file-error.ts';
import {
  type CommandOutcome,
  projectRoot,
  startCommand,
  startTimeout,
} from '../command-line/command-outcome.ts';
import { edit, makeAuthorFolder } from './author-folder.ts';

const author = makeAuthorFolder();
const { run, example } = author;

/** As npm starts it: in the project's folder, with the author's folder in a variable. */
function start(...args: string[]): Promise<CommandOutcome> {
  return startCommand('pack.ts', args, projectRoot, { INIT_CWD: author.home });
}

test('the example has no problems, its articles are compared, and the file that is built can be imported', async () => {
  const folder = await example('Unsere Fähre');
  const checked = await run('check', 'Unsere Fähre');
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toMatch(
    /2 articles compared\.\n\nNot read:\n {2}page\.html: Its name does not end in "\.json"\.\n\nNo problems found\.\n$/,
  );

  const built = await run('build', 'Unsere Fähre', '-o', 'ferry.sidelight.json');
  expect(built).toMatchObject({ code: 0, stderr: '' });
  expect(built.stdout).toMatch(/^Wrote ferry\.sidelight\.json: 5 entities, \d+ kB\./);
  const text = readFileSync(path.join(author.home, 'ferry.sidelight.json'), 'utf8');
  const { pack, problems } = readPackFile(text);
  expect(problems).toEqual([]);
  expect(pack).toMatchObject({ id: 'unsere-fahre', title: expect.stringContaining('Terness') });
  expect(pack?.statements[0]?.wordings.map(({ source }) => source)).toEqual([
    'harbour-post',
    'harbour-post',
    'island-gazette',
  ]);
  expect(pack?.claims[0]?.positions.map(({ stance }) => stance)).toEqual(['says', 'says-otherwise']);
  expect(text).not.toContain('clear the bridge of snow');
  expect(readdirSync(author.home).filter((name) => /part$|^\./.test(name))).toEqual([]);
  for (const name of ['pack.json', 'entities/crossing.json']) {
    const link = JSON.parse(readFileSync(path.join(folder, name), 'utf8')).$schema as string;
    const schema = path.resolve(folder, path.dirname(name), link);
    expect(readFileSync(schema, 'utf8')).toContain('"type": "object"');
  }
});

test('without -o the file is named after the pack, and a file inside the folder does not disturb the next build', async () => {
  const folder = await example('inside');
  expect((await run('build', 'inside')).stdout).toMatch(/^Wrote inside\.sidelight\.json/);
  expect((await run('build', 'inside', '-o', 'inside/again.sidelight.json')).code).toBe(0);
  mkdirSync(path.join(folder, '.vscode'));
  writeFileSync(path.join(folder, '.vscode/settings.json'), '{}');
  expect(await run('check', 'inside')).toMatchObject({ code: 0, stderr: '' });
});

const mistakes: readonly [string, string, (text: string) => string, RegExp][] = [
  [
    'a forgotten comma',
    'topics.json',
    (text) => text.replace('"crossing",', '"crossing"'),
    /topics\.json: line \d+\n {4}Invalid JSON: .+\n {4}What to do: Look at that line/,
  ],
  [
    'a quotation that the article does not print',
    'statements.json',
    (text) => text.replace('it is safe,', 'it is sound,'),
    /statements\.json: statements\[falk-after-the-vote\]\.wordings\[0\]\n {4}At \d+ the article "harbour-post" has “.+ it is safe,”, not “.+ it is sound,”\. The difference: “safe” there, “sound” here\.\n/,
  ],
  [
    'a name that would light up everything',
    'entities/crossing.json',
    (text) => text.replace('"text": "Skerry Bridge"', '"text": "the"'),
    /entities\/crossing\.json: entities\[skerry-bridge\]\.names\[0\]\n {4}The name "the" is one of the most common/,
  ],
  [
    'a character that turns text around',
    'events.json',
    (text) => text.replace('nine to four', 'nine \\u202eto four'),
    /events\.json: events\[council-vote\]\.text\n {4}The text contains the character U\+202E/,
  ],
  [
    'an article that has changed',
    'articles/island-gazette.txt',
    (text) => text.replace('snow', 'ice'),
    /sources\[island-gazette\]\.textSha256\n {4}The fingerprint .+ the file has changed\.\n {4}What to do: Write "textSha256": "[0-9a-f]{64}"/,
  ],
  [
    'a source whose article is not there',
    'sources.json',
    (text) => text.replace('"id": "island-gazette"', '"id": "gazette"'),
    /articles\/island-gazette\.txt\n {4}The pack has no source with the id|is not an id in the pack's sources/,
  ],
];

test.each<readonly [what: string, spoil: (articles: string) => void, reported: RegExp]>([
  [
    'a file where the folder of the articles should be',
    (articles) => {
      rmSync(articles, { recursive: true });
      writeFileSync(articles, '');
    },
    /articles: Reading it failed\. Part of the path is a file, not a folder\.\n {4}What to do: /,
  ],
  [
    'an article in another encoding',
    (articles) => writeFileSync(path.join(articles, 'island-gazette.txt'), Buffer.from('F\xe4hre', 'latin1')),
    /^articles\/island-gazette\.txt\n {4}The file is not UTF-8, but perhaps Windows-1252: the byte E4 in line 1, column 2 .+\n {4}What to do: /,
  ],
  [
    'an article in UTF-16',
    (articles) =>
      writeFileSync(path.join(articles, 'island-gazette.txt'), Buffer.from('\ufeffFähre', 'utf16le')),
    /^articles\/island-gazette\.txt\n {4}The file is in UTF-16; only UTF-8 is supported\.\n/,
  ],
  [
    'a folder in place of an article',
    (articles) => mkdirSync(path.join(articles, 'harbour-post-2.txt')),
    /harbour-post-2\.txt: Reading it failed\. It is a folder/,
  ],
])('%s is told, and not passed over as if there were no articles', async (_, spoil, reported) => {
  const folder = await example('spoilt');
  spoil(path.join(folder, 'articles'));
  expect(await run('check', 'spoilt')).toMatchObject({
    code: 1,
    stdout: expect.not.stringContaining('No problems found'),
    stderr: expect.stringMatching(reported),
  });
});

test.each(mistakes)(
  '%s is reported with file, path, reason and remedy, and nothing is built',
  async (_, name, change, message) => {
    const folder = await example('mistaken');
    edit(path.join(folder, name), change);
    const checked = await run('check', 'mistaken');
    expect(checked.code).toBe(1);
    expect(checked.stderr).toMatch(message);
    const output = path.join(author.home, 'mistaken.sidelight.json');
    writeFileSync(output, 'the former file');
    const built = await run('build', 'mistaken', '-o', 'mistaken.sidelight.json');
    expect(built.code).toBe(1);
    expect(built.stderr).toMatch(message);
    expect(built.stderr).toMatch(/Nothing was built: fix these first\.\n$/);
    expect(readFileSync(output, 'utf8')).toBe('the former file');
  },
);

test('an empty pack has no problems and no entries, and is built', async () => {
  onTestFinished(() => rmSync(path.join(author.home, 'blank'), { recursive: true, force: true }));
  const { code, stdout } = await run('init', '--empty', 'blank');
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: 'Wrote an empty pack to blank. Now: npm run pack -- check blank\n',
  });
  expect(readdirSync(path.join(author.home, 'blank')).sort()).toEqual([
    'articles',
    'claims.json',
    'entities',
    'events.json',
    'pack.json',
    'sources.json',
    'statements.json',
    'topics.json',
  ]);
  const checked = await run('check', 'blank');
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toMatch(/^Pack "blank" 1\.0\.0/);
  expect((await run('build', 'blank', '-o', 'blank/blank.sidelight.json')).code).toBe(0);
});

test('a printed path with spaces can be copied', async () => {
  onTestFinished(() => rmSync(path.join(author.home, 'my river pack'), { recursive: true, force: true }));
  expect((await run('init', 'my river pack')).stdout).toMatch(
    /Now: npm run pack -- check ['"]my river pack['"]\n$/,
  );
});

test('a verdict is worth a second look, but the author decides', async () => {
  const folder = await example('verdict');
  edit(path.join(folder, 'events.json'), (text) => text.replace('voted nine', 'was wrong, and voted nine'));
  const checked = await run('check', 'verdict');
  expect(checked).toMatchObject({ code: 0, stderr: '' });
  expect(checked.stdout).toMatch(/Worth a second look[\s\S]+"wrong" is a verdict[\s\S]+No problems found/);
});

const refusals: readonly [string, string[], RegExp][] = [
  ['nothing at all', [], /^Write one of:\n {2}npm run pack -- init FOLDER/],
  ['a command that does not exist', ['make', 'x'], /^"make" is not a command\.\nWrite one of:/],
  ['an empty path', ['check', ''], /^An argument is empty\.\nWrite one of:/],
  [
    'an option twice',
    ['build', 'x', '-o', 'a', '-o', 'b'],
    /^--output is given twice; only the last one would count/,
  ],
  ['an empty pack to check', ['check', 'x', '--empty'], /^"--empty" does not apply to "check"/],
  [
    'two folders',
    ['check', 'my', 'pack'],
    /"pack" is not understood here\..+a path with spaces in quotation/,
  ],
  ['no folder', ['check'], /^Which folder\? "check" needs one\./],
  ['an option that does not exist', ['check', 'x', '--mend'], /^Unknown option '--mend'/],
  ['numbers to fix where none are checked', ['build', 'x', '--fix'], /^"--fix" does not apply to "build"/],
  ['an option that npm swallowed', ['build', 'x', 'y.sidelight.json'], /two dashes/],
  ['an output where none is made', ['check', 'x', '-o', 'y'], /^"--output" does not apply to "check"/],
  ['a folder that is not there', ['check', 'nowhere'], /nowhere: There is no such folder\.\n {4}What to do:/],
  ['a folder to build that is not there', ['build', 'nowhere'], /nowhere: There is no such folder/],
  ['a file in place of a folder', ['check', 'a-file'], /a-file: This is a file/],
  [
    'a folder that is not empty',
    ['init', 'used'],
    /used: The folder exists and is not empty; nothing was written/,
  ],
  ['a file of the name', ['init', 'a-file'], /a-file: There is a file of this name/],
  [
    'a place below a file',
    ['init', 'a-file/pack'],
    /a-file\/pack: There is a file of this name, or on the way/,
  ],
  [
    'a place in a folder that is not there',
    ['init', 'no/where'],
    /where: Writing it failed\. Its parent folder does not exist/,
  ],
  [
    'another ending',
    ['build', 'used', '-o', 'x.json'],
    /x\.json: The name of a pack file ends in \.sidelight\.json\.\n {4}What to do: Write -o x\.sidelight\.json/,
  ],
];

test.each(refusals)('%s is refused with what to do', async (_, args, message) => {
  mkdirSync(path.join(author.home, 'used'), { recursive: true });
  writeFileSync(path.join(author.home, 'used/mine.txt'), 'mine');
  writeFileSync(path.join(author.home, 'a-file'), 'a file');
  const { code, stdout, stderr } = await run(...args);
  expect(code).toBe(1);
  expect(stdout).toBe('');
  expect(stderr).toMatch(message);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(readFileSync(path.join(author.home, 'used/mine.txt'), 'utf8')).toBe('mine');
});

test(
  'the real command takes paths relative to the author’s folder, and exits with 1 on an error',
  startTimeout,
  async () => {
    onTestFinished(() => rmSync(path.join(author.home, 'started'), { recursive: true, force: true }));
    const written = await start('init', 'started');
    expect(written).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('to started.') });
    expect(readdirSync(path.join(author.home, 'started'))).toContain('pack.json');
    const refused = await start('init', 'started');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toMatch(
      /started: The folder exists and is not empty; nothing was written\.\n[^\n]+\n$/,
    );
  },
);

test('the real command ends with 1 where a check finds a problem', startTimeout, async () => {
  const folder = await example('unsound');
  edit(path.join(folder, 'topics.json'), (text) => text.replace('"crossing",', '"crossing"'));
  const checked = await start('check', 'unsound');
  expect(checked).toMatchObject({ code: 1, stderr: expect.stringMatching(/^topics\.json: line \d+\n/) });
});

test('an empty folder may be filled', async () => {
  mkdirSync(path.join(author.home, 'empty'));
  await example('empty');
  expect(readdirSync(path.join(author.home, 'empty'))).toContain('pack.json');
});

test('a file that cannot be put at its place is refused, and nothing is left lying about', async () => {
  await example('sound');
  mkdirSync(path.join(author.home, 'taken.sidelight.json'));
  const { code, stderr } = await run('build', 'sound', '-o', 'taken.sidelight.json');
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /taken\.sidelight\.json: Writing it failed\. It is a folder, but a file is needed/,
    ),
  });
  expect(readdirSync(author.home)).not.toContain('taken.sidelight.json.part');
});

// Tests may run as root, who passes every permission check: the system's error is passed directly.
test.each([
  ['EACCES', /You have no permission there\.\n {4}What to do: Choose a folder of your own/],
  ['EROFS', /read-only/],
  ['ENOSPC', /disk is full/],
  ['EWEIRD', /strange things\n {4}What to do: Choose another place/],
])('%s is reported in words', (code, message) => {
  const error = Object.assign(new Error('strange things'), { code });
  expect(explainFileError(error, 'Writing', 'x').message).toMatch(message);
});
