import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runMentionsCommand } from '../../tools/mentions/run-mentions-command.ts';
import { splitPlainText } from '../../tools/mentions/split-plain-text.ts';
import { makeTinyPack } from '../storage/tiny-pack.ts';
import {
  type CommandOutcome,
  projectRoot,
  runInProcess,
  startCommand,
  startTimeout,
} from './command-line/command-outcome.ts';

let folder: string;

const smallPack = makeTinyPack('street-lamps', ['Lamp Eye']);

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mentions-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<CommandOutcome> {
  return runInProcess(() => runMentionsCommand(args, folder));
}

async function write(name: string, text: string | Buffer): Promise<string> {
  const file = path.join(folder, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  return name;
}

const sentence = 'The agency said on Wednesday that it would look at every one of the tests once more. ';

test('lists every mention of every file, one object a line, and says which would be marked', async () => {
  const page = await write(
    'page.html',
    `<!doctype html><title>Rekognition</title><style>p { display: none }</style><nav>Rekognition</nav>
     <article><h1>Amazon pauses <i>Rekog</i>nition</h1><p>${sentence}</p><p hidden>Rekognition</p>
     <p style="display: none">Rekognition</p><p>Amazon&nbsp;Rekognition stays. ${sentence}</p></article>`,
  );
  const text = await write('text.txt', 'Fires in the Amazon rose.\n\nGender Shades came out.\n');
  const { code, stdout, stderr } = await run(page, text, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(first).toMatchObject({ file: 'page.html', traces: [] });
  expect(first.mentions).toMatchObject([
    { entity: 'amazon-rekognition', text: 'Rekognition', start: 0, end: 11, block: 0, shown: false },
    { entity: 'amazon', text: 'Amazon', start: 0, end: 6, shown: true },
    {
      entity: 'amazon-rekognition',
      name: 'Rekognition',
      text: 'Rekognition',
      start: 14,
      end: 25,
      shown: true,
    },
    {
      entity: 'amazon-rekognition',
      name: 'Amazon Rekognition',
      text: 'Amazon\u00a0Rekognition',
      start: 0,
      shown: false,
    },
  ]);
  expect(second).toEqual({
    file: 'text.txt',
    mentions: [
      {
        entity: 'gender-shades',
        name: 'Gender Shades',
        text: 'Gender Shades',
        start: 0,
        end: 13,
        block: 1,
        shown: true,
      },
    ],
    traces: [],
  });
});

test('reads a page in its own encoding', async () => {
  await writeFile(
    path.join(folder, 'old.html'),
    Buffer.from(
      '<meta charset="iso-8859-1"><p>\xc1ngel D\xedaz of the Brennan Center for Justice.</p>',
      'latin1',
    ),
  );
  const { stdout } = await run('old.html', '--json');
  expect(JSON.parse(stdout).mentions[0]).toMatchObject({ entity: 'angel-diaz', text: 'Ángel Díaz' });
});

test('--topics lists the mentions of those topics only', async () => {
  await write('two.txt', 'Amazon sells Rekognition.');
  const { stdout } = await run('two.txt', '--topics', 'systems', '--json');
  expect(JSON.parse(stdout).mentions.map(({ entity }: { entity: string }) => entity)).toEqual([
    'amazon-rekognition',
  ]);
});

test('--pack takes a pack of one file', async () => {
  await write('pack.json', JSON.stringify(smallPack));
  await write('lamp.txt', 'Lamp Eye and Rekognition.');
  const { code, stdout } = await run('lamp.txt', '--pack', 'pack.json', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).mentions).toMatchObject([{ entity: 'lamp-eye', text: 'Lamp Eye', shown: true }]);
});

test('without --json it prints text for people', async () => {
  await write('one.txt', 'Gender Shades came out.');
  const { stdout } = await run('one.txt');
  expect(stdout).toContain('one.txt: 1 mention, 1 shown, 0 traces');
  expect(stdout).toContain('* gender-shades  "Gender Shades"');
});

test.each([
  {
    what: 'a file that is not there',
    args: ['missing.txt'],
    reported: ['missing.txt', 'no such file', 'What to do'],
  },
  { what: 'a folder', args: ['.'], reported: ['.: Reading', 'It is a folder', 'What to do'] },
  { what: 'an empty name', args: [''], reported: ['An argument is empty', 'Usage'] },
  {
    what: 'a pack given twice',
    args: ['a.txt', '--pack', 'a', '--pack', 'b'],
    reported: ['--pack is given twice', 'Usage'],
  },
  {
    what: 'a pack in another encoding',
    args: ['a.txt', '--pack', 'western.json'],
    reported: ['western.json', 'perhaps Windows-1252: the byte E9 in line 1, column 9', 'What to do'],
  },
  {
    what: 'a pack in UTF-16',
    args: ['a.txt', '--pack', 'wide.json'],
    reported: ['wide.json', 'is in UTF-16', 'What to do'],
  },
  {
    what: 'a pack with letters that were lost',
    args: ['a.txt', '--pack', 'lost.json'],
    reported: ['lost.json', 'licence', 'U+FFFD', 'What to do'],
  },
  {
    what: 'a text in another encoding',
    args: ['western.txt'],
    reported: ['western.txt', 'line 2, column 4'],
  },
  { what: 'a text in UTF-16', args: ['wide.txt'], reported: ['wide.txt', 'is in UTF-16'] },
  {
    what: 'a page in UTF-16 without its mark',
    args: ['wide.html'],
    reported: ['wide.html', 'is in UTF-16'],
  },
  {
    what: 'a page that says UTF-8 and is not',
    args: ['false.html'],
    reported: ['false.html', 'the byte E9', 'What to do'],
  },
  { what: 'a file of another kind', args: ['picture.png'], reported: ['picture.png', '.html', '.txt'] },
  { what: 'no file', args: [], reported: ['No file', 'Usage: npm run -s mentions'] },
  { what: 'an unknown option', args: ['a.txt', '--colour'], reported: ['--colour', 'Usage'] },
  {
    what: 'an unknown topic',
    args: ['a.txt', '--topics', 'weather'],
    reported: ['weather', 'What to do', 'systems'],
  },
  {
    what: 'a pack that is not there',
    args: ['a.txt', '--pack', 'nowhere'],
    reported: ['nowhere', 'What to do'],
  },
  {
    what: 'a pack that is not JSON',
    args: ['a.txt', '--pack', 'broken.json'],
    reported: ['broken.json', 'Invalid JSON', 'What to do'],
  },
  {
    what: 'a pack with a fault',
    args: ['a.txt', '--pack', 'faulty.json'],
    reported: ['faulty.json', 'entities[lamp-eye].names', 'What to do'],
  },
])('$what is reported, and the exit code is 1', async ({ args, reported }) => {
  await write('broken.json', '{"id": ');
  const [entity] = smallPack.entities;
  await write('western.json', Buffer.from('{"id": "\xe9"}', 'latin1'));
  await write('wide.json', Buffer.from(`\ufeff${JSON.stringify(smallPack)}`, 'utf16le'));
  await write('lost.json', JSON.stringify({ ...smallPack, licence: 'f\ufffdr alle' }));
  await write('western.txt', Buffer.from('A\ncaf\xe9', 'latin1'));
  await write('wide.txt', Buffer.from('A café', 'utf16le'));
  await write('wide.html', Buffer.from('<meta charset="utf-16"><p>A café</p>', 'utf16le'));
  await write('false.html', Buffer.from('<meta charset="utf-8"><p>caf\xe9</p>', 'latin1'));
  await write('faulty.json', JSON.stringify({ ...smallPack, entities: [{ ...entity, names: [] }] }));
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  for (const words of reported) expect(stderr).toContain(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});

test.each([
  ['UTF-16 with its mark', Buffer.from('\ufeff<p>Gender Shades, é</p>', 'utf16le')],
  ['UTF-16, big end first, with its mark', Buffer.from('\ufeff<p>Gender Shades, é</p>', 'utf16le').swap16()],
  ['UTF-8 with its mark', Buffer.from('\ufeff<p>Gender Shades, é</p>')],
])('a page in %s is read, as browsers do', async (_, bytes) => {
  const page = await write('marked.html', bytes);
  const { code, stdout } = await run(page, '--json');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).mentions).toMatchObject([{ text: 'Gender Shades', start: 0 }]);
});

