/** The tab in which the reader asked for something; its window and position decide where that opens. */
export interface Opener {
  readonly windowId?: number | undefined;
  readonly index: number;
  readonly incognito: boolean;
}
