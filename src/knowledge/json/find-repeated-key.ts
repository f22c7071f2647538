import { formatPackPath } from '../pack-path.ts';
import type { PackProblem } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { endOfString } from './end-of-string.ts';
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
  isKeyNext: boolean;
  /** The object's id, as far as it has been read. */
  id?: string;
}

/**
 * The first key that an object of `text` has twice. `JSON.parse` silently takes the last one, which would lose what an
 * editor wrote. Own code, because libraries that report it parse the whole text a second time; this is one pass over
 * text that is known to be JSON.
 */
export function findRepeatedKey(text: string): RepeatedKey | undefined {
  const levels: Level[] = [];
  let level: Level | undefined;
  for (let at = 0; at < text.length; at += 1) {
    switch (text[at]) {
      case '"': {
        const end = endOfString(text, at + 1);
        if (level?.isKeyNext) {
          const key = readString(text, at, end);
          level.step = key;
          if (level.keys?.has(key)) return { path: pathOf(levels), key, at };
          level.keys?.add(key);
          level.isKeyNext = false;
        } else if (level?.step === 'id') level.id = readString(text, at, end);
        at = end;
        break;
      }
      case '{':
        level = { keys: new Set(), step: '', isKeyNext: true };
        levels.push(level);
        break;
      case '[':
        level = { keys: undefined, step: 0, isKeyNext: false };
        levels.push(level);
        break;
      case '}':
      case ']':
        levels.pop();
        level = levels.at(-1);
        break;
      case ',':
        if (level?.keys) level.isKeyNext = true;
        else if (level) level.step = Number(level.step) + 1;
        break;
    }
  }
  return undefined;
}

/** The same, as a problem of the file. @param text valid JSON */
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
function readString(text: string, from: number, end: number): string {
  const written = text.slice(from + 1, end);
  return written.includes('\\') ? String(JSON.parse(`"${written}"`)) : written;
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
