import { fileURLToPath } from 'node:url';

export interface StageEntry {
  /** The row's name in the report. */
  readonly what: string;
  readonly file: string;
}

export const stageFile = (name: string): string =>
  fileURLToPath(new URL(`./stages/${name}.ts`, import.meta.url));

const floor: StageEntry = { what: 'floor', file: stageFile('floor') };

/** What runs on the page's own thread. */
export const threadStages: readonly StageEntry[] = [
  floor,
  { what: 'whole text (every page)', file: stageFile('whole-text') },
  { what: '  of it: take text', file: stageFile('take-text') },
  { what: '  of it: find shadow roots', file: stageFile('shadow-roots') },
  { what: 'read blocks (a page with something)', file: stageFile('blocks') },
  { what: 'draw with highlights', file: stageFile('paint-custom-highlight') },
  { what: 'draw with elements', file: stageFile('paint-mark-element') },
];

/** Finding names in a page: libraries and, under the same conditions, Sidelight's own code. */
export const peerStages: readonly StageEntry[] = [
  floor,
  { what: 'scan', file: stageFile('scan') },
  { what: 'RegExp', file: stageFile('peer-regexp') },
  { what: 'ahocorasick', file: stageFile('peer-ahocorasick') },
  { what: 'mark.js', file: stageFile('peer-mark') },
  { what: 'mark.js across elements', file: stageFile('peer-mark-across') },
  { what: 'advanced-mark.js', file: stageFile('peer-advanced-mark') },
];
