import { maxDepth, maxFileLength, maxValues } from '../pack-limits.ts';
import type { PackFault, PackProblem } from '../pack-problem.ts';
import { describeJsonFault } from './describe-json-fault.ts';
import { endOfString } from './end-of-string.ts';
import { describeRepeatedKey } from './find-repeated-key.ts';

export type ParsedJson =
  | { readonly data: unknown; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: PackProblem };

/**
 * Parses untrusted JSON. Bounds its size, nesting and number of values in one pass over the characters, before the
 * parser builds anything, and refuses an object with a repeated key. Never throws.
 */
export function parseBoundedJson(text: string, file: string): ParsedJson {
  const reject = (fault: PackFault): ParsedJson => ({ problem: { file, path: '', ...fault } });
  if (text.length > maxFileLength) {
    return reject({ code: 'fileTooLong', values: { count: text.length, most: maxFileLength } });
  }
  const excess = findExcess(text);
  if (excess !== undefined) return reject(excess);
  try {
    // Editors on Windows begin a file with a byte order mark, which JSON does not allow.
    const data = JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown;
    const problem = describeRepeatedKey(text, file);
    return problem ? { problem } : { data };
  } catch {
    return reject(describeJsonFault(text));
  }
}

const quote = 0x22;
const comma = 0x2c;

/** The place of too deep nesting or too many values; brackets and commas inside strings do not count. */
function findExcess(text: string): PackFault | undefined {
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
      if (depth > maxDepth) return { code: 'tooDeep', values: { at: at + 1, most: maxDepth } };
    } else if (unit === 0x5d || unit === 0x7d) {
      depth -= 1;
    }
    if (values > maxValues) return { code: 'tooManyValues', values: { at: at + 1, most: maxValues } };
  }
  return undefined;
}
