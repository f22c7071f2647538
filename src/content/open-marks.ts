import { callBackground } from '../messaging/call-background.ts';
import { clearLeftovers } from '../page/only-instance.ts';
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
  const secret = await callBackground('nameMarks', { startedAtMs: performance.timeOrigin });
  const nameOf = makeNames(secret);
  clearLeftovers(window, nameOf);
  return { secret, nameOf, ...createMarkSheet(secret) };
}

/** In a page of the extension, which brings its own styles. */
export const plainMarks: PageMarks = {
  secret: '',
  nameOf: plainNames,
  show: () => undefined,
  hide: () => undefined,
  restyle: () => undefined,
};
