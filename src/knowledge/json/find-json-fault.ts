type Next = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'nothing';

/**
 * The offset of the first character that makes `text` invalid JSON: its length if it ends too early, undefined if it is
 * valid. Own code, because the messages of engines differ, are in the browser's language, and often have no offset. One
 * pass, without recursion; the grammar is that of RFC 8259.
 */
export function findJsonFault(text: string): number | undefined {
  const open: ('{' | '[')[] = [];
  let next: Next = 'value';
  const afterValue = (): Next => (open.length === 0 ? 'nothing' : 'comma-or-end');
  for (let at = skipSpace(text, 0); at < text.length; at = skipSpace(text, at)) {
    const sign = text[at] as string;
    const isClosing = sign === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
    if (isClosing && next.endsWith('-or-end')) {
      open.pop();
      next = afterValue();
      at += 1;
    } else if (next === 'value' || next === 'value-or-end') {
      if (sign === '{' || sign === '[') {
        open.push(sign);
        next = sign === '{' ? 'key-or-end' : 'value-or-end';
        at += 1;
      } else {
        const { end, isValid } = readScalar(text, at);
        if (!isValid) return end;
        at = end;
        next = afterValue();
      }
    } else if ((next === 'key' || next === 'key-or-end') && sign === '"') {
      const { end, isValid } = readString(text, at);
      if (!isValid) return end;
      at = end;
      next = 'colon';
    } else if (next === 'colon' && sign === ':') {
      next = 'value';
      at += 1;
    } else if (next === 'comma-or-end' && sign === ',') {
      next = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else return at;
  }
  return next === 'nothing' ? undefined : text.length;
}

/** The end of a string, number or word, or its fault. */
interface Reading {
  readonly end: number;
  readonly isValid: boolean;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (text[at] === ' ' || text[at] === '\n' || text[at] === '\r' || text[at] === '\t') at += 1;
  return at;
}

const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /(?:true|false|null)/y;

function readScalar(text: string, from: number): Reading {
  if (text[from] === '"') return readString(text, from);
  for (const pattern of [number, word]) {
    pattern.lastIndex = from;
    if (pattern.test(text)) return { end: pattern.lastIndex, isValid: true };
  }
  return { end: from, isValid: false };
}

const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

function readString(text: string, from: number): Reading {
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at] as string;
    if (sign === '"') return { end: at + 1, isValid: true };
    if (sign < ' ') return { end: at, isValid: false };
    if (sign !== '\\') continue;
    escapeSequence.lastIndex = at;
    if (!escapeSequence.test(text)) return { end: at, isValid: false };
    at = escapeSequence.lastIndex - 1;
  }
  return { end: text.length, isValid: false };
}
