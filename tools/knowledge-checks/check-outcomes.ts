import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { isLater } from './is-later.ts';
import type { PackToCheck } from './pack-to-check.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const knownTo = new RegExp(`\\bKnown to (?:(\\d{1,2}) )?(${months.join('|')}) (\\d{4})`);

/** The day or month up to which a sentence says it knows, as `2023-11-20` or `2023-11`. */
function readKnownTo(text: string): string | undefined {
  const [, day, month, year] = knownTo.exec(text) ?? [];
  if (month === undefined || year === undefined) return undefined;
  const number = String(months.indexOf(month) + 1).padStart(2, '0');
  return [year, number, ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-');
}

/** A summary that says up to when it knows is no older than what the pack itself tells of that entity. */
export function checkOutcomes({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  return pack.entities.flatMap(({ id, summary, facts }) => {
    const known = readKnownTo(summary);
    if (known === undefined) return [];
    const dates = [
      ...facts.flatMap(({ date }) => date?.value ?? []),
      ...pack.events.filter(({ about }) => about.includes(id)).map(({ date }) => date.value),
    ];
    const later = dates.find((date) => isLater(date, known));
    if (later === undefined && !isLater(known, pack.knownTo)) return [];
    return [
      {
        file: fileOf('entities', id),
        path: `entities[${id}].summary`,
        reason:
          later === undefined
            ? `The summary knows to ${known}, later than the pack, which knows to ${pack.knownTo}.`
            : `The summary knows to ${known}, but the pack tells of ${later}.`,
        remedy:
          'Bring the summary up to date, and move its "Known to" to the day of the latest that it tells.',
      },
    ];
  });
}
