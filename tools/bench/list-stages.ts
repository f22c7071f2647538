import { fileURLToPath } from 'node:url';

export interface StageEntry {
  /** The row's name in the report. */
  readonly what: string;
  readonly file: string;
  /** With how many extra names it is run; 0 is the built-in pack alone. */
  readonly extraNames: readonly number[];
  /** With how many extra statements it is run; the row's `names` is then this number. */
  readonly extraStatements?: readonly number[];
}

const at = (name: string) => fileURLToPath(new URL(`./stages/${name}.ts`, import.meta.url));
const all = [0, 10_000, 100_000];

/** A new stage is a file in `stages/` and a line here. */
export const stageEntries: readonly StageEntry[] = [
  { what: 'floor', file: at('floor'), extraNames: [0] },
  { what: 'blocks', file: at('blocks'), extraNames: [0] },
  { what: 'open-index', file: at('open-index'), extraNames: all },
  { what: 'find', file: at('find'), extraNames: all },
  { what: 'scan', file: at('scan'), extraNames: all },
  { what: 'scan+trace', file: at('scan-trace'), extraNames: [0], extraStatements: [0, 10_000] },
  { what: 'paint:custom-highlight', file: at('paint-custom-highlight'), extraNames: [0] },
  { what: 'paint:mark-element', file: at('paint-mark-element'), extraNames: [0] },
  { what: 'peer:RegExp', file: at('peer-regexp'), extraNames: [0] },
  { what: 'peer:ahocorasick', file: at('peer-ahocorasick'), extraNames: [0] },
  { what: 'peer:mark.js', file: at('peer-mark'), extraNames: [0] },
  { what: 'peer:mark.js across elements', file: at('peer-mark-across'), extraNames: [0] },
  { what: 'peer:advanced-mark.js', file: at('peer-advanced-mark'), extraNames: [0] },
];
