import { formatProblem } from '../command-line/describe-in-english.ts';
import { count } from '../count.ts';
import { listSingleSourceEntities } from '../knowledge-checks/list-single-source-entities.ts';
import type { OwnPackReport } from './check-own-pack.ts';
import type { UnnamedSpeaker } from './list-unnamed-speakers.ts';
import type { UnwrittenField } from './take-unwritten.ts';

export function printReport({ problems, unwritten, unnamed, advice, unread, checked }: OwnPackReport): void {
  for (const problem of problems) console.error(`${formatProblem(problem)}\n`);
  if (unwritten.length > 0) console.error(`${describeUnwritten(unwritten)}\n`);
  if (unnamed.length > 0) console.log(`${describeUnnamed(unnamed)}\n`);
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
  const left = unwritten.length > 0 ? `, and ${count(unwritten.length, 'text')} left for you to write` : '';
  if (problems.length > 0) {
    console.log(
      `\n${count(problems.length, 'problem')}${left}. The pack format is set out in docs/packs.md.`,
    );
  } else console.log(left === '' ? '\nNo problems found.' : `\nNo problem${left}.`);
}

/** The fields that are left for a person to write, each task with its places. */
export function describeUnwritten(unwritten: readonly UnwrittenField[]): string {
  const lines = ['Left for you to write:'];
  for (const task of new Set(unwritten.map((field) => field.task))) {
    lines.push('', `  ${task}:`);
    for (const { file, path } of unwritten.filter((field) => field.task === task))
      lines.push(`    ${file}: ${path}`);
  }
  return lines.join('\n');
}

function describeUnnamed(unnamed: readonly UnnamedSpeaker[]): string {
  const lines = [
    'Left for you to name, where the articles show who speaks (null may stay; this does not stop the build):',
    '',
  ];
  for (const { file, path, attributions } of unnamed) {
    const printed = attributions.map((text) => `“${text.replace(/\s+/g, ' ')}”`).join(' and ');
    lines.push(`  ${file}: ${path}: ${printed === '' ? 'no words beside it' : `beside it ${printed}`}`);
  }
  return lines.join('\n');
}
