import { maxDepth, maxFileLength, maxValues } from '../pack-limits.ts';
import type { PackFault, PackProblem } from '../pack-problem.ts';
import { describeJsonFault } from './describe-json-fault.ts';
import { JsonScanner } from './json-scanner.ts';
import { RepeatedKeyFinder } from './repeated-key-finder.ts';

export type ParsedJson =
  | { readonly data: unknown; readonly problem?: undefined }
  | { readonly data?: undefined; readonly problem: PackProblem };

/**
 * JSON from anywhere: size, nesting and number of values are bounded before the parser builds anything of them; a key that
 * an object has twice is refused. Never throws.
 */
export function parseBoundedJson(text: string, file: string): ParsedJson {
  const reject = (fault: PackFault): ParsedJson => ({ problem: { file, path: '', ...fault } });
  if (text.length > maxFileLength) {
    return reject({ code: 'fileTooLong', values: { count: text.length, most: maxFileLength } });
  }
  const keys = new RepeatedKeyFinder(text);
  const fault = findFault(text, keys);
  if (fault !== undefined) return reject(fault);
  const problem = keys.describe(file);
  if (problem !== undefined) return { problem };
  // The parser does not know the byte order mark that the scanner passes over.
  return { data: JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text) as unknown };
}

/** The first place where the text is no JSON, nests too deep or holds too many values. @param keys given all tokens before it */
function findFault(text: string, keys: RepeatedKeyFinder): PackFault | undefined {
  const scanner = new JsonScanner(text);
  let values = 1;
  for (let token = scanner.next(); token !== 'end'; token = scanner.next()) {
    if (token === 'fault') return describeJsonFault(text, scanner.start);
    if (token === 'comma' || token === 'objectStart' || token === 'listStart') values += 1;
    const at = scanner.end;
    if (scanner.depth > maxDepth) return { code: 'tooDeep', values: { at, most: maxDepth } };
    if (values > maxValues) return { code: 'tooManyValues', values: { at, most: maxValues } };
    keys.take(token, scanner);
  }
  return undefined;
}
