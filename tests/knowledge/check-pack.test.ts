import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { formatJson } from '../../tools/knowledge-checks/check-form.ts';
import { checkPackFolder, packChecks } from '../../tools/knowledge-checks/check-pack.ts';
import { packToCheck } from '../../tools/knowledge-checks/pack-to-check.ts';
import { readSourceTexts } from '../../tools/pack-files/read-source-texts.ts';
import { listStaleSchemas } from '../../tools/write-pack-schemas.ts';
import { article, articleSha256, smallPackFiles } from './small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;
const entityFile = 'entities/systems.json';

function runChecks(files: Files, rawFiles?: Record<string, string>) {
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(`the pack does not parse: ${JSON.stringify(problems)}`);
  const raw =
    rawFiles ?? Object.fromEntries(Object.entries(files).map(([name, data]) => [name, formatJson(data)]));
  const checked = packToCheck(pack, files, raw, new Map([[articleSha256, article]]));
  return Object.entries(packChecks).flatMap(([check, run]) =>
    run(checked).map((problem) => ({ check, ...problem })),
  );
}

const cases: readonly {
  name: string;
  check: string;
  break: (files: Files) => void;
  file: string;
  path: string;
  reason: RegExp;
  remedy: RegExp;
}[] = [
  {
    name: 'unsorted ids are told with their place',
    check: 'sorted ids',
    break: (files) => {
      files[entityFile].entities.reverse();
    },
    file: entityFile,
    path: 'entities[acme]',
    reason: /"acme" comes after "iris"/,
    remedy: /alphabet/,
  },
  {
    name: 'a file without its schema is told the line to write',
    check: 'schema links',
    break: (files) => {
      delete files[entityFile].$schema;
    },
    file: entityFile,
    path: '$schema',
    reason: /does not name the schema/,
    remedy: /"\.\.\/\.\.\/schema\/entities\.schema\.json"/,
  },
  {
    name: 'a name that two entities claim without a rule is refused',
    check: 'names claimed twice',
    break: (files) => {
      files[entityFile].entities[1].names.push({ text: 'ACME' });
    },
    file: entityFile,
    path: 'entities[iris].names[1]',
    reason: /"ACME" is also claimed by "acme"/,
    remedy: /"needs" rule/,
  },
  {
    name: 'a name that one entity lists twice is refused',
    check: 'names claimed twice',
    break: (files) => {
      files[entityFile].entities[0].names.push({ text: 'Acme' });
    },
    file: entityFile,
    path: 'entities[acme].names[1]',
    reason: /this entity itself/,
    remedy: /Remove/,
  },
  {
    name: 'a wording that differs from the article by one character is refused',
    check: 'verbatim excerpts',
    break: (files) => {
      files['statements.json'].statements[0].wordings[0].text = 'We will wait for rules.';
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0]',
    reason: /has “We will wait for rules,”, not “We will wait for rules\.”/,
    remedy: /exactly/,
  },
  {
    name: 'a wording that differs far behind its beginning shows where',
    check: 'verbatim excerpts',
    break: (files) => {
      const [evidence] = files['claims.json'].claims[0].positions[0].evidence;
      evidence.text =
        'The city of Lund tested Iris in 2018 and chose not to buy it, a spokesman said, because too many of the\u00a0matches';
      evidence.start = 0;
      evidence.end = 0;
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence[0]',
    reason:
      /^At \d+ the article "daily-early" has “…, because too many of the matches”, not “…, because too many of the\[U\+00A0 NO-BREAK SPACE\]matches”\. The difference: “ ” there, “\[U\+00A0 NO-BREAK SPACE\]” here: U\+0020 SPACE, not U\+00A0 NO-BREAK SPACE\.$/,
    remedy: /exactly/,
  },
  {
    name: 'words that stand in the article twice are told at the place between quotation marks',
    check: 'verbatim excerpts',
    break: (files) => {
      const [wording] = files['statements.json'].statements[0].wordings;
      Object.assign(wording, { text: 'We', start: 0, end: 0, closeMark: ' ' });
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0]',
    reason: /The text has 2 characters, but start 0 and end 0 make 0\./,
    remedy:
      /^The words stand at start 65, end 67: write these numbers\. If another place is meant, its start is 151\.$/,
  },
  {
    name: 'words of which the article has none are told as such',
    check: 'verbatim excerpts',
    break: (files) => {
      files['statements.json'].statements[0].wordings[0].text = 'Nobody ever mentioned it';
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0]',
    reason:
      /^The article "daily-early" does not have “Nobody ever mentioned it”, nor words like these; at 65 it has “We will/,
    remedy: /exactly/,
  },
  {
    name: 'a wording at the wrong place is told the right one',
    check: 'verbatim excerpts',
    break: (files) => {
      files['statements.json'].statements[0].wordings[0].start += 1;
      files['statements.json'].statements[0].wordings[0].end += 1;
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0]',
    reason: /At 66 the article/,
    remedy: /start 65, end 88/,
  },
  {
    name: 'a place that does not fit the length of its text is told the right one',
    check: 'verbatim excerpts',
    break: (files) => {
      files['claims.json'].claims[0].positions[0].evidence[0].end += 1;
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence[0]',
    reason: /has 16 characters, but start \d+ and end \d+ make 17/,
    remedy: /start \d+, end \d+: write these/,
  },
  {
    name: 'an attribution that the article does not print is refused',
    check: 'verbatim excerpts',
    break: (files) => {
      files['statements.json'].statements[0].wordings[0].attribution.text = 'says Ann Lee';
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0].attribution',
    reason: /“said Ann Lee”, not “says Ann Lee”/,
    remedy: /exactly/,
  },
  {
    name: 'a straight mark for a curly one is refused',
    check: 'verbatim excerpts',
    break: (files) => {
      files['statements.json'].statements[0].wordings[0].openMark = '"';
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[0]',
    reason:
      /has “ and ” around these words, not " and ” \(openMark: U\+201C LEFT DOUBLE QUOTATION MARK, not U\+0022 QUOTATION MARK\)/,
    remedy: /straight and curly/,
  },
  {
    name: 'a quote in a fact that the article does not print is refused',
    check: 'verbatim excerpts',
    break: (files) => {
      files[entityFile].entities[0].facts[0].cites[0].quote = 'their Iris system';
    },
    file: entityFile,
    path: 'entities[acme].facts[0].cites[0].quote',
    reason:
      /“their Iris system” is not in the article "daily-early"\. At \d+ it has “its Iris system”\. The difference: “its” there, “their” here\./,
    remedy: /leave the quote out/,
  },
  {
    name: 'parts of one source are numbered in order',
    check: 'parts of wordings',
    break: (files) => {
      files['statements.json'].statements[0].wordings[1].part = 3;
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[1].part',
    reason: /piece 2/,
    remedy: /write 2/,
  },
  {
    name: 'a later part says what stands before it',
    check: 'parts of wordings',
    break: (files) => {
      delete files['statements.json'].statements[0].wordings[1].gapBefore;
    },
    file: 'statements.json',
    path: 'statements[lee-letter].wordings[1].gapBefore',
    reason: /what comes between/,
    remedy: /"attribution"/,
  },
  {
    name: 'a position without words is refused',
    check: 'evidence is there',
    break: (files) => {
      files['claims.json'].claims[0].positions[0].evidence = [];
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence',
    reason: /takes a position, but no words/,
    remedy: /fewest words/,
  },
  {
    name: 'silence with words is refused',
    check: 'evidence is there',
    break: (files) => {
      files['claims.json'].claims[0].positions[0].stance = 'does-not-mention';
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence',
    reason: /does not mention/,
    remedy: /Empty/,
  },
  {
    name: 'more than 15 % of an article as evidence is refused',
    check: 'share of evidence',
    break: (files) => {
      const text = article.slice(-70);
      const start = article.length - text.length;
      files['claims.json'].claims[0].positions[0].evidence = [{ text, start, end: article.length }];
    },
    file: 'claims.json',
    path: 'claims[…].positions[daily-early].evidence',
    reason: /\d\d\.\d % of the article/,
    remedy: /Shorten evidence from "daily-early" by \d+ characters/,
  },
  {
    name: 'evidence from a passage that the copy changed is refused',
    check: 'damaged evidence',
    break: (files) => {
      files['sources.json'].sources[0].damaged[0] = {
        start: 180,
        end: 220,
        changesMeaning: true,
      };
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence[0]',
    reason: /changed in meaning/,
    remedy: /outside that passage/,
  },
  {
    name: 'evidence cut just beside a passage that the copy changed is refused',
    check: 'damaged evidence',
    break: (files) => {
      const start = article.indexOf('Lund tested Iris') + 'Lund tested Iris '.length;
      files['sources.json'].sources[0].damaged[0] = { start, end: start + 7, changesMeaning: true };
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].positions[0].evidence[0]',
    reason: /just beside/,
    remedy: /outside that passage/,
  },
  {
    name: 'a sentence of ours that copies thirteen words of an article is refused',
    check: 'runs shared with articles',
    break: (files) => {
      files[entityFile].entities[0].summary =
        'In 2018 Lund tested Iris in 2018 and chose not to buy it, a spokesman said, because of matches.';
    },
    file: entityFile,
    path: 'entities[acme].summary',
    reason: /“lund tested iris in 2018 and chose not to buy it a spokesman”/,
    remedy: /words of your own/,
  },
  ...['wrong', 'omitted', 'contradicts', 'true', 'false'].map((word) => ({
    name: `"${word}" is a verdict`,
    check: 'verdicts',
    break: (files: Files) => {
      files['claims.json'].claims[0].text = `The first is ${word} itself.`;
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].text',
    reason: new RegExp(`"${word}" is a verdict`),
    remedy: /Name who says it/,
  })),
  {
    name: 'an event after the day the pack knows up to is refused',
    check: 'known to',
    break: (files) => {
      files['events.json'].events[0].date = {
        value: '2024-02',
        precision: 'month',
      };
    },
    file: 'events.json',
    path: 'events[pause].date',
    reason: /2024-02 is later than 2024-01-31/,
    remedy: /knownTo/,
  },
  {
    name: 'a statement later than the day the pack knows up to is refused',
    check: 'known to',
    break: (files) => {
      files['statements.json'].statements[0].date = { value: '2025', precision: 'year' };
    },
    file: 'statements.json',
    path: 'statements[lee-letter].date',
    reason: /2025 is later than 2024-01-31/,
    remedy: /knownTo/,
  },
  {
    name: 'a claim of a day later than the pack knows up to is refused',
    check: 'known to',
    break: (files) => {
      files['claims.json'].claims[0].since = { value: '2024-02-01', precision: 'day' };
    },
    file: 'claims.json',
    path: 'claims[lund-tried-iris].since',
    reason: /2024-02-01 is later than 2024-01-31/,
    remedy: /knownTo/,
  },
];

test.each(cases)('$name', ({ check, break: breakPack, file, path: place, reason, remedy }) => {
  const files = smallPackFiles();
  breakPack(files);
  const problems = runChecks(files);
  const found = problems.find((problem) => problem.file === file && problem.path === place);
  expect(found, JSON.stringify(problems, null, 1)).toMatchObject({ check });
  expect(found?.reason).toMatch(reason);
  expect(found?.remedy).toMatch(remedy);
});

test('a valid pack has no problems', () => {
  expect(runChecks(smallPackFiles())).toEqual([]);
});

test.each([
  ['a term of the field is no verdict', 'Its false positive rate and its false match rate were high.'],
  ['a quoted verdict is the source’s', 'Lee called it “wrong and false”.'],
])('%s', (_, text) => {
  const files = smallPackFiles();
  files['events.json'].events[0].text = text;
  expect(runChecks(files)).toEqual([]);
});

test('two names distinguished by a rule are two names', () => {
  const files = smallPackFiles();
  files[entityFile].entities[1].names.push({
    text: 'Acme',
    needs: { block: ['Iris'] },
  });
  expect(runChecks(files)).toEqual([]);
});

test('a file in another format is reported with its first differing line', () => {
  const files = smallPackFiles();
  const raw = Object.fromEntries(Object.entries(files).map(([name, data]) => [name, formatJson(data)]));
  raw['topics.json'] = raw['topics.json']?.replace('  "topics"', '\t"topics"') ?? '';
  expect(runChecks(files, raw)).toMatchObject([
    { check: 'canonical formatting', file: 'topics.json', path: 'line 3' },
  ]);
});

test('a byte order mark, which the reader of packs passes over, is another form and no end of the checks', () => {
  const files = smallPackFiles();
  const raw = Object.fromEntries(Object.entries(files).map(([name, data]) => [name, formatJson(data)]));
  raw['topics.json'] = `\ufeff${raw['topics.json']}`;
  expect(runChecks(files, raw)).toMatchObject([
    { check: 'canonical formatting', file: 'topics.json', path: 'line 1' },
  ]);
});

test('the published JSON Schemas are what the schema says', async () => {
  expect(await listStaleSchemas()).toEqual([]);
});

const articlesFolder = path.resolve('../shared/sources');
const hasArticles = readdirSync('..').includes('shared');

test(`the built-in pack has no problems${hasArticles ? '' : ' (excerpts by length only: ../shared is not there)'}`, async () => {
  const texts = hasArticles ? await readSourceTexts(articlesFolder) : undefined;
  const { problems, checked } = await checkPackFolder('assets/knowledge/facial-recognition', texts, true);
  expect(problems).toEqual([]);
  expect(checked?.pack.entities.length).toBeGreaterThanOrEqual(95);
});
