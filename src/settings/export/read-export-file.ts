import * as v from 'valibot';
import { exportFormat } from '../../knowledge/export-format.ts';
import { describeJsonFault } from '../../knowledge/json/describe-json-fault.ts';
import { lineAt } from '../../knowledge/json/line-at.ts';
import { parseBoundedJson } from '../../knowledge/json/parse-bounded-json.ts';
import type { PackFault, PackProblem } from '../../knowledge/pack-problem.ts';
import { readPackFile } from '../../knowledge/validation/read-pack-file.ts';
import { readSettings } from '../read-settings.ts';
import { readInvalid } from '../stored/invalid-items.ts';
import { differencesFromDefaults } from '../stored/settings-items.ts';
import {
  type ExportedPack,
  type ExportReading,
  exportFormatVersion,
  maxExportLength,
} from './export-file.ts';
import type { ExportFault, FileProblem } from './export-problem.ts';
import { type EntryPlace, extractEntries } from './extract-entries.ts';
import { findSettingsProblems } from './find-settings-problems.ts';
import { readExportedKept } from './read-exported-kept.ts';

/**
 * Reads an export file, which may come from anywhere. Never throws; time and memory are bounded like those of a pack
 * file. An invalid field or pack is reported and left out; the others are kept. Large packs take seconds without a
 * pause: call it in a worker.
 * @param file what problems call the file
 */
export function readExportFile(text: string, file: string): ExportReading {
  const reject = (fault: PackFault): ExportReading => ({
    problems: [{ file, path: '', ...fault, remedyOf: 'noExport' }],
  });
  if (text.length > maxExportLength) {
    return reject({ code: 'fileTooLong', values: { count: text.length, most: maxExportLength } });
  }
  const { frame, places, faultAt } = extractEntries(text);
  if (faultAt !== undefined) return reject(describeJsonFault(text, faultAt));
  const json = parseBoundedJson(frame, file);
  if (json.problem) {
    const { problem } = json;
    // The remedies of the other problems are about packs.
    if (problem.code === 'repeatedKey') return { problems: [problem] };
    return reject(problem);
  }
  const rejection = rejectFile(json.data, file);
  if (rejection) return { problems: [rejection] };
  const problems: FileProblem[] = [];
  const { settings, damaged, packs, stories, kept } = json.data as Readonly<Record<string, unknown>>;
  const report: Report = (path, fault) => problems.push({ file, path, ...fault });
  for (const { path, ...fault } of findSettingsProblems(settings)) report(path, fault);
  if (damaged !== undefined && !Array.isArray(damaged)) {
    report('damaged', { code: 'damagedIsNoList', values: {} });
  }
  const read = readPacks(packs, (number) => readPack(text, places.packs.get(number), file), report);
  const readKept = readExportedKept(stories, kept, (number) => textAt(text, places.kept.get(number)), file);
  return {
    state: {
      settings: differencesFromDefaults(readSettings(settings)),
      damaged: readInvalid(damaged),
      packs: read.flatMap(({ pack }) => (pack ? [pack] : [])),
      kept: readKept.kept,
    },
    problems: [...problems, ...read.flatMap(({ problems: found }) => found), ...readKept.problems],
  };
}

type Report = (path: string, fault: ExportFault) => void;

const Envelope = v.object({
  format: v.literal(exportFormat),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function rejectFile(data: unknown, file: string): FileProblem | undefined {
  if (!v.is(Envelope, data)) {
    const isPack = v.is(v.object({ id: v.string(), entities: v.array(v.unknown()) }), data);
    return { file, path: 'format', code: isPack ? 'packInsteadOfExport' : 'noExport', values: {} };
  }
  if (data.formatVersion > exportFormatVersion) {
    return {
      file,
      path: 'formatVersion',
      code: 'newerExport',
      values: { version: String(data.formatVersion), known: String(exportFormatVersion) },
    };
  }
  return undefined;
}

interface PackReading {
  readonly pack?: ExportedPack;
  readonly problems: readonly FileProblem[];
}

type ReadPack = (number: number) => Omit<ExportedPack, 'isEnabled'> | readonly PackProblem[] | undefined;

function readPacks(packs: unknown, readOne: ReadPack, report: Report): readonly PackReading[] {
  if (packs === undefined) return [];
  if (!Array.isArray(packs)) {
    report('packs', { code: 'packsIsNoList', values: {} });
    return [];
  }
  return packs.map((entry: unknown, number): PackReading => {
    const place = `packs[${number}]`;
    const outcome = readOne(number);
    if (outcome === undefined) {
      report(place, { code: 'notAPack', values: {} });
      return { problems: [] };
    }
    if ('id' in outcome) return { pack: { isEnabled: isEntryEnabled(entry), ...outcome }, problems: [] };
    return { problems: outcome.map((problem) => ({ ...problem, path: `${place} ${problem.path}`.trim() })) };
  });
}

function isEntryEnabled(entry: unknown): boolean {
  return !v.is(v.object({ isEnabled: v.literal(false) }), entry);
}

function textAt(text: string, place: EntryPlace | undefined): string | undefined {
  return place && text.slice(place.start, place.end);
}

/** The pack at a place of the file, read as the import will read it. */
function readPack(text: string, place: EntryPlace | undefined, file: string): ReturnType<ReadPack> {
  if (place === undefined) return undefined;
  const packText = text.slice(place.start, place.end);
  const { pack, problems } = readPackFile(packText, file);
  if (pack) return { id: pack.id, text: packText };
  const linesBefore = lineAt(text, place.start) - 1;
  return problems.map((problem) => {
    if (problem.code !== 'repeatedKey') return problem;
    const { field, line } = problem.values;
    return { ...problem, values: { field, line: Number(line) + linesBefore } };
  });
}
