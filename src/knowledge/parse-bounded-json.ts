import { endOfString } from './end-of-string.ts';
import { describeRepeatedKey } from './find-repeated-key.ts';
import { maxDepth, maxFileLength, maxValues } from './pack-limits.ts';
import type { PackProblem } from './pack-problem.ts';
import { quoteUntrusted } from './unsafe-text.ts';

export type ParsedJson =
  | { readonly data: unknown; readonly problem?: undefined }
  | {
      readonly data?: undefined;
      readonly problem: PackProblem;
      /** The remedy serves for a file of any kind; without it, it speaks of packs. */
      readonly isMendable?: boolean;
    };

/**
 * JSON from anywhere: size, nesting and number of values are bounded before the parser builds anything of them, in one
 * pass over the characters; a key that an object has twice is refused. Never throws.
 */
export function parseBoundedJson(text: string, file: string): ParsedJson {
  const refuse = (path: string, reason: string, remedy: string): ParsedJson => ({
    problem: { file, path, reason, remedy },
  });
  if (text.length > maxFileLength) {
    return refuse(
      '',
      `The file has ${text.length.toLocaleString('en')} characters; ${maxFileLength.toLocaleString('en')} is the most that is read.`,
      'Divide the pack into several.',
    );
  }
  const excess = findExcess(text);
  if (excess !== undefined) {
    return refuse(
      `character ${excess.at + 1}`,
      excess.what === 'depth'
        ? `Lists and objects stand more than ${maxDepth} deep inside each other here; the pack format needs 8.`
        : `The file holds more than ${maxValues.toLocaleString('en')} values.`,
      excess.what === 'depth'
        ? 'This is no pack, or a bracket is not closed: look at the place named.'
        : 'Divide the pack into several.',
    );
  }
  try {
    // Editors on Windows begin a file with a byte order mark, which JSON does not know.
    const data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
    const problem = describeRepeatedKey(text, file);
    return problem ? { problem, isMendable: true } : { data };
  } catch (error) {
    return refuse(
      '',
      `It is not JSON: ${quoteUntrusted(error instanceof Error ? error.message : String(error), 200)}.`,
      'Choose a file that "npm run pack -- build" made. If this is one, it was damaged on the way: fetch it again.',
    );
  }
}

interface Excess {
  readonly what: 'depth' | 'values';
  readonly at: number;
}

const quote = 0x22;
const comma = 0x2c;

/** Where brackets nest too deep or values are too many; brackets and commas inside strings do not count. */
function findExcess(text: string): Excess | undefined {
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      at = endOfString(text, at + 1);
    } else if (unit === comma) {
      values += 1;
    } else if (unit === 0x5b || unit === 0x7b) {
      depth += 1;
      values += 1;
      if (depth > maxDepth) return { what: 'depth', at };
    } else if (unit === 0x5d || unit === 0x7d) {
      depth -= 1;
    }
    if (values > maxValues) return { what: 'values', at };
  }
  return undefined;
}
