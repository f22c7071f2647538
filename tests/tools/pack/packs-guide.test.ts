/** Follows docs/packs.md step by step: its commands, its entries, and the numbers that the check prints. */
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { checkOwnPack } from '../../../tools/pack/check-own-pack.ts';

const projectRoot = path.join(import.meta.dirname, '../../..');
const guide = readFileSync(path.join(projectRoot, 'docs/packs.md'), 'utf8');
const commands = [...guide.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block]) =>
  (block ?? '').trim().split('\n'),
);
const entries = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block]) => JSON.parse(block ?? ''));

let beside: string;
let folder: string;
beforeAll(() => {
  beside = mkdtempSync(path.join(tmpdir(), 'sidelight-guide-'));
  folder = path.join(beside, 'my-pack');
});
afterAll(() => rmSync(beside, { recursive: true }));

interface CommandOutcome {
  readonly code: number;
  readonly output: string;
}

/** The command as written, through npm; only its folder is another. */
function follow(command: string): Promise<CommandOutcome> {
  const [program = '', ...args] = command.replaceAll('../', `${beside}/`).split(' ');
  const options = { cwd: projectRoot, shell: process.platform === 'win32' };
  return new Promise((resolve) => {
    execFile(program, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });
}

test('the commands do what the guide says', { timeout: 300_000 }, async () => {
  // tests/e2e opens a browser; this test covers only the guide's steps before that.
  const followed = commands.filter((command) => !/^npm start|my-draft/.test(command));
  expect(followed).toHaveLength(5);
  const outputs: string[] = [];
  for (const command of followed) {
    const { code, output } = await follow(command);
    expect(`${command}: ${code}\n${code === 0 ? '' : output}`).toBe(`${command}: 0\n`);
    outputs.push(output);
  }
  expect(outputs[1]).toMatch(/\nNo problems found\.\n/);
  expect(outputs[2]).toMatch(/Wrote .*my-pack\.sidelight\.json/);
  for (const name of ['ferry Terne', 'Skerry Bridge']) {
    expect(outputs[3]).toMatch(new RegExp(`\\* \\S+ {2}"${name}"`));
  }
  const listed = [...guide.matchAll(/^\| `([^`]+)`/gm)].map(([, name]) => name).sort();
  const there = readdirSync(folder).map((name) => (name === 'entities' ? 'entities/crossing.json' : name));
  expect(there.map((name) => (name === 'articles' ? 'articles/' : name)).sort()).toEqual(listed);
});

test('a draft of articles is written as the guide says, and only lacks what it leaves to the reader', {
  timeout: 300_000,
}, async () => {
  const [draft = '', check = '', ...others] = commands.filter((command) => command.includes('my-draft'));
  expect(others).toEqual([]);
  mkdirSync(path.join(beside, 'my-articles'));
  writeFileSync(path.join(beside, 'my-articles/valley.txt'), article);
  expect(await follow(draft)).toMatchObject({ code: 0 });
  const { code, output } = await follow(check);
  expect(code).toBe(1);
  expect(output).toContain('\nNo problem, and 5 texts left for you to write.\n');
  expect(output).toContain('entities/my-draft.json: entities[jo-brook].summary\n');
});

// biome-ignore lint/suspicious/noExplicitAny: the data that the guide's reader edits has no type.
type Loose = any;

function rewrite(name: string, change: (data: Loose) => void): void {
  const file = path.join(folder, name);
  const data: Loose = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  change(data);
  writeFileSync(file, JSON.stringify(data, null, 2));
}

const article = `Dam to be opened for salmon

The dam will be opened next month. The Salmon Count found only 212 fish last year.

“We will open the dam in October,” said Jo Brook, who has kept the river for nine years and has never seen it so empty of fish as in the last two summers, when the water was low and warm.
`;

/** Writes what the check says to write: `"textSha256": "…"` and `start 12, end 40`. */
function obey({ file, path: place, remedy }: { file: string; path: string; remedy: string }): void {
  rewrite(file, (data) => {
    const keys = [...place.matchAll(/[^.[\]]+/g)].map(([key]) => key);
    const hash = /"textSha256": "(\w+)"/.exec(remedy)?.[1];
    const [, start, end] = /start (\d+), end (\d+)/.exec(remedy) ?? [];
    let target: Loose = data;
    for (const key of hash === undefined ? keys : keys.slice(0, -1)) {
      target = Array.isArray(target)
        ? (target.find(({ id }: Loose) => id === key) ?? target[Number(key)])
        : target[key];
    }
    if (hash !== undefined) target.textSha256 = hash;
    else Object.assign(target, { start: Number(start), end: Number(end) });
  });
}

test('writing the guide’s entries and what the check says gives a pack without problems', async () => {
  const [source, topic, entities, statement, claim, event] = entries;
  expect(entries).toHaveLength(6);
  rmSync(folder, { recursive: true });
  const [, begin = ''] = /`(npm run pack -- init --empty [^`]+)`/.exec(guide) ?? [];
  expect((await follow(begin)).code).toBe(0);
  expect((await checkOwnPack(folder)).problems).toEqual([]);

  writeFileSync(path.join(folder, 'articles/valley-times-2023.txt'), article);
  rewrite('sources.json', (data) => data.sources.push(source));
  rewrite('topics.json', (data) => data.topics.push(topic));
  rewrite('entities/river.json', (data) => Object.assign(data, entities));
  rewrite('statements.json', (data) => data.statements.push(statement));
  rewrite('claims.json', (data) => data.claims.push(claim));
  rewrite('events.json', (data) => data.events.push(event));

  const reported = (await checkOwnPack(folder)).problems;
  expect(reported.map(({ path: place }) => place)).toEqual([
    'sources[valley-times-2023].textSha256',
    'statements[moss-on-the-dam].wordings[0]',
    'claims[dam-opens-in-october].positions[0].evidence[0]',
  ]);
  for (const problem of reported) obey(problem);
  const { problems, advice } = await checkOwnPack(folder);
  expect({ problems, advice }).toEqual({ problems: [], advice: [] });

  const build = commands.findLast((command) => command.includes(' build ')) ?? '';
  expect((await follow(build)).code).toBe(0);
  const { pack } = readPackFile(readFileSync(path.join(beside, 'my-pack.sidelight.json'), 'utf8'));
  expect(pack?.entities.map(({ id }) => id)).toEqual(['salmon-count']);
});

/**
 * Made by following the guide on another subject; its articles belong to their publishers and stay outside the project.
 */
const wework = 'tests/fixtures/packs/wework-2019';

test('the pack on another subject has no problems except missing articles', async () => {
  const { problems, advice, checked } = await checkOwnPack(path.join(projectRoot, wework), {
    isWithoutArticles: true,
  });
  expect(problems).toEqual([]);
  expect(advice.map(({ reason }) => reason)).toEqual([
    expect.stringContaining('articles/business-insider-2019-11-19.txt'),
    expect.stringContaining('articles/the-real-deal-2019-11-18.txt'),
  ]);
  expect(checked?.pack.entities).toHaveLength(10);
});

const pages = ['bc13ff87b2630ffb', 'fde930b01859de83'].map((name) =>
  path.join(projectRoot, `../shared/pages/scrapinghub/${name}.html`),
);
const hasPages = pages.every((page) => existsSync(page));

test(`it marks the pages it was made from, and finds the quotations on them${hasPages ? '' : ' (left out: ../shared is not there)'}`, async () => {
  if (!hasPages) return;
  const command = `npm run -s mentions -- ${pages.join(' ')} --pack ${wework} --json`;
  const { output } = await new Promise<{ output: string }>((resolve) => {
    const [program = '', ...args] = command.split(' ');
    execFile(program, args, { cwd: projectRoot }, (_, stdout) => resolve({ output: stdout }));
  });
  const found = output
    .trim()
    .split('\n')
    .map((line): Loose => JSON.parse(line));
  expect(found.map(({ mentions }) => new Set(mentions.map(({ entity }: Loose) => entity)).size)).toEqual([
    8, 6,
  ]);
  expect(found[0].traces.map(({ statement, kind }: Loose) => `${statement} ${kind}`)).toEqual([
    'claure-email trimmed',
    'claure-email verbatim',
    'claure-email verbatim',
    'coalition-letter verbatim',
  ]);
});
