import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { PackDate } from '../../src/knowledge/pack-schema.ts';
import { isLater } from './is-later.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Nothing in the pack is later than the date of its knowledge, except corrections of the pack itself. */
export function checkDates({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  const checkDate = (file: string, path: string, date: PackDate | undefined): void => {
    if (!date || !isLater(date.value, pack.knownTo)) return;
    problems.push({
      file,
      path,
      reason: `${date.value} is later than ${pack.knownTo}, the pack's "knownTo".`,
      remedy: 'Correct the date, or move "knownTo" in pack.json to the day on which you checked everything.',
    });
  };
  for (const { id, date } of pack.events) checkDate(fileOf('events', id), `events[${id}].date`, date);
  for (const { id, date } of pack.sources) checkDate(fileOf('sources', id), `sources[${id}].date`, date);
  for (const { id, date } of pack.statements)
    checkDate(fileOf('statements', id), `statements[${id}].date`, date);
  for (const { id, since } of pack.claims) checkDate(fileOf('claims', id), `claims[${id}].since`, since);
  for (const { id, facts } of pack.entities) {
    for (const [i, { date }] of facts.entries())
      checkDate(fileOf('entities', id), `entities[${id}].facts[${i}].date`, date);
  }
  return problems;
}
