import type { Pack } from '../../src/knowledge/pack-schema.ts';

/** A stage's input in the page's isolated world, fetched before the clock starts. */
export interface StageInput {
  /** The compiled name index. */
  readonly index: Uint8Array;
  /** The compiled statement index, if the stage is run with one. */
  readonly statements: Uint8Array;
  /** The same names as plain text, for the libraries. */
  readonly names: readonly string[];
  /** The built-in pack, if the stage compiles it itself. */
  readonly pack: Pack;
  /** What pages have sent, if the stage reads none itself. */
  readonly texts: readonly PageTexts[];
}

/** What a page sends to the background. */
export interface PageTexts {
  /** Of the whole page, as returned by `extractText`. */
  readonly text: string;
  readonly blocks: readonly string[];
}

export interface StageResult {
  readonly ms: number;
  /** Matched texts as printed on the page, for checking that no engine is fast by finding less. */
  readonly found?: readonly string[];
  /** How many characters were read. */
  readonly characters?: number;
}

export type Stage<Result> = (input: StageInput) => Result;

export const stageKey = 'sidelightStage';

/** A stage's file ends with this call; the bench calls the function that it registers. */
export function offerStage<Result = StageResult>(stage: Stage<Result>): void {
  (globalThis as unknown as Record<string, Stage<Result>>)[stageKey] = stage;
}
