/**
 * Everything that the reader has, as one file: settings with sites and exceptions, stored values that could not be read,
 * and imported packs. The same state always gives the same file, to the byte: it names no day and no machine.
 */
import * as v from 'valibot';
import { parseBoundedJson } from '../knowledge/parse-bounded-json.ts';
import { type DamagedItem, readDamaged } from './damaged-items.ts';
import type { ExportFault, FileProblem } from './export-problem.ts';
import { findSettingsProblems } from './find-settings-problems.ts';
import { readSettings } from './read-settings.ts';
import { differencesFromDefaults } from './settings-items.ts';

/** A pack on its way: what it holds is the pack reader's to judge, and nobody else reads the megabytes of a large one. */
export interface ExportedPack {
  readonly isEnabled: boolean;
  /** As the pack says; empty where it says none. */
  readonly id: string;
  /** The pack as JSON. */
  readonly text: string;
}

export interface ExportedState {
  /** In the stored shape: the version, and what differs from the defaults. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly damaged: readonly DamagedItem[];
  /** In the reader's order. */
  readonly packs: readonly ExportedPack[];
}

/** The same without what packs hold. */
export type KeptState = Omit<ExportedState, 'packs'> & { readonly packs: readonly unknown[] };

export interface ExportReading {
  /** What can be used of the file; absent where the file as a whole is refused. */
  readonly state?: ExportedState;
  readonly problems: readonly FileProblem[];
}

const format = 'sidelight-export';
const formatVersion = 1;

/** The state as the file has it, indented for human eyes; packs, which may be large, have a line each. */
export function writeExportFile({ settings, damaged, packs }: ExportedState): string {
  const head = JSON.stringify({ format, formatVersion, settings, damaged }, null, 2).slice(0, -2);
  const lines = packs.map(({ isEnabled, text }) => `\n    {"isEnabled":${isEnabled},"pack":${text}}`);
  return `${head},\n  "packs": [${lines.join(',')}${lines.length > 0 ? '\n  ' : ''}]\n}\n`;
}

/**
 * Reads such a file, which may come from anywhere. Never throws; time and memory are bounded as those of a pack file are.
 * A field that cannot be read is told and left out, its neighbours are kept. With a large pack it takes a second, at one go:
 * call it in a worker.
 * @param file what problems call the file.
 */
export function readExportFile(text: string, file: string): ExportReading {
  const json = parseBoundedJson(text, file);
  if (json.problem) {
    const { problem } = json;
    // What to do about the others speaks of packs.
    if (problem.code === 'repeatedKey') return { problems: [problem] };
    return { problems: [{ ...problem, remedyOf: 'noExport' }] };
  }
  const refusal = refuseWhole(json.data, file);
  if (refusal) return { problems: [refusal] };
  const problems: FileProblem[] = [];
  const { settings, damaged, packs } = json.data as Readonly<Record<string, unknown>>;
  const tell: Tell = (path, fault) => problems.push({ file, path, ...fault });
  for (const { path, ...fault } of findSettingsProblems(settings)) tell(path, fault);
  if (damaged !== undefined && !Array.isArray(damaged)) {
    tell('damaged', { code: 'damagedIsNoList', values: {} });
  }
  return {
    state: {
      settings: differencesFromDefaults(readSettings(settings)),
      damaged: readDamaged(damaged),
      packs: readPacks(packs, tell),
    },
    problems,
  };
}

type Tell = (path: string, fault: ExportFault) => void;

const Envelope = v.object({
  format: v.literal(format),
  formatVersion: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

function refuseWhole(data: unknown, file: string): FileProblem | undefined {
  if (!v.is(Envelope, data)) {
    const isPack = v.is(v.object({ id: v.string(), entities: v.array(v.unknown()) }), data);
    return { file, path: 'format', code: isPack ? 'packInsteadOfExport' : 'noExport', values: {} };
  }
  if (data.formatVersion > formatVersion) {
    return {
      file,
      path: 'formatVersion',
      code: 'newerExport',
      values: { version: String(data.formatVersion), known: String(formatVersion) },
    };
  }
  return undefined;
}

const PackEntry = v.object({
  isEnabled: v.fallback(v.boolean(), true),
  pack: v.record(v.string(), v.unknown()),
});

function readPacks(packs: unknown, tell: Tell): readonly ExportedPack[] {
  if (packs === undefined) return [];
  if (!Array.isArray(packs)) {
    tell('packs', { code: 'packsIsNoList', values: {} });
    return [];
  }
  return packs.flatMap((entry: unknown, number) => {
    const reading = v.safeParse(PackEntry, entry);
    if (reading.success) {
      const { isEnabled, pack } = reading.output;
      return [{ isEnabled, id: typeof pack.id === 'string' ? pack.id : '', text: JSON.stringify(pack) }];
    }
    tell(`packs[${number}]`, { code: 'packIsNone', values: {} });
    return [];
  });
}
