import { maxInnerListLength, maxListLength, maxTextLength } from '../pack-limits.ts';
import { formatPackPath, type PathStep } from '../pack-path.ts';
import type { PackFault } from '../pack-problem.ts';
import type { ReportProblem } from '../problem-list.ts';
import { findUnsafeCharacter, quoteUntrusted } from '../unsafe-text.ts';

/**
 * Looks at every value of parsed JSON, whatever its shape, before anything else does: no field named like what every
 * object has, no list or text beyond its limit, no text with characters that hide or turn others, or that stand for letters
 * that were lost.
 *
 * Recursion is safe because `parseBoundedJson` has refused deep nesting.
 * @returns whether the lists and texts are short enough for the schema to be tried on them.
 */
export function findUnsafeValues(data: unknown, file: string, report: ReportProblem): boolean {
  const steps: PathStep[] = [];
  let isWithinLimits = true;
  const tell: Tell = (fault) => report({ file, path: formatPackPath(steps), ...fault });
  const tellLimit = (code: 'textTooLong' | 'listTooLong', count: number, most: number): void => {
    isWithinLimits = false;
    tell({ code, values: { count, most } });
  };

  const look = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.length > maxTextLength) tellLimit('textTooLong', value.length, maxTextLength);
      else lookAtText(value, tell);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) {
      const most = steps.length <= 1 ? maxListLength : maxInnerListLength;
      if (value.length > most) tellLimit('listTooLong', value.length, most);
      else for (const [key, item] of value.entries()) enter({ key, isListItem: true, value: item });
      return;
    }
    for (const key of Object.keys(value)) {
      enter({ key, isListItem: false, value: (value as Record<string, unknown>)[key] });
    }
  };
  const enter = (step: PathStep): void => {
    steps.push(step);
    if (typeof step.key === 'string') lookAtField(step.key, tell);
    look(step.value);
    steps.pop();
  };
  look(data);
  return isWithinLimits;
}

type Tell = (fault: PackFault) => void;

/** `__proto__`, `constructor`, `toString` …: no field of the format, and a trap for code that looks fields up by name. */
function lookAtField(key: string, tell: Tell): void {
  if (!(key in Object.prototype)) return;
  tell({ code: 'trapField', values: { field: key } });
}

function lookAtText(text: string, tell: Tell): void {
  const character = findUnsafeCharacter(text);
  if (character !== undefined) tell({ code: 'unsafeCharacter', values: { character } });
  const lost = text.indexOf('\ufffd');
  if (lost >= 0) tell({ code: 'lostLetter', values: { text: quoteAround(text, lost) } });
}

/** The place in a long text, by the words around it. */
function quoteAround(text: string, at: number): string {
  const around = text.slice(Math.max(0, at - 20), at + 20);
  // Not half of a pair at either end.
  return quoteUntrusted(around.replace(/^\p{Cs}|\p{Cs}$/gu, ''));
}
