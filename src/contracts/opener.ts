/** The tab in which the reader asked for something; its window and its place there count. */
export interface Opener {
  readonly windowId?: number | undefined;
  readonly index: number;
  readonly incognito: boolean;
}
