/**
 * Everything that the reader has, as one file: settings with sites and exceptions, stored values that could not be
 * read, imported packs, and kept articles with their stories. The same state always gives the same bytes: the file has no date and no machine name.
 */
import { exportFormat } from '../../knowledge/export-format.ts';
import { maxFileLength } from '../../knowledge/pack-limits.ts';
import type { Story } from '../../stories/kept/kept-article.ts';
import type { InvalidItem } from '../stored/invalid-items.ts';
import type { FileProblem } from './export-problem.ts';

/** An exported pack. Only the pack reader validates its content: no other code parses the megabytes of a large pack. */
export interface ExportedPack {
  readonly isEnabled: boolean;
  readonly id: string;
  /** The pack as JSON. */
  readonly text: string;
}

/** A story without what only caches need. */
export type ExportedStory = Omit<Story, 'stamp'>;

/** A kept article; `readKeptArticle` reads its text. */
export interface ExportedArticle {
  readonly id: string;
  /** As JSON. */
  readonly text: string;
}

export interface ExportedKept {
  readonly stories: readonly ExportedStory[];
  /** Each in one of the stories. */
  readonly articles: readonly ExportedArticle[];
}

export interface ExportedState {
  /** In the stored shape: the version, and what differs from the defaults. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly damaged: readonly InvalidItem[];
  /** In the reader's order. */
  readonly packs: readonly ExportedPack[];
  readonly kept: ExportedKept;
}

/** The same with only the number of packs, stories and kept articles. */
export type BackupSummary = Omit<ExportedState, 'packs' | 'kept'> & {
  readonly packs: Counted;
  readonly kept: { readonly stories: Counted; readonly articles: Counted };
};

interface Counted {
  readonly length: number;
}

export interface ExportReading {
  /** The valid part of the file; absent if the file as a whole is refused. */
  readonly state?: ExportedState;
  readonly problems: readonly FileProblem[];
}

/** Version 1 had no stories and no kept articles. */
export const exportFormatVersion = 2;

/**
 * UTF-16 units of such a file: four of the largest packs, or 20,000 kept articles of some length. Each pack in it has
 * the limits of a pack file as well. This is half of the longest string in Chromium, as the file is read as one string.
 */
export const maxExportLength = 4 * maxFileLength;

/**
 * The file's text, indented for human readers; packs and kept articles, which may be large, have a line each.
 * @returns the file in pieces, so that all of it is never copied into one string
 */
export function writeExportFile({ settings, damaged, packs, kept }: ExportedState): string[] {
  const { stories } = kept;
  const fields = { format: exportFormat, formatVersion: exportFormatVersion, settings, damaged, stories };
  const head = JSON.stringify(fields, null, 2).slice(0, -2);
  return [
    head,
    ...writeList('packs', packs, ({ isEnabled, text }) => [`{"isEnabled":${isEnabled},"pack":`, text, '}']),
    ...writeList('kept', kept.articles, ({ text }) => ['{"article":', text, '}']),
    '\n}\n',
  ];
}

function writeList<Entry>(
  name: string,
  entries: readonly Entry[],
  write: (entry: Entry) => readonly string[],
): string[] {
  const lines = entries.flatMap((entry, number) => [`${number === 0 ? '' : ','}\n    `, ...write(entry)]);
  return [`,\n  "${name}": [`, ...lines, entries.length > 0 ? '\n  ]' : ']'];
}

/** Whether two states are exactly equal. */
export function isSameState(one: ExportedState, other: ExportedState): boolean {
  const [ones, others] = [writeExportFile(one), writeExportFile(other)];
  return ones.length === others.length && ones.every((piece, at) => piece === others[at]);
}
