import { formatPackPath } from '../pack-path.ts';
import type { PackProblem } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { JsonScanner } from './json-scanner.ts';
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
 * The first key that an object of `text` has twice. The parser takes the last of the two without a word, so that half of what
 * an editor wrote would be gone.
 */
export function findRepeatedKey(text: string): RepeatedKey | undefined {
  const scanner = new JsonScanner(text);
  const levels: Level[] = [];
  let level: Level | undefined;
  for (let token = scanner.next(); token !== 'end' && token !== 'fault'; token = scanner.next()) {
    switch (token) {
      case 'objectStart':
      case 'listStart':
        level = token === 'objectStart' ? { keys: new Set(), step: '' } : { keys: undefined, step: 0 };
        levels.push(level);
        break;
      case 'objectEnd':
      case 'listEnd':
        levels.pop();
        level = levels.at(-1);
        break;
      case 'key': {
        const key = readString(text, scanner);
        if (level) level.step = key;
        if (level?.keys?.has(key)) return { path: pathOf(levels), key, at: scanner.start };
        level?.keys?.add(key);
        break;
      }
      case 'string':
        if (level?.step === 'id') level.id = readString(text, scanner);
        break;
      case 'comma':
        if (typeof level?.step === 'number') level.step += 1;
        break;
    }
  }
  return undefined;
}

/** The same, as a problem of the file. @param text JSON of bounded depth. */
export function describeRepeatedKey(text: string, file: string): PackProblem | undefined {
  const found = findRepeatedKey(text);
  if (found === undefined) return undefined;
  return {
    file,
    path: found.path,
    code: 'repeatedKey',
    values: { field: quoteUntrusted(found.key), line: lineAt(text, found.at) },
  };
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
