/** From a folder of articles to a draft, and from the draft to a finished pack. */
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { findBroadNames } from '../../../src/knowledge/name-checks/find-broad-names.ts';
import { parsePack } from '../../../src/knowledge/validation/parse-pack.ts';
import { draftPack } from '../../../src/stories/drafts/draft-pack.ts';
import { makePackInfo } from '../../../src/stories/drafts/make-pack-info.ts';
import { packChecks } from '../../../tools/knowledge-checks/check-pack.ts';
import { packToCheck } from '../../../tools/knowledge-checks/pack-to-check.ts';
import { checkOwnPack } from '../../../tools/pack/check-own-pack.ts';
import { takeUnwritten } from '../../../tools/pack/take-unwritten.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { articleOf } from '../../stories/article-of.ts';
import { makeAuthorFolder } from './author-folder.ts';

const author = makeAuthorFolder();
const { run } = author;

const page = `<!doctype html><html lang="en"><head><title>Terne to sail until October</title>
<meta property="og:site_name" content="Harbour Post"><meta property="article:published_time" content="2024-05-15T08:00:00Z">
</head><body><nav><a href="/">Home</a></nav><article><h1>Terne to sail until October</h1>
<p>The ferry Terne will sail until the end of October, the Terness Island Council decided on Tuesday, after many years of talk.</p>
<p>“The bridge is finished, and it is safe,” said Ines Falk, who heads the council, at the end of the meeting. “We will miss the Terne.”</p>
<p>Falk leads the Terness Island Council. She will speak again in July, when the council meets for the last time.</p>
</article></body></html>`;
const plain = `Last crossing in November

Council leader Ines Falk told the islanders: "The bridge is finished, and it is safe." Falk waved from the Terne.
`;
const stored = JSON.stringify({
  title: 'Goodbye',
  outlet: 'Norrland Radio',
  date: '2024-05-16',
  url: 'https://example.org/radio',
  text: 'The Terne has had her day, and Ines Falk said the ferry was “a part of all our lives”.',
});

function folderOf(name: string, files: Readonly<Record<string, string | Buffer>>): string {
  const folder = path.join(author.home, name);
  mkdirSync(folder);
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
  return folder;
}

const articles = { 'harbour.html': page, 'gazette.txt': plain, 'radio.json': stored };

async function draft(files: Readonly<Record<string, string | Buffer>> = articles): Promise<string> {
  folderOf('articles', files);
  const outcome = await run('draft', 'articles', '-o', 'drafted');
  const folder = path.join(author.home, 'drafted');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  return outcome.stdout;
}

function read(name: string) {
  return JSON.parse(readFileSync(path.join(author.home, 'drafted', name), 'utf8'));
}

function rewrite(name: string, change: (data: ReturnType<typeof read>) => void): void {
  const data = read(name);
  change(data);
  writeFileSync(path.join(author.home, 'drafted', name), JSON.stringify(data));
}

test('a folder of articles becomes a draft that only lacks what a person writes', async () => {
  const told = await draft({ ...articles, 'notes.md': 'mine' });
  expect(told).toBe(
    'Not read: notes.md: Articles are files whose name ends in ".html", ".txt" or ".json".\n' +
      '3 articles: 2 statements in 4 wordings, 1 of the statements without a speaker that is surely named, 3 entities.\n' +
      'Wrote a draft to drafted. What is left for you to write: npm run pack -- check drafted\n',
  );
  expect(read('sources.json').sources).toMatchObject([
    { id: 'gazette', outlet: '', date: { value: '' } },
    { id: 'harbour-post-2024-05-15', outlet: 'Harbour Post', date: { value: '2024-05-15' } },
    { id: 'norrland-radio-2024-05-16', url: 'https://example.org/radio' },
  ]);
  expect(readFileSync(path.join(author.home, 'drafted/articles/gazette.txt'), 'utf8')).toBe(plain);
  expect(read('claims.json').claims).toEqual([]);

  const { code, stdout, stderr } = await run('check', 'drafted');
  expect(code).toBe(1);
  expect(stderr).toBe(`Left for you to write:

  The title of the pack, as readers see it:
    pack.json: title

  The title of the topic, beside the switch that readers have for it:
    topics.json: topics[drafted].title

  The outlet: who published the article:
    sources.json: sources[gazette].outlet

  The day of the article, such as 2020-06-10; with "precision": "month" 2020-06, with "year" 2020:
    sources.json: sources[gazette].date.value

  The type: person, organisation, agency, company, product, study, programme, law, event, concept or place:
    entities/drafted.json: entities[terne].type

  A summary in two or three sentences of your own, at most 525 characters, that names who says so (or take the whole entity out):
    entities/drafted.json: entities[ines-falk].summary
    entities/drafted.json: entities[terne].summary
    entities/drafted.json: entities[terness-island-council].summary

`);
  expect(stdout).toContain(
    'Left for you to name, where the articles show who speaks (null may stay; this does not stop the build):\n\n' +
      '  statements.json: statements[part-lives].speaker: beside it “The Terne has had her day, and Ines Falk said the ferry was”\n\n',
  );
  expect(stdout).toMatch(/3 articles compared\.\n[\s\S]+claims\.json: claims\n {4}There are no claims/);
  expect(stdout).toMatch(/\nNo problem, and 8 texts left for you to write\.\n$/);

  const built = await run('build', 'drafted', '-o', 'drafted.sidelight.json');
  expect(built.code).toBe(1);
  expect(built.stderr).toMatch(/^Left for you to write:\n[\s\S]+\nNothing was built: fix these first\.\n$/);
  expect(readdirSync(author.home)).not.toContain('drafted.sidelight.json');
});

