import { formatPackPath } from '../pack-path.ts';
import type { PackProblem } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { endOfString } from './end-of-string.ts';
import { lineAt } from './line-at.ts';

interface RepeatedKey {
  /** `entities[ibm].title`: the object and, last, the key that it has twice. */
  readonly path: string;
  readonly key: string;
  /** Offset of the second one's quotation mark. */
  readonly at: number;
}

/** An object or a list that the text has not closed yet. */
interface Level {
  /** Undefined in a list. */
  readonly keys: Set<string> | undefined;
  /** The key, or the number in the list, of what is being read. */
  step: string | number;
  isKeyNext: boolean;
  /** What the object has said so far that its id is. */
  id?: string;
}

/**
 * The first key that an object of `text` has twice. The parser takes the last of the two without a word, so that half of what
 * an editor wrote would be gone. Own code, because the libraries that see it read the whole text with a second
 * parser; this is one pass over characters that the parser has already found to be JSON.
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

/** The same, as a problem of the file. @param text JSON that the parser has read. */
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
