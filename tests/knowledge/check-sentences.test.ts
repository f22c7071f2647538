import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { checkSentences } from '../../tools/knowledge-checks/check-sentences.ts';
import { packToCheck } from '../../tools/knowledge-checks/pack-to-check.ts';
import { smallPackFiles } from './small-pack.ts';

function check(sentences: (string | null)[], text?: string) {
  const files = smallPackFiles();
  const [statement] = files['statements.json'].statements;
  statement.sentences = sentences;
  if (text !== undefined) statement.wordings[0].text = text;
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(JSON.stringify(problems));
  return checkSentences(packToCheck(pack, files, {}, new Map()));
}

const help = 'We stand ready to help.';

test('a wording of which the sentences have nothing is told, with its place', () => {
  expect(check(['Something else altogether.', null, help])).toEqual([
    {
      file: 'statements.json',
      path: 'statements[lee-letter].wordings[0].text',
      reason: expect.stringMatching(/^“We will wait for rules,” is in none of the statement's sentences/),
      remedy: expect.stringMatching(/^Write it in "sentences"/),
    },
  ]);
  expect(check([null, help])).toHaveLength(1);
});

test('one sentence of a wording that is missing is told', () => {
  const [problem] = check(['We will wait for rules.', help], 'We will wait for rules. Nobody drowned in it.');
  expect(problem?.reason).toMatch(/^“Nobody drowned in it\.” is/);
});

test('what another source prints more fully, and what an outlet puts in brackets, is not missing', () => {
  expect(check(['We shall wait for all the rules.', help])).toEqual([]);
  expect(check(['Then we will wait.', help], '[W]e will [the company and its customers] wait')).toEqual([]);
});