test('an address that a pack may not hold is left out, and told', async () => {
  const told = await draft({
    ...articles,
    'radio.json': stored.replace('https://', 'http://'),
  });
  expect(told).toMatch(
    /^sources\.json: sources\[norrland-radio-2024-05-16\]: its address is left out: only https:\/\/ is accepted, not "http:\/\/example\.org\/radio"\n3 articles/,
  );
  expect(read('sources.json').sources[2].url).toBeUndefined();
});

test('what is written makes a pack of it, and other mistakes are told meanwhile', async () => {
  await draft();
  rewrite('sources.json', ({ sources }) => {
    sources[0].outlet = 'Island Gazette';
    sources[0].date.value = '2024-05';
  });
  const unsound = await run('check', 'drafted');
  expect(unsound.stderr).toMatch(/sources\[gazette\]\.date\.value\n {4}[\s\S]+Left for you to write/);
  expect(unsound.stdout).toMatch(/1 problem, and 6 texts left for you to write/);

  rewrite('sources.json', ({ sources }) => {
    sources[0].date.precision = 'month';
  });
  rewrite('pack.json', (data) => {
    data.title = 'The last ferry';
  });
  rewrite('topics.json', ({ topics }) => {
    topics[0].title = 'Ferry';
  });
  rewrite('entities/drafted.json', ({ entities }) => {
    for (const entity of entities) entity.summary = `The Gazette wrote of ${entity.title} in May 2024.`;
    for (const entity of entities) if (entity.type === '') entity.type = 'product';
  });
  expect(await run('check', 'drafted')).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringMatching(/\nNo problems found\.\n$/),
  });
  onTestFinished(() => rmSync(path.join(author.home, 'drafted.sidelight.json')));
  expect(await run('build', 'drafted', '-o', 'drafted.sidelight.json')).toMatchObject({
    code: 0,
    stderr: '',
  });
});

const sound = { 'gazette.txt': plain };

test.each<readonly [what: string, files: Readonly<Record<string, string | Buffer>>, told: RegExp]>([
  [
    'nothing',
    {},
    /^articles: There is no article in this folder; nothing was written\.\n|articles\n {4}There is no article/,
  ],
  ['other files only', { 'notes.md': plain }, /There is no article in this folder/],
  [
    'a text that is not UTF-8',
    { ...sound, 'b.txt': Buffer.from('F\xe4hre', 'latin1') },
    /^b\.txt\n {4}The file is not UTF-8, [\s\S]+\nNothing was written\.\n$/,
  ],
  ['an empty file', { ...sound, 'b.txt': '' }, /^b\.txt\n {4}No article was found in it\./],
  [
    'a page without an article',
    { ...sound, 'b.html': '<p></p>' },
    /^b\.html\n {4}No article was found in it\./,
  ],
  ['JSON of another shape', { ...sound, 'b.json': '{"body": "x"}' }, /^b\.json\n {4}"text" is missing/],
  [
    'no JSON',
    { ...sound, 'b.json': '{' },
    /^b\.json\n {4}Invalid JSON: .+\n {4}What to do: Write an object with the article/,
  ],
  [
    'one article twice',
    { ...sound, 'b.txt': plain },
    /^gazette\.txt\n {4}It holds the same article as b\.txt\./,
  ],
  [
    'several of these',
    { 'a.txt': '', 'b.json': '3' },
    /^a\.txt\n {4}No article[\s\S]+\nb\.json\n {4}It is not a JSON object/,
  ],
])('%s: nothing is written, and every file is told', async (_, files, told) => {
  folderOf('articles', files);
  const { code, stdout, stderr } = await run('draft', 'articles', '-o', 'drafted');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(told);
  expect(readdirSync(author.home)).toEqual(['articles']);
});

