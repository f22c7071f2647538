export type JsonToken =
  | 'objectStart'
  | 'objectEnd'
  | 'listStart'
  | 'listEnd'
  | 'key'
  | 'string'
  /** A number, `true`, `false` or `null`. */
  | 'scalar'
  | 'colon'
  | 'comma'
  | 'end'
  | 'fault';

type Expected = 'value' | 'key' | 'colon' | 'comma' | 'end';

/**
 * Reads the tokens of a text that may be JSON, by the grammar of RFC 8259. Own code (decision 006): engines describe faults
 * differently and often without a place, and the libraries that give places take gigabytes for a hostile file. Time is
 * linear in the text, and memory in the depth of its brackets; nothing of its values is built.
 */
export class JsonScanner {
  /** Of the last token, half-open, with the quotation marks of a string. A fault has the place of its first wrong character. */
  start = 0;
  end: number;
  readonly #text: string;
  /** By depth, 1 for an object and 0 for a list. Bytes, because a hostile file may open millions. */
  #open = new Uint8Array(64);
  #depth = 0;
  #expected: Expected = 'value';
  /** Whether the innermost object or list may end here. */
  #mayClose = false;

  constructor(text: string) {
    this.#text = text;
    // Editors on Windows begin a file with a byte order mark, which JSON does not allow.
    this.end = text.startsWith('\ufeff') ? 1 : 0;
  }

  /** How many objects and lists are open after the last token. */
  get depth(): number {
    return this.#depth;
  }

  /** The next token. `end` and `fault` are the last: read no further. */
  next(): JsonToken {
    const text = this.#text;
    let at = this.end;
    while (isSpace(text.charCodeAt(at))) at += 1;
    this.start = at;
    this.end = at + 1;
    switch (text[at]) {
      case undefined:
        return this.#expected === 'end' ? 'end' : this.#fail(at);
      case '{':
        return this.#enter('objectStart');
      case '[':
        return this.#enter('listStart');
      case '}':
        return this.#leave('objectEnd');
      case ']':
        return this.#leave('listEnd');
      case ',':
        if (this.#expected !== 'comma') return this.#fail(at);
        this.#expect(this.#isInObject ? 'key' : 'value');
        return 'comma';
      case ':':
        if (this.#expected !== 'colon') return this.#fail(at);
        this.#expect('value');
        return 'colon';
      case '"':
        return this.#readString();
      default:
        return this.#readScalar();
    }
  }

  get #isInObject(): boolean {
    return this.#open[this.#depth - 1] === 1;
  }

  #expect(next: Expected, mayClose = false): void {
    this.#expected = next;
    this.#mayClose = mayClose;
  }

  #expectAfterValue(): void {
    if (this.#depth === 0) this.#expect('end');
    else this.#expect('comma', true);
  }

  #fail(at: number): 'fault' {
    this.start = at;
    return 'fault';
  }

  #enter(token: 'objectStart' | 'listStart'): JsonToken {
    if (this.#expected !== 'value') return this.#fail(this.start);
    if (this.#depth === this.#open.length) {
      const larger = new Uint8Array(2 * this.#depth);
      larger.set(this.#open);
      this.#open = larger;
    }
    const isObject = token === 'objectStart';
    this.#open[this.#depth] = Number(isObject);
    this.#depth += 1;
    this.#expect(isObject ? 'key' : 'value', true);
    return token;
  }

  #leave(token: 'objectEnd' | 'listEnd'): JsonToken {
    if (!this.#mayClose || this.#isInObject !== (token === 'objectEnd')) return this.#fail(this.start);
    this.#depth -= 1;
    this.#expectAfterValue();
    return token;
  }

  #readString(): JsonToken {
    const isKey = this.#expected === 'key';
    if (!isKey && this.#expected !== 'value') return this.#fail(this.start);
    const text = this.#text;
    for (let at = this.start + 1; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === quote) {
        this.end = at + 1;
        if (isKey) this.#expect('colon');
        else this.#expectAfterValue();
        return isKey ? 'key' : 'string';
      }
      if (unit < firstPrintable) return this.#fail(at);
      if (unit !== backslash) continue;
      escapeSequences.lastIndex = at;
      if (!escapeSequences.test(text)) return this.#fail(at);
      at = escapeSequences.lastIndex - 1;
    }
    return this.#fail(text.length);
  }

  #readScalar(): JsonToken {
    if (this.#expected !== 'value') return this.#fail(this.start);
    scalar.lastIndex = this.start;
    if (!scalar.test(this.#text)) return this.#fail(this.start);
    this.end = scalar.lastIndex;
    this.#expectAfterValue();
    return 'scalar';
  }
}

const quote = 0x22;
const backslash = 0x5c;
const firstPrintable = 0x20;
/** Many at once: a test for each alone is slow. Bounded, because an engine may run out of stack. */
const escapeSequences = /(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})){1,100}/y;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}
