/** What was there before everything was set back or a file taken over, as the options page offers it. */
export interface RestorePoint {
  readonly why: 'reset' | 'import';
  readonly atMs: number;
}
