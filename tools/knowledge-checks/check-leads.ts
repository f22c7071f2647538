import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Every entity says in one sentence what it is: the first line of its card. */
export function checkLeads({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  return pack.entities.flatMap(({ id, lead }) => {
    if (lead !== undefined && /[.?!]$/.test(lead)) return [];
    return [
      {
        file: fileOf('entities', id),
        path: `entities[${id}].lead`,
        reason:
          lead === undefined
            ? 'Nothing says in one sentence what this is.'
            : `“${lead}” is no whole sentence: it lacks its full stop.`,
        remedy: 'Write "lead": one sentence of at most 120 characters, as the first line of the card.',
      },
    ];
  });
}
