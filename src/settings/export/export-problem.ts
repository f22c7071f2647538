import type { PackFault } from '../../knowledge/pack-problem.ts';
import type { Fault, ProblemPlace } from '../../knowledge/problem.ts';

const versions = ['version', 'known'] as const;

/** All that can be amiss with a file that holds everything that a reader has, apart from its packs. */
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

  // What else it holds
  damagedIsNoList: [],
  packsIsNoList: [],
  notAPack: [],
} as const;

export type ExportProblemCode = keyof typeof exportProblems;
export type ExportFault = Fault<typeof exportProblems>;

/** What is amiss with a file that is imported, of either kind. */
export type FileProblem = ProblemPlace &
  (PackFault | ExportFault) & {
    /** What to do is what this other problem says; absent where it is what the problem's own code says. */
    readonly remedyOf?: ExportProblemCode;
  };
