import { expect, test } from 'vitest';
import { parsePack } from '../../src/knowledge/validation/parse-pack.ts';
import { builtInChecks } from '../../tools/knowledge-checks/built-in-checks.ts';
import { packToCheck } from '../../tools/knowledge-checks/pack-to-check.ts';
import { article, articleSha256, smallPackFiles } from './small-pack.ts';

type Files = ReturnType<typeof smallPackFiles>;
const entityFile = 'entities/systems.json';

/** Of the small pack as the built-in one would be edited, after `edit`. */
function runCheck(check: string, edit: (files: Files) => void = () => undefined) {
  const files = smallPackFiles();
  for (const entity of files[entityFile].entities) entity.lead = `What ${entity.title} is.`;
  edit(files);
  const { pack, problems } = parsePack(files);
  if (!pack) throw new Error(`the pack does not parse: ${JSON.stringify(problems)}`);
  const run = builtInChecks[check];
  if (!run) throw new Error(`There is no check "${check}".`);
  return run(packToCheck(pack, files, {}, new Map([[articleSha256, article]])));
}

test('each entity says in one sentence what it is', () => {
  expect(runCheck('leads')).toEqual([]);
  const problems = runCheck('leads', (files) => {
    delete files[entityFile].entities[0].lead;
    files[entityFile].entities[1].lead = 'A system';
  });
  expect(problems).toMatchObject(
    [
      { file: entityFile, path: 'entities[acme].lead', reason: /Nothing says/ },
      { file: entityFile, path: 'entities[iris].lead', reason: /full stop/ },
    ].map((problem) => ({ ...problem, reason: expect.stringMatching(problem.reason) })),
  );
});
