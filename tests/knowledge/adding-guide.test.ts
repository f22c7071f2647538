/** Follows docs/adding.md step by step: adds each of its examples to a valid pack, and makes each of its mistakes. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { describeInEnglish, formatProblem } from '../../tools/command-line/describe-in-english.ts';
import { formatJson } from '../../tools/knowledge-checks/check-form.ts';
import { packChecks } from '../../tools/knowledge-checks/check-pack.ts';
import { packToCheck } from '../../tools/knowledge-checks/pack-to-check.ts';
import { smallPackFiles } from './small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;

const guide = readFileSync('docs/adding.md', 'utf8');
const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => JSON.parse(match[1] ?? ''));
const messages = [...guide.matchAll(/```text\n([\s\S]*?)```/g)].flatMap((match) =>
  (match[1] ?? '').trim().split('\n\n'),
);
const entityFile = 'entities/street-cameras.json';

/** The pack after the guide's five sections, with entries in alphabetical order. */
function followGuide(): Files {
  const [source, topic, entities, statement, claim] = examples;
  const files = smallPackFiles();
  insert(files['sources.json'].sources, source);
  insert(files['topics.json'].topics, topic);
  files[entityFile] = entities;
  insert(files['statements.json'].statements, statement);
  insert(files['claims.json'].claims, claim);
  // A copy, so that one test's mistake does not reach the next.
  return structuredClone(files);
}

function insert(list: { id: string }[], item: { id: string }): void {
  list.push(item);
  list.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function check(files: Files): string[] {
  const { pack, problems } = parsePack(files);
  if (!pack) return problems.map((problem) => formatProblem(describeInEnglish(problem)));
  const raw = Object.fromEntries(Object.entries(files).map(([name, data]) => [name, formatJson(data)]));
  const checked = packToCheck(pack, files, raw, new Map());
  return Object.values(packChecks).flatMap((run) => run(checked).map(formatProblem));
}

test('following the guide gives a pack without problems', () => {
  expect(examples).toHaveLength(5);
  expect(check(followGuide())).toEqual([]);
});

const mistakes: readonly [string, (files: Files) => void][] = [
  [
    'an address without https',
    (files) => {
      find(files['sources.json'].sources, 'example-gazette-2021').url = 'http://example.org/2021/cameras';
    },
  ],
  [
    'a topic misspelt',
    (files) => {
      files[entityFile].entities[0].topic = 'street-camera';
    },
  ],
  [
    'a summary too long',
    (files) => {
      files[entityFile].entities[0].summary = 'a'.repeat(611);
    },
  ],
  [
    'a name claimed twice',
    (files) => {
      const [entity] = files[entityFile].entities;
      entity.names[1] = { text: 'Eye' };
      files[entityFile].entities.unshift({
        ...structuredClone(entity),
        id: 'eye-vendor',
        names: [{ text: 'Eye' }],
      });
    },
  ],
  [
    'a passage miscounted',
    (files) => {
      find(files['statements.json'].statements, 'mayor-on-lamp-eye').wordings.splice(0, 1, {
        ...find(files['statements.json'].statements, 'mayor-on-lamp-eye').wordings[0],
        end: 160,
      });
    },
  ],
  [
    'a verdict',
    (files) => {
      find(files['claims.json'].claims, 'lamp-eye-tried-by-two-towns').text = 'The Gazette is wrong.';
    },
  ],
];

test.each(mistakes)('%s gives the message that the guide prints', (_, makeMistake) => {
  const files = followGuide();
  makeMistake(files);
  const reported = check(files);
  expect(
    messages.filter((message) => reported.includes(message)),
    reported.join('\n'),
  ).toHaveLength(1);
});

test('every message that the guide prints is made by one of these mistakes', () => {
  const reported = mistakes.flatMap(([, makeMistake]) => {
    const files = followGuide();
    makeMistake(files);
    return check(files);
  });
  expect(messages.filter((message) => !reported.includes(message))).toEqual([]);
  expect(messages.length).toBe(mistakes.length);
});

function find(
  list: { id: string }[],
  id: string,
): Record<string, never> & { wordings: { end: number }[]; text: string; url: string } {
  return list.find((item) => item.id === id) as never;
}