test('a link to an article is that article', async () => {
  const folder = folderOf('articles', sound);
  symlinkSync(path.join(folder, 'gazette.txt'), path.join(folder, 'same.txt'));
  expect((await run('draft', 'articles', '-o', 'drafted')).stderr).toMatch(
    /^same\.txt\n {4}It holds the same/,
  );
});

test.each<readonly [what: string, args: string[], told: RegExp]>([
  ['no folder to write to', ['draft', 'articles'], /^Where to\? "draft" needs -o FOLDER\.\nWrite one of:/],
  ['no folder to read', ['draft', '-o', 'x'], /^Which folder\? "draft" needs one\./],
  [
    'a folder that is not there',
    ['draft', 'nowhere', '-o', 'x'],
    /nowhere: Reading it failed\. There is no such/,
  ],
  ['a file', ['draft', 'articles/gazette.txt', '-o', 'x'], /gazette\.txt: Reading it failed\./],
  [
    'the folder of the articles itself',
    ['draft', 'articles', '-o', 'articles'],
    /articles: The folder exists and is not empty/,
  ],
  [
    'a place in a folder that is not there',
    ['draft', 'articles', '-o', 'no/where'],
    /where: Writing it failed/,
  ],
])('%s is refused with what to do', async (_, args, told) => {
  const folder = folderOf('articles', sound);
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(told);
  expect(readdirSync(folder)).toEqual(['gazette.txt']);
  expect(readdirSync(author.home)).toEqual(['articles']);
});

test('of any articles a draft passes the check, but for what a person writes', () => {
  const piece = fc.constantFrom(
    ...[
      'Ann Lee',
      'Lee',
      'Sen. ',
      ' said ',
      ' told us: ',
      ', a lawyer, ',
      ' (AL) ',
      'Water Agency',
      'Amazon',
      'The',
      'US',
    ],
    ...[
      '“',
      '”',
      '"',
      '‘',
      '’',
      '«\u00a0',
      '\u00a0»',
      '„',
      ',',
      '. ',
      '…',
      '\n\n',
      ' ',
      '\u202e',
      '\ufffd',
      '\ud83d',
    ],
    ...['we will close the old bridge on Monday', 'it is safe and finished', 'no', '米', 'the novel '],
  );
  const text = fc.oneof(
    fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );
  const field = fc.oneof(
    fc.constantFrom('', 'Harbour Post', '2024-05-15', 'https://example.org/1', 'de'),
    fc.string(),
  );
  const article = fc
    .record({ text, title: field, outlet: field, date: field, address: field, language: field })
    .map((fields) => ({ ...articleOf(''), ...fields, authors: [fields.title] }));
  fc.assert(
    fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), (list) => {
      const hashOf = (i: number) => String(i).padStart(64, '0');
      const drafted = list.map((one, i) => ({ article: one, name: `a${i % 2}`, textSha256: hashOf(i) }));
      const { language, topics, sources, entities, statements } = draftPack(drafted, 'story');
      const files = JSON.parse(
        JSON.stringify({
          'pack.json': { ...makePackInfo('story', '', '9999-12-31'), language },
          'topics.json': { topics },
          'sources.json': { sources },
          'entities/story.json': { entities },
          'statements.json': { statements },
        }),
      );
      const { files: filled } = takeUnwritten(files);
      const { pack, problems } = parsePack(filled);
      expect(problems).toBeUndefined();
      if (!pack) return;
      const texts = new Map(list.map((one, i) => [hashOf(i), one.text]));
      const checked = packToCheck(pack, files, {}, texts);
      for (const check of [
        'names claimed twice',
        'verbatim excerpts',
        'parts of wordings',
        'sentences of wordings',
        'known to',
      ]) {
        expect(packChecks[check]?.(checked)).toEqual([]);
      }
      findBroadNames(pack, checked.fileOf, (problem) => expect(problem).toBeUndefined());
    }),
    fuzzRuns('drafts', 300),
  );
});

test('a folder that is no draft has nothing left to write', async () => {
  await run('init', 'example');
  const folder = path.join(author.home, 'example');
  onTestFinished(() => rmSync(folder, { recursive: true }));
  expect((await checkOwnPack(folder)).unwritten).toEqual([]);
});
