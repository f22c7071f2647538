/** The options of every part of the bench. */
export interface MeasureOptions {
  /** Full paths of the saved pages. */
  readonly files: readonly string[];
  readonly repeats: number;
  /** The `dist` folder of another checkout, measured in alternation with this one's. */
  readonly against: string | undefined;
  readonly onProgress: (text: string) => void;
}
