import { maxInnerListLength, maxListLength, maxTextLength } from '../pack-limits.ts';
import { formatPackPath, type PathStep } from '../pack-path.ts';
import type { PackFault } from '../pack-problem.ts';
import type { ReportProblem } from '../problem-list.ts';
import { findUnsafeCharacter, quoteUntrusted } from '../unsafe-text.ts';

/**
 * Checks every value of parsed JSON, whatever its shape, before any other code: no field named like an
 * `Object.prototype` member, no list or text beyond its limit, no text with hidden, direction-changing or replacement
 * characters.
 *
 * Recursion is safe because `parseBoundedJson` has refused deep nesting.
 * @returns whether the lists and texts are short enough for the schema
 */
export function findUnsafeValues(data: unknown, file: string, report: ReportProblem): boolean {
  const steps: PathStep[] = [];
  let isWithinLimits = true;
  const reportFault: ReportFault = (fault) => report({ file, path: formatPackPath(steps), ...fault });
  const reportLimit = (code: 'textTooLong' | 'listTooLong', count: number, most: number): void => {
    isWithinLimits = false;
    reportFault({ code, values: { count, most } });
  };

  const check = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > maxTextLength) reportLimit('textTooLong', value.length, maxTextLength);
      else checkText(value, reportFault);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      const most = steps.length <= 1 ? maxListLength : maxInnerListLength;
      if (value.length > most) reportLimit('listTooLong', value.length, most);
      else for (const [key, item] of value.entries()) enter({ key, isListItem: true, value: item });
      return;
    }
    for (const key of Object.keys(value)) {
      enter({ key, isListItem: false, value: (value as Record<string, unknown>)[key] });
    }
  };
  const enter = (step: PathStep): void => {
    steps.push(step);
    if (typeof step.key === 'string') checkField(step.key, reportFault);
    check(step.value);
    steps.pop();
  };
  check(data);
  return isWithinLimits;
}

type ReportFault = (fault: PackFault) => void;

/**
 * `__proto__`, `constructor`, `toString` …: not fields of the format, and dangerous for code that looks fields up by
 * name.
 */
function checkField(key: string, reportFault: ReportFault): void {
  if (!(key in Object.prototype)) return;
  reportFault({ code: 'prototypePollutionKey', values: { field: key } });
}

function checkText(text: string, reportFault: ReportFault): void {
  const character = findUnsafeCharacter(text);
  if (character !== undefined) reportFault({ code: 'unsafeCharacter', values: { character } });
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) reportFault({ code: 'lostLetter', values: { text: quoteAround(text, lost) } });
}

/** The place in a long text, shown by the words around it. */
function quoteAround(text: string, at: number): string {
  const around = text.slice(Math.max(0, at - 20), at + 20);
  // Drop half a surrogate pair at either end.
  return quoteUntrusted(around.replace(/^\p{Cs}|\p{Cs}$/gu, ''));
}
