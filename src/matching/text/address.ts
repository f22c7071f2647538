import { doubleMarks, singleMarks } from '../../knowledge/text/character-classes.ts';

/**
 * Words inside web and mail addresses, handles, paths and file names are not mentions: `www.amazon.com`, `@amazon`,
 * `ice.gov`, `/facial-recognition/`, `rekognition.py`. Only words joined to such characters are looked at.
 */
const joining = '-./\\@:?=&%+~';
const tokenEnd = new RegExp(`[\\s${doubleMarks}${singleMarks}()[\\]{}<>,;|–—]`);
/** What ends a sentence does not join, as long as nothing goes on behind it. */
const endsSentence = new RegExp(`^[.:?][\\s${doubleMarks}${singleMarks}()]*(?:\\s|$)`);
/** How far a token is followed to either side; an address beyond that has shown what it is long before. */
const farthest = 200;

// Everything beyond ASCII is taken for a letter: Unicode's classes would take a millisecond to be compiled.
const looksLikeAddress =
  /:\/\/|^www\.|@|\\|[\w\u0080-\uffff-]\.[a-z\u0080-\uffff]{2,}|^\/|\.\w+\/|\/[^/]*\/[^/]*\//;
/** "Amazon.com" with its capital is how that kind of company signs, not where it lives. */
const companyDotCom = /^[A-Z\u00c0-\u00de][\w\u0080-\uffff-]*\.com(?![\w\u0080-\uffff/.@:])/;

/** Whether the characters from `start` to `end` (half-open) stand in an address, a path or a file's name, and so name nothing. */
export function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] as string) : ' ';
  const after = end < text.length ? (text[end] as string) : ' ';
  // A full stop and a space end nearly every sentence: no expression is needed to see it.
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
