/** What a stage finds in the page's isolated world: its input, fetched before the clock starts. */
export interface StageInput {
  /** The compiled name index. */
  readonly index: Uint8Array;
  /** The compiled statement index, where the stage is run with one. */
  readonly statements: Uint8Array;
  /** The same names as plain text, for peers. */
  readonly names: readonly string[];
}

export interface StageResult {
  readonly ms: number;
  /** Matched texts as they stand on the page, for the check that nobody wins by finding less. */
  readonly found?: readonly string[];
  /** The longest time between two points at which the caller could have paused. */
  readonly longestSliceMs?: number;
  /** How many characters were read. */
  readonly characters?: number;
}

export type Stage = (input: StageInput) => StageResult;

export const stageKey = 'sidelightStage';

/** A stage's file ends with this call; the bench calls what it leaves behind. */
export function offerStage(stage: Stage): void {
  (globalThis as unknown as Record<string, Stage>)[stageKey] = stage;
}