test('a file that is given twice is read once, and reported', async () => {
  await write('again.txt', 'Gender Shades.');
  const { code, stdout, stderr } = await run('again.txt', './again.txt');
  expect(code).toBe(1);
  expect(stdout.match(/1 mention,/g)).toHaveLength(1);
  expect(stderr).toMatch(/^\.\/again\.txt: It is given twice; .+\n {4}What to do: Give each file once\.\n$/);
});

test('a bad file does not keep the others from being read', async () => {
  await write('good.txt', 'Gender Shades.');
  const { code, stdout } = await run('missing.txt', 'good.txt', '--json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout).mentions).toHaveLength(1);
});

test(
  'the real command prints the same, and ends with 1 where a file cannot be read or nothing is asked',
  startTimeout,
  async () => {
    await write('read.txt', 'Gender Shades.');
    const args = ['missing.txt', 'read.txt', '--json'];
    const started = await startCommand('mentions.ts', args, folder);
    expect(started).toEqual(await run(...args));
    expect(started).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^missing\.txt: [^\n]+\n {4}What to do: [^\n]+\n$/),
    });
    expect(JSON.parse(started.stdout).mentions).toHaveLength(1);
    const byNpm = await startCommand('mentions.ts', args, projectRoot, { INIT_CWD: folder });
    expect(byNpm).toEqual(started);
    const refused = await startCommand('mentions.ts', [], folder);
    expect(refused).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^No file was given\.\nUsage/),
    });
  },
);

