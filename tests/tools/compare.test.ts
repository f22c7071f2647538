import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCompareCommand } from '../../tools/compare/run-compare-command.ts';
import { wrapText } from '../../tools/compare/wrap-text.ts';
import {
  type CommandOutcome,
  runInProcess,
  startCommand,
  startTimeout,
} from './command-line/command-outcome.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compare-'));
});
afterAll(() => rm(folder, { recursive: true }));

function run(...args: string[]): Promise<CommandOutcome> {
  return runInProcess(() => runCompareCommand(args, folder));
}

async function write(name: string, text: string | Buffer): Promise<string> {
  await writeFile(path.join(folder, name), text);
  return name;
}

const post =
  '\ufeffThe bridge of Aberford will be closed.\r\n\r\n“We will close the old bridge on Monday because two cables have rusted,” Ann Lee said. “Stay at home,” Paul Adams said.\r\n\r\nLee has led the harbor board since 2002.\r\n';
const times = {
  story: 7,
  outlet: 'times',
  title: 'No way over the river',
  date: '2019-05-02',
  url: 'https://times.example/bridge',
  text: 'Ann Lee said: "We will close the old bridge on Friday because two cables have rusted."\n\nLee has led the harbor board since 2003, which many dislike.',
};
const sentence =
  'The council met in the town hall on Wednesday and heard engineers, drivers and the owners of the shops along the river. ';
const page = `<!doctype html><html lang="en"><head><title>Old bridge</title><meta property="og:title" content="Old bridge">
  <meta property="og:site_name" content="Gazette"><meta property="article:published_time" content="2019-05-03T08:00:00Z"></head>
  <body><nav><a href="/">Home</a></nav><article><h1>Old bridge</h1><p>${sentence.repeat(3)}</p>
  <p>“We will close the old bridge on Monday because two cables have rusted,” Ann Lee said.</p><p>${sentence.repeat(2)}</p></article></body></html>`;

