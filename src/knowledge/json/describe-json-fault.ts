import type { PackFault } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';
import { findJsonFault } from './find-json-fault.ts';
import { lineAt } from './line-at.ts';

/** Where a text is not JSON. @param text a text that the parser has refused */
export function describeJsonFault(text: string): PackFault {
  const start = text.startsWith('\ufeff') ? 1 : 0;
  const at = start + (findJsonFault(text.slice(start)) ?? text.length);
  if (at >= text.length) return { code: 'jsonCutOff', values: {} };
  // A whole character, not half a surrogate pair.
  const found = quoteUntrusted(String.fromCodePoint(text.codePointAt(at) ?? 0));
  const column = at - text.lastIndexOf('\n', at - 1);
  return { code: 'notJson', values: { line: lineAt(text, at), column, found } };
}
