import type { PackPreview } from '../knowledge/pack-preview.ts';
import type { PackProblem } from '../knowledge/pack-problem.ts';
import type { DetailedPack } from './messages.ts';

/** A pack as the options list it, enabled or not. */
export interface ListedPack extends DetailedPack {
  readonly isBuiltIn: boolean;
  readonly isEnabled: boolean;
}

/** In order. */
export type ImportStep = 'open' | 'check' | 'compare' | 'compile' | 'store';

/** One pack on its way in, from a file of the browser's. Errors bring their reason (`readFailure`). */
export interface PackImport<BrowserFile> {
  /** Reads and checks a file; nothing is stored. */
  read(file: BrowserFile, onStep: (step: ImportStep) => void): Promise<ReadOutcome>;
  /**
   * Stores what was read.
   * @returns what takes it back, for as long as this page lives; false where that cannot be any more: the pack was removed or
   *   imported again since, or what it replaced cannot be had
   */
  store(onStep: (step: ImportStep) => void): Promise<() => Promise<boolean>>;
  /** Stops any operation; nothing is called back any more. */
  stop(): void;
}

export type ReadOutcome = { readonly preview: PackPreview } | { readonly problems: readonly PackProblem[] };
