import type { PackFault } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { lineAt } from './line-at.ts';

/** Where a text is no JSON. @param at the first wrong character, as `JsonScanner` finds it. */
export function describeJsonFault(text: string, at: number): PackFault {
  if (at >= text.length) return { code: 'jsonCutOff', values: {} };
  // A whole character, not half a surrogate pair.
  const found = quoteUntrusted(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const column = at - text.lastIndexOf('\n', at - 1);
  return { code: 'notJson', values: { line: lineAt(text, at), column, found } };
}
