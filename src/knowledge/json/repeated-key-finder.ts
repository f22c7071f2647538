import { formatPackPath } from '../pack-path.ts';
import type { PackProblem } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import type { JsonScanner, JsonToken } from './json-scanner.ts';
import { lineAt } from './line-at.ts';

interface RepeatedKey {
  /** `entities[ibm].title`: the object and, last, its repeated key. */
  readonly path: string;
  readonly key: string;
  /** Offset of the quotation mark of the second key. */
  readonly at: number;
}

/** An open object or list. */
interface Level {
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key, or the index in the list, of the current value. */
  step: string | number;
  /** The object's id, as far as it has been read. */
  id?: string;
}

/**
 * Finds the first key that an object has twice, token by token. The parser takes the last of the two without a word, so that
 * half of what an editor wrote would be gone.
 */
export class RepeatedKeyFinder {
  found: RepeatedKey | undefined;
  readonly #text: string;
  readonly #levels: Level[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** @param scanner which has just read `token` */
  take(token: JsonToken, scanner: JsonScanner): void {
    const level = this.#levels.at(-1);
    switch (token) {
      case 'objectStart':
      case 'listStart':
        this.#levels.push(
          token === 'objectStart' ? { keys: new Set(), step: '' } : { keys: undefined, step: 0 },
        );
        break;
      case 'objectEnd':
      case 'listEnd':
        this.#levels.pop();
        break;
      case 'key': {
        const key = readString(this.#text, scanner);
        if (level) level.step = key;
        if (level?.keys?.has(key)) this.found ??= { path: pathOf(this.#levels), key, at: scanner.start };
        level?.keys?.add(key);
        break;
      }
      case 'string':
        if (level?.step === 'id') level.id = readString(this.#text, scanner);
        break;
      case 'comma':
        if (typeof level?.step === 'number') level.step += 1;
        break;
    }
  }

  /** What was found, as a problem of the file. */
  describe(file: string): PackProblem | undefined {
    if (this.found === undefined) return undefined;
    const { path, key, at } = this.found;
    return {
      file,
      path,
      code: 'repeatedKey',
      values: { field: quoteUntrusted(key), line: lineAt(this.#text, at) },
    };
  }
}

/** A key may be written with escapes: "\u0069d" is "id". */
function readString(text: string, { start, end }: JsonScanner): string {
  const written = text.slice(start, end);
  return written.includes('\\') ? String(JSON.parse(written)) : written.slice(1, -1);
}

function pathOf(levels: readonly Level[]): string {
  return formatPackPath(
    levels.map(({ keys, step }, depth) => ({
      key: step,
      isListItem: keys === undefined,
      value: { id: levels[depth + 1]?.id },
    })),
  );
}
