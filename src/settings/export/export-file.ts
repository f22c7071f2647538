/**
 * Everything that the reader has, as one file: settings with sites and exceptions, stored values that could not be read,
 * and imported packs. The same state always gives the same file, to the byte: it names no day and no machine.
 */
import { exportFormat } from '../../knowledge/export-format.ts';
import { maxFileLength } from '../../knowledge/pack-limits.ts';
import type { InvalidItem } from '../stored/invalid-items.ts';
import type { FileProblem } from './export-problem.ts';

/** A pack on its way: what it holds is the pack reader's to judge, and nobody else reads the megabytes of a large one. */
export interface ExportedPack {
  readonly isEnabled: boolean;
  readonly id: string;
  /** The pack as JSON. */
  readonly text: string;
}

export interface ExportedState {
  /** In the stored shape: the version, and what differs from the defaults. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly damaged: readonly InvalidItem[];
  /** In the reader's order. */
  readonly packs: readonly ExportedPack[];
}

/** The same without what packs hold. */
export type BackupSummary = Omit<ExportedState, 'packs'> & { readonly packs: readonly unknown[] };

export interface ExportReading {
  /** What can be used of the file; absent where the file as a whole is refused. */
  readonly state?: ExportedState;
  readonly problems: readonly FileProblem[];
}

export const exportFormatVersion = 1;

/**
 * UTF-16 units of such a file: four of the largest packs. Each pack in it has the limits of a pack file besides. Half of
 * what a string of Chromium can hold, because it is read as one.
 */
export const maxExportLength = 4 * maxFileLength;

/**
 * The state as the file has it, indented for human eyes; packs, which may be large, have a line each.
 * @returns the file in pieces: nobody needs to hold a copy of all packs in one string.
 */
export function writeExportFile({ settings, damaged, packs }: ExportedState): string[] {
  const fields = { format: exportFormat, formatVersion: exportFormatVersion, settings, damaged };
  const head = JSON.stringify(fields, null, 2).slice(0, -2);
  const lines = packs.flatMap(({ isEnabled, text }, number) => [
    `${number === 0 ? '' : ','}\n    {"isEnabled":${isEnabled},"pack":`,
    text,
    '}',
  ]);
  return [`${head},\n  "packs": [`, ...lines, `${packs.length > 0 ? '\n  ' : ''}]\n}\n`];
}

/** Whether two states say the same, to the letter. */
export function isSameState(one: ExportedState, other: ExportedState): boolean {
  const [ones, others] = [writeExportFile(one), writeExportFile(other)];
  return ones.length === others.length && ones.every((piece, at) => piece === others[at]);
}
