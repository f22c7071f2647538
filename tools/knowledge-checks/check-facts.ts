import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import { countWords } from '../../src/knowledge/text/locate-words.ts';
import { isLater } from './is-later.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Facts also stand alone, in a list of what happened since a page was published: fewer words are a mere label. */
const minFactWords = 5;

/** Every fact says by itself what happened. */
export function checkFactTexts({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  return pack.entities.flatMap(({ id, facts }) =>
    facts.flatMap(({ text }, i) => {
      if (countWords(text) >= minFactWords) return [];
      return [
        {
          file: fileOf('entities', id),
          path: `entities[${id}].facts[${i}].text`,
          reason: `“${text}” does not say by itself what happened.`,
          remedy: 'Write who did what, as it can stand in a list without the title of its card.',
        },
      ];
    }),
  );
}

/** What a source tells has happened when it is published: of a fact or event at least one source is not older. */
export function checkSourceAges({ pack, fileOf }: PackToCheck): DescribedProblem[] {
  const dateOf = new Map(
    pack.sources.map(({ id, date, updatedAt }) => [id, updatedAt ? undefined : date.value]),
  );
  const dated = [
    ...pack.events.map(({ id, date, cites }) => ({
      file: fileOf('events', id),
      path: `events[${id}].cites`,
      date,
      sources: cites,
    })),
    ...pack.entities.flatMap(({ id, facts }) =>
      facts.map(({ date, cites }, i) => ({
        file: fileOf('entities', id),
        path: `entities[${id}].facts[${i}].cites`,
        date,
        sources: cites.map(({ source }) => source),
      })),
    ),
  ];
  return dated.flatMap(({ file, path, date, sources }) => {
    if (date === undefined) return [];
    const isOlder = (source: string): boolean => {
      const published = dateOf.get(source);
      return published !== undefined && isLater(date.value, published);
    };
    if (!sources.every(isOlder)) return [];
    return [
      {
        file,
        path,
        reason: `It is dated ${date.value}, and each of its sources is older: ${sources.join(', ')}.`,
        remedy: 'Cite a source that tells of it afterwards, or say what was announced, with that day.',
      },
    ];
  });
}
