/** A number, letter or signs, or several numbers, with or without brackets; or words in brackets. */
const sign = /^\W*(?:\d{1,3}|[ts]m|[ivx]+|[a-z])?(?:\W+\d{1,3})*\W*$|^\s*\[[^\]]*\]\s*$/i;
const letter = /^\W*[a-z]\W*$/i;

/**
 * Whether a superscript or subscript is a note number or a trade mark sign, and so not part of the words
 * around it, as it is in "1<sup>e</sup>", "M<sup>c</sup>Donald", "CO<sub>2</sub>".
 */
export function isNoteElement({ textContent, previousSibling, nextSibling, localName }: Element): boolean {
  const text = textContent ?? '';
  if (text.length > 40 || !sign.test(text) || /^\w/.test(nextSibling?.textContent ?? '')) return false;
  const before = previousSibling?.textContent?.slice(-9) ?? '';
  const lettersBefore = /([^\W\d]*)\s*$/.exec(before)?.[1]?.length ?? 0;
  const least = localName === 'sub' ? 4 : letter.test(text) ? 3 : 0;
  return lettersBefore >= least || /(?:^|[^\w\s])\s*$/.test(before);
}

const shortLabel =
  /^[\s[(]*(?:\d{1,4}|[a-z]|[ivxl]+|[*†‡§¶#]+|(?:note|page|p\.|line|fn\.?) ?\d{1,4})[\])\s.]*$/i;
const labelWords =
  /(?:^|[\s_-])(?:fn|foot-?notes?|end-?notes?|notes?|note-?ref|ref|refs|reference|cite|citation|sup|page|page-?(?:num(?:ber)?|no|break)|pg|line-?(?:num(?:ber)?|no)|verse-?(?:num(?:ber)?|no)?)(?:$|[\s_-]|\d)/i;
const labelRoles = /doc-(?:noteref|pagebreak|backlink|biblioref)/;

/**
 * Whether an element within a line is the number of a note, page or line rather than a word: a link to a
 * place on the page, or an element whose role or class says so.
 */
export function isLabelInLine(element: Element): boolean {
  const text = element.textContent ?? '';
  if (text.length > 12 || !shortLabel.test(text)) return false;
  if (/^\s*[[(]?[a-z](?![a-z])/i.test(text) && !/[[(]/.test(text) && element.localName !== 'a') return false;
  const href = element.getAttribute('href');
  if (href !== null && /#./.test(href) && !/\d{4}/.test(text)) return true;
  const role = `${element.getAttribute('role') ?? ''} ${element.getAttribute('epub:type') ?? ''}`;
  if (labelRoles.test(role) || /noteref|pagebreak/.test(role)) return true;
  const name = (element.getAttribute('class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2');
  return labelWords.test(`${name} ${element.id}`.trim());
}