test.each([
  ['paragraphs stand between empty lines', 'One.\n\nTwo.\n \nThree.', ['One.', 'Two.', 'Three.']],
  [
    'single lines are blocks',
    'Kyle Daly\nTech hits a bump\n\nText.',
    ['Kyle Daly', 'Tech hits a bump', 'Text.'],
  ],
  [
    'lines broken to a width are one block',
    'The agency said on Wednesday that it would look at every one\nof the tests once more, and that it would then decide what\nto do.',
    [
      'The agency said on Wednesday that it would look at every one\nof the tests once more, and that it would then decide what\nto do.',
    ],
  ],
  [
    'long lines are paragraphs',
    `${'word '.repeat(40)}\n${'word '.repeat(39)}`,
    ['word '.repeat(40), 'word '.repeat(39)],
  ],
  ['line ends of other systems', 'One.\r\n\r\nTwo.\rThree.', ['One.', 'Two.', 'Three.']],
  ['a mark at the start is no text', '\uFEFFOne.', ['One.']],
  ['an empty file has no blocks', '\n\n', []],
])('plain text: %s', (_, text, blocks) => {
  expect(splitPlainText(text)).toEqual(blocks);
});

test('a page without an encoding is read as its server sent it, mostly UTF-8; one with another, in that encoding', async () => {
  const utf8 = await write('utf8.html', '<article><p>Amazon’s Rekognition, “Gender Shades”</p></article>');
  const latin = path.join(folder, 'latin.html');
  const head = '<meta charset="windows-1252"><article><p>Caf\u00e9 Rekognition</p></article>';
  await writeFile(latin, Buffer.from(head, 'latin1'));
  const { stdout } = await run(utf8, 'latin.html', '--json');
  const [first, second] = stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).mentions);
  // Read as Windows-1252, the apostrophe would be three characters.
  expect(first.map(({ start }: { start: number }) => start)).toEqual([0, 9, 23]);
  expect(second).toMatchObject([{ text: 'Rekognition', start: 5 }]);
});
