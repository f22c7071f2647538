import { doubleMarks, singleMarks } from '../../knowledge/text/character-classes.ts';

/**
 * Words inside web and mail addresses, handles, paths and file names are not mentions: `www.amazon.com`,
 * `@amazon`, `ice.gov`, `/facial-recognition/`, `rekognition.py`. Only words joined to such characters are
 * checked.
 */
const joining = '-./\\@:?=&%+~';
const tokenEnd = new RegExp(`[\\s${doubleMarks}${singleMarks}()[\\]{}<>,;|–—]`);
/** The end of a sentence does not join, unless text follows it directly. */
const endsSentence = new RegExp(`^[.:?][\\s${doubleMarks}${singleMarks}()]*(?:\\s|$)`);
/** How far a token is followed to either side; a longer address is recognised long before. */
const farthest = 200;

// All characters beyond ASCII count as letters: Unicode's classes would take a millisecond to compile.
const looksLikeAddress =
  /:\/\/|^www\.|@|\\|[\w\u0080-\uffff-]\.[a-z\u0080-\uffff]{2,}|^\/|\.\w+\/|\/[^/]*\/[^/]*\//;
/** Capitalised "Amazon.com" is the company's name, not its address. */
const companyDotCom = /^[A-Z\u00c0-\u00de][\w\u0080-\uffff-]*\.com(?![\w\u0080-\uffff/.@:])/;

/**
 * Whether the characters from `start` to `end` (half-open) are in an address, a path or a file name, and so
 * name nothing.
 */
export function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] as string) : ' ';
  const after = end < text.length ? (text[end] as string) : ' ';
  // A full stop and a space end nearly every sentence: no expression needed.
  const isStop = after === '.' && (text[end + 1] ?? ' ') === ' ';
  const isJoinedAfter = joining.includes(after) && !isStop && !endsSentence.test(text.slice(end, end + 8));
  if (!joining.includes(before) && !isJoinedAfter) return false;
  let from = start;
  while (from > 0 && start - from < farthest && !tokenEnd.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < text.length && to - end < farthest && !tokenEnd.test(text[to] as string)) to++;
  const token = text.slice(from, to);
  return looksLikeAddress.test(token) && !companyDotCom.test(token);
}
