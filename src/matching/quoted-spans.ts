/** A passage between quotation marks: half-open offsets of what stands inside them. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
}

const doubleMarks = /["“”„‟«»〝〞＂]/;
const singleMarks = /(?:^|[\s([{—–-])[‘'‚‹]/;

/** Whether `text` has anything that could open a quotation; a few native searches, for every paragraph of a page. */
export function mayQuote(text: string): boolean {
  return doubleMarks.test(text) || singleMarks.test(text);
}

/** Which marks close what a mark opens. Outlets mix them: “ is also closed by a straight mark. */
const closers: Readonly<Record<string, string>> = {
  '"': '"”＂',
  '“': '”"“',
  '„': '“”"‟',
  '‟': '”"',
  '«': '»',
  '»': '«',
  '〝': '〞〟',
  '＂': '＂"',
  '‘': '’',
  "'": "'",
  '‚': '‘’',
  '‹': '›',
};

const anyMark = /["“”„‟«»〝〞〟＂‘’'‚‹›]/g;

/**
 * The quotations of `text` in order, not nested: inside double marks, single ones are part of what is quoted. A
 * quotation that nothing closes goes on to the end of the text, as one does over several paragraphs.
 */
export function findQuotedSpans(text: string): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  let open = '';
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(anyMark)) {
    if (open === '') {
      if (!opens(text, index, mark)) continue;
      open = mark;
      start = index + 1;
      continue;
    }
    if (!closers[open]?.includes(mark)) continue;
    const isSingle = open === '‘' || open === "'" || open === '‚';
    if (isSingle && isLetter(text.charAt(index + 1))) continue;
    // “ while “ is open begins the next paragraph of the same quotation, unless it closes „ as in German.
    if (open === '“' && mark === '“') continue;
    spans.push({ start, end: index });
    open = '';
  }
  const isUnclosed = open !== '' && open !== "'" && open !== '‘' && open !== '‚';
  if (isUnclosed) spans.push({ start, end: text.length });
  return spans;
}

function opens(text: string, at: number, mark: string): boolean {
  if (closers[mark] === undefined || mark === '”') return false;
  const isStraightOrSingle = mark === "'" || mark === '‘' || mark === '‚' || mark === '»';
  if (!isStraightOrSingle) return true;
  const before = text.charAt(at - 1);
  return (before === '' || /[\s([{—–-]/.test(before)) && isLetter(text.charAt(at + 1));
}

function isLetter(character: string): boolean {
  return /^[\p{L}\p{N}[…]/u.test(character);
}
