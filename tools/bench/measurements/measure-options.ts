/** What every part of the bench is told. */
export interface MeasureOptions {
  /** Whole paths of the saved pages. */
  readonly files: readonly string[];
  readonly repeats: number;
  /** The `dist` folder of another checkout, measured in alternation with this one's. */
  readonly against: string | undefined;
  readonly onProgress: (text: string) => void;
}
