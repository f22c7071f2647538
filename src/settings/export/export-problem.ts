import type { PackFault } from '../../knowledge/pack-problem.ts';
import type { Fault, ProblemPlace } from '../../knowledge/problem.ts';

const versions = ['version', 'known'] as const;

/** Every problem of an export file, apart from those of its packs. */
export const exportProblems = {
  // The file
  unreadable: [],
  noExport: [],
  packInsteadOfExport: [],
  newerExport: versions,

  // Its settings
  noSettings: [],
  newerSettings: versions,
  unknownSetting: [],
  wrongSetting: ['value'],
  wrongMember: ['value'],

  // Other content
  damagedIsNoList: [],
  packsIsNoList: [],
  notAPack: [],
  keptIsNoList: [],
  notKept: [],
  keptWithoutStory: [],
  repeatedKept: ['id'],
  keptNotStored: ['detail'],
} as const;

export type ExportProblemCode = keyof typeof exportProblems;
export type ExportFault = Fault<typeof exportProblems>;

/** A problem of an imported file of either kind. */
export type FileProblem = ProblemPlace &
  (PackFault | ExportFault) & {
    /** The remedy is that of this other problem; absent if the problem's own code has one. */
    readonly remedyOf?: ExportProblemCode;
  };
