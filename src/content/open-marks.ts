import { callBackground } from '../messaging/call-background.ts';
import { clearStaleMarks } from '../page/replace-previous-instance.ts';
import { makeNames, type NameOf, plainNames } from '../settings/mark-style/mark-names.ts';
import { createMarkSheet, type MarkSheet } from './restyle-marks.ts';

/** What draws the marks of one document. */
export interface PageMarks extends MarkSheet {
  /** The seed of this document's names (`settings/mark-style/mark-names.ts`); empty in pages of the extension. */
  readonly secret: string;
  readonly nameOf: NameOf;
}

/** For a page of the web: uses names of its own, and clears the stale marks of an earlier instance. */
export async function openMarks(): Promise<PageMarks> {
  const nameSeed = await callBackground('nameMarks', { startedAtMs: performance.timeOrigin });
  const nameOf = makeNames(nameSeed);
  clearStaleMarks(window, nameOf);
  return { secret: nameSeed, nameOf, ...createMarkSheet(nameSeed) };
}

/** For a page of the extension, which has its own styles. */
export const plainMarks: PageMarks = {
  secret: '',
  nameOf: plainNames,
  show: () => undefined,
  hide: () => undefined,
  restyle: () => undefined,
};
