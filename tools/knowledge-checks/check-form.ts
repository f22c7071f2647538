import type { DescribedProblem } from '../../src/i18n/describe-file-problem.ts';
import type { PackToCheck } from './pack-to-check.ts';

/** Each list is sorted by id, so that the additions of two editors rarely conflict. */
export function checkSortedIds({ files }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const [file, data] of Object.entries(files)) {
    for (const [list, items] of Object.entries(data as Record<string, unknown>)) {
      if (!Array.isArray(items)) continue;
      const ids = items.flatMap(idOf);
      const at = ids.findIndex((id, i) => i > 0 && id < (ids[i - 1] ?? ''));
      if (at < 0) continue;
      problems.push({
        file,
        path: `${list}[${ids[at]}]`,
        reason: `"${ids[at]}" comes after "${ids[at - 1]}", but ids are sorted from a to z.`,
        remedy: `Move the whole entry "${ids[at]}" up to its place in the alphabet.`,
      });
    }
  }
  return problems;
}

/** The id of an entry, as a list of one; empty if it has none. */
export function idOf(item: unknown): string[] {
  if (typeof item !== 'object' || item === null || !('id' in item)) return [];
  return typeof item.id === 'string' ? [item.id] : [];
}

/** One canonical format, so that a diff shows only what changed. */
export function checkFormatting({ files, rawFiles }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  for (const [file, raw] of Object.entries(rawFiles)) {
    const canonical = formatJson(files[file]);
    if (raw === canonical) continue;
    const lines = canonical.split('\n');
    const line = raw.split('\n').findIndex((text, i) => text !== lines[i]) + 1;
    problems.push({
      file,
      path: `line ${line || lines.length}`,
      reason:
        'The file is not written in the canonical form (two spaces, one entry a line, a newline at the end, no byte order mark).',
      remedy: 'Run "npm run knowledge:format"; it changes no value.',
    });
  }
  return problems;
}

/** The canonical format of a pack's files in the repository. */
export function formatJson(data: unknown): string {
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** Each file names its schema, so that editors complete and check it. */
export function checkSchemaLinks({ files }: PackToCheck): DescribedProblem[] {
  const problems: DescribedProblem[] = [];
  if (!('pack.json' in files)) return problems;
  for (const [file, data] of Object.entries(files)) {
    const expected = schemaLinkOf(file);
    if ((data as { $schema?: unknown }).$schema === expected) continue;
    problems.push({
      file,
      path: '$schema',
      reason: 'The file does not name the schema that lets an editor complete and check it.',
      remedy: `Write "$schema": "${expected}" as the first field.`,
    });
  }
  return problems;
}

function schemaLinkOf(file: string): string {
  if (file.startsWith('entities/')) return '../../schema/entities.schema.json';
  return `../schema/${file.replace(/\.json$/, '')}.schema.json`;
}
