/**
 * Everything that the reader has, as one file: settings with sites and exceptions, stored values that could not be
 * read, and imported packs. The same state always gives the same bytes: the file has no date and no machine name.
 */
import { exportFormat } from '../../knowledge/export-format.ts';
import { maxFileLength } from '../../knowledge/pack-limits.ts';
import type { InvalidItem } from '../stored/invalid-items.ts';
import type { FileProblem } from './export-problem.ts';

/** An exported pack. Only the pack reader validates its content: no other code parses the megabytes of a large pack. */
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

/** The same without the content of packs. */
export type BackupSummary = Omit<ExportedState, 'packs'> & { readonly packs: readonly unknown[] };

export interface ExportReading {
  /** The valid part of the file; absent if the file as a whole is refused. */
  readonly state?: ExportedState;
  readonly problems: readonly FileProblem[];
}

export const exportFormatVersion = 1;

/**
 * UTF-16 units of such a file: four of the largest packs. Each pack in it has the limits of a pack file as well. This
 * is half of the longest string in Chromium, as the file is read as one string.
 */
export const maxExportLength = 4 * maxFileLength;

/**
 * The file's text, indented for human readers; packs, which may be large, have a line each.
 * @returns the file in pieces, so that all packs are never copied into one string
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

/** Whether two states are exactly equal. */
export function isSameState(one: ExportedState, other: ExportedState): boolean {
  const [ones, others] = [writeExportFile(one), writeExportFile(other)];
  return ones.length === others.length && ones.every((piece, at) => piece === others[at]);
}
