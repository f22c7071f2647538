/**
 * Words inside web and mail addresses, handles, paths and file names are not mentions: `www.amazon.com`, `@amazon`,
 * `ice.gov`, `/facial-recognition/`, `rekognition.py`. Only words joined to such characters are looked at.
 */
const joining = '-./\\@:?=&%+~';
const tokenEnd = /[\s"'“”‘’«»()[\]{}<>,;|–—]/u;
/** How far a token is followed to either side; an address beyond that has shown what it is long before. */
const farthest = 200;

const looksLikeAddress = /:\/\/|^www\.|@|\\|[\p{L}\p{N}_-]\.\p{Ll}{2,}|^\/|\.\w+\/|\/[^/]*\/[^/]*\//u;
/** "Amazon.com" with its capital is how that kind of company signs, not where it lives. */
const companyDotCom = /^\p{Lu}[\p{L}\p{N}-]*\.com(?![\p{L}\p{N}/.@:])/u;

export function isPartOfAddress(text: string, start: number, end: number): boolean {
  const before = start > 0 ? (text[start - 1] as string) : ' ';
  const after = end < text.length ? (text[end] as string) : ' ';
  if (!joining.includes(before) && !joining.includes(after)) return false;
  let from = start;
  while (from > 0 && start - from < farthest && !tokenEnd.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < text.length && to - end < farthest && !tokenEnd.test(text[to] as string)) to++;
  const token = text.slice(from, to);
  return looksLikeAddress.test(token) && !companyDotCom.test(token);
}