test('prints one object, whose offsets slice back to the words', async () => {
  const files = [
    await write('post.txt', post),
    await write('times.json', JSON.stringify(times)),
    await write('gazette.html', page),
  ];
  const { code, stdout, stderr } = await run(...files, '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { articles, quotations, utterances, facts } = JSON.parse(stdout);
  expect(articles).toMatchObject([
    { file: 'post.txt', title: '', outlet: '', date: '', text: post },
    { file: 'times.json', title: times.title, outlet: 'times', date: '2019-05-02', text: times.text },
    { file: 'gazette.html', title: 'Old bridge', outlet: 'Gazette', date: '2019-05-03' },
  ]);
  expect(Object.keys(articles[0])).toEqual(['file', 'title', 'outlet', 'date', 'text']);
  for (const { article, start, end, text, speaker } of quotations) {
    expect(articles[article].text.slice(start, end)).toBe(text);
    if (speaker) expect(articles[article].text.slice(speaker.start, speaker.end)).toBe(speaker.text);
  }
  expect(
    quotations.map(
      ({ article, text }: { article: number; text: string }) => `${article} ${text.slice(0, 12)}`,
    ),
  ).toEqual(['0 We will clos', '0 Stay at home', '1 We will clos', '2 We will clos']);
  expect(quotations[0].speaker).toMatchObject({ text: 'Ann Lee', certain: true });
  expect(utterances).toMatchObject([
    {
      members: [0, 2, 3],
      pairs: [
        {
          a: 0,
          b: 2,
          relation: 'changed',
          meaning: 'differs',
          differences: [{ kind: 'changed', a: 'Monday', b: 'Friday', turn: 'time' }],
        },
        { a: 0, b: 3, relation: 'identical', meaning: 'same', differences: [] },
        { a: 2, b: 3, relation: 'changed', meaning: 'differs' },
      ],
    },
  ]);
  expect(facts).toMatchObject([
    { a: { article: 0 }, b: { article: 1 }, differences: [{ a: '2002', b: '2003' }] },
  ]);
});

test('prints a report for a terminal: printings, numbers, and what is only here', async () => {
  const files = [await write('post.txt', post), await write('times.json', JSON.stringify(times))];
  const { code, stdout, stderr } = await run(...files);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toBe(`[1] post.txt
[2] times, 2019-05-02, No way over the river (times.json)

Quoted by several: 1 utterance
==============================

Ann Lee
[1] “We will close the old bridge on Monday because two cables have rusted,”
[2] “We will close the old bridge on Friday because two cables have rusted.”
    changed, says something else: “Friday” for “Monday” (time)

Numbers that differ in similar sentences
========================================

[1] Lee has led the harbor board since 2002.
[2] Lee has led the harbor board since 2003, which many dislike.
    [1] 2002, [2] 2003

Only in [1], of these 2
=======================

Paul Adams
    “Stay at home,”
`);
});

test('lists who and what is named, with the entities of the built-in pack, and how they are described', async () => {
  const one = await write(
    'one.txt',
    'Amazon Rekognition is sold to the police of Aberford.\n\nMayor Ann Lee bought it in May.',
  );
  const other = await write(
    'other.txt',
    'Aberford paid for Amazon Rekognition.\n\nAnn Lee, a former teacher, signed.',
  );
  const { names } = JSON.parse((await run(one, other, '--json')).stdout);
  expect(names).toContainEqual(
    expect.objectContaining({ name: 'Amazon Rekognition', entity: 'facial-recognition/amazon-rekognition' }),
  );
  const { stdout } = await run(one, other);
  expect(stdout).toContain(
    'How they are described\n======================\n\nAnn Lee\n[1] Mayor\n[2] a former teacher',
  );
});

test('of one article, lists the quotations', async () => {
  const { code, stdout } = await run(await write('post.txt', post));
  expect(code).toBe(0);
  expect(stdout).toContain('Quotations\n==========\n\nAnn Lee\n    “We will close');
});

test.each<[string, string, string | Buffer, RegExp]>([
  [
    'not UTF-8',
    'latin.txt',
    Buffer.from('Caf\xe9 “so”', 'latin1'),
    /latin\.txt\n {4}.*UTF-8[\s\S]*What to do: /,
  ],
  [
    'JSON that is not UTF-8',
    'latin.json',
    Buffer.from('{"text":"Caf\xe9"}', 'latin1'),
    /latin\.json\n {4}.*UTF-8/,
  ],
  ['empty', 'empty.txt', '', /empty\.txt\n {4}No article was found in it\.\n {4}What to do: /],
  ['of white space', 'blank.txt', ' \n\t\n', /blank\.txt\n {4}No article was found/],
  [
    'a page without an article',
    'none.html',
    '<!doctype html><title>x</title><body></body>',
    /none\.html\n {4}No article was found/,
  ],
  ['cut off', 'cut.json', '{"text": "so', /cut\.json\n {4}.*JSON/],
  [
    'JSON without a text',
    'other.json',
    '{"title":"so"}',
    /other\.json\n {4}"text" is missing or of another kind\./,
  ],
  [
    'JSON with a number for a title',
    'number.json',
    '{"text":"so","title":3}',
    /number\.json\n {4}"title" is missing or of another kind\./,
  ],
  ['a list', 'list.json', '["so"]', /list\.json\n {4}"text" is missing/],
  ['a string', 'string.json', '"so"', /string\.json\n {4}It is not a JSON object\./],
  ['of another kind', 'page.pdf', '%PDF', /page\.pdf\n {4}Its name does not end in/],
])('refuses a file that is %s, and prints nothing else', async (_, name, content, message) => {
  const { code, stdout, stderr } = await run(
    await write('post.txt', post),
    await write(name, content),
    '--json',
  );
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(message);
});

test('reports every file that cannot be compared', async () => {
  const { code, stderr } = await run('missing.txt', await write('empty.txt', ''), '.');
  expect(code).toBe(1);
  expect(stderr).toMatch(/missing\.txt: Reading it failed[\s\S]*empty\.txt\n[\s\S]*\.\n {4}Its name/);
});

test('refuses a file that is given twice, by whatever path', async () => {
  await write('post.txt', post);
  await symlink(path.join(folder, 'post.txt'), path.join(folder, 'link.txt'));
  for (const other of ['post.txt', './post.txt', 'link.txt']) {
    const { code, stdout, stderr } = await run('post.txt', other);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`${other}: It is given twice.`);
  }
});

test('refuses no file, and an option that is not known', async () => {
  expect(await run('--json')).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/No file was given[\s\S]*Usage/),
  });
  expect(await run('post.txt', '--jsn')).toMatchObject({ code: 1, stderr: expect.stringContaining('Usage') });
});

test('runs from the command line', startTimeout, async () => {
  await write('post.txt', post);
  const { code, stdout, stderr } = await startCommand('compare.ts', ['post.txt', '--json'], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout).articles).toHaveLength(1);
});

test('lines are broken between words', () => {
  expect(wrapText('one two three', 7)).toEqual(['one two', 'three']);
  expect(wrapText('incomprehensible so', 4)).toEqual(['incomprehensible', 'so']);
});

test('says when no numbers differ, and what was compared', async () => {
  const files = [
    await write('one.txt', 'Ann Lee has led the harbor board since 2002.'),
    await write('other.txt', 'Nobody has seen 17 ships in the harbor.'),
  ];
  const { code, stdout } = await run(...files);
  expect(code).toBe(0);
  expect(stdout).toContain('\nNo numbers differ (only near-identical sentences are compared).\n');
  expect(stdout).not.toContain('Numbers that differ');
  expect((await run(files[0] as string)).stdout).not.toContain('No numbers differ');
});
