import type { Pack } from '../../src/knowledge/pack-schema.ts';

/** What a stage finds in the page's isolated world: its input, fetched before the clock starts. */
export interface StageInput {
  /** The compiled name index. */
  readonly index: Uint8Array;
  /** The compiled statement index, where the stage is run with one. */
  readonly statements: Uint8Array;
  /** The same names as plain text, for peers. */
  readonly names: readonly string[];
  /** The built-in pack, where the stage compiles it itself. */
  readonly pack: Pack;
  /** What pages have sent, where the stage reads none itself. */
  readonly texts: readonly PageTexts[];
}

/** What a page sends to the background. */
export interface PageTexts {
  /** Of the whole page, as `extractText` gives it. */
  readonly text: string;
  readonly blocks: readonly string[];
}

export interface StageResult {
  readonly ms: number;
  /** Matched texts as they stand on the page, for the check that nobody wins by finding less. */
  readonly found?: readonly string[];
  /** How many characters were read. */
  readonly characters?: number;
}

export type Stage<Result> = (input: StageInput) => Result;

export const stageKey = 'sidelightStage';

/** A stage's file ends with this call; the bench calls what it leaves behind. */
export function offerStage<Result = StageResult>(stage: Stage<Result>): void {
  (globalThis as unknown as Record<string, Stage<Result>>)[stageKey] = stage;
}
