import { callBackground } from '../messaging/call-background.ts';
import { clearStaleMarks } from '../page/replace-previous-instance.ts';
import { makeNames, type NameOf, plainNames } from '../settings/mark-style/mark-names.ts';
import { createMarkSheet, type MarkSheet } from './restyle-marks.ts';

/** What draws the marks of one document. */
export interface PageMarks extends MarkSheet {
  /** What names are made of here (`settings/mark-style/mark-names.ts`); empty in pages of the extension. */
  readonly secret: string;
  readonly nameOf: NameOf;
}

/** In a page of the web: names of its own, and nothing left of an instance before. */
export async function openMarks(): Promise<PageMarks> {
  const nameSeed = await callBackground('nameMarks', { startedAtMs: performance.timeOrigin });
  const nameOf = makeNames(nameSeed);
  clearStaleMarks(window, nameOf);
  return { secret: nameSeed, nameOf, ...createMarkSheet(nameSeed) };
}

/** In a page of the extension, which brings its own styles. */
export const plainMarks: PageMarks = {
  secret: '',
  nameOf: plainNames,
  show: () => undefined,
  hide: () => undefined,
  restyle: () => undefined,
};
