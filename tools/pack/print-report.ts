import { formatProblem } from '../command-line/describe-in-english.ts';
import { count } from '../count.ts';
import { listSingleSourceEntities } from '../knowledge-checks/list-single-source-entities.ts';
import type { OwnPackReport } from './check-own-pack.ts';

export function printReport({ problems, advice, unread, checked }: OwnPackReport): void {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (checked) {
    const { pack } = checked;
    console.log(`Pack "${pack.id}" ${pack.version}, as of ${pack.knownTo}.`);
    const lists = [
      count(pack.entities.length, 'entity', 'entities'),
      count(pack.sources.length, 'source'),
      count(pack.statements.length, 'statement'),
      count(pack.claims.length, 'claim'),
      count(pack.events.length, 'event'),
    ];
    console.log(`${lists.join(', ')}; ${count(checked.texts.size, 'article')} compared.`);
    const single = listSingleSourceEntities(pack).map(({ id }) => id);
    if (single.length > 0) console.log(`Single outlet, as their cards will say: ${single.join(', ')}.`);
  }
  if (unread.length > 0) {
    console.log('\nNot read:');
    for (const { name, reason } of unread) console.log(`  ${name}: ${reason}`);
  }
  if (advice.length > 0) {
    console.log('\nWorth a second look (this does not stop the build):\n');
    for (const problem of advice) console.log(`${formatProblem(problem)}\n`);
  }
  if (problems.length === 0) console.log('\nNo problems found.');
  else console.log(`\n${count(problems.length, 'problem')}. The pack format is set out in docs/packs.md.`);
}
