import type * as v from 'valibot';
import { formatPackPath, type PathStep } from '../pack-path.ts';
import { type PackFault, type PackProblem, type WrongForm, wrongForms } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';

/**
 * Turns an issue of the schema library into file, place and code.
 * @param within the steps to the entry that was validated, if it was not the whole file
 */
export function describeIssue(
  file: string,
  issue: v.BaseIssue<unknown>,
  within: readonly PathStep[] = [],
): PackProblem {
  const steps = [...within, ...(issue.path ?? []).map(stepOf)];
  const path = formatPackPath(steps);
  const field = quoteUntrusted(String(steps.at(-1)?.key ?? file));
  return { file, path, ...classify(issue, field) };
}

function stepOf({ type, key, value }: v.IssuePathItem): PathStep {
  return { key: typeof key === 'number' ? key : String(key), isListItem: type === 'array', value };
}

function classify(issue: v.BaseIssue<unknown>, field: string): PackFault {
  const form = { field, received: describeReceived(issue.received) };
  if (issue.received === 'undefined') return { code: 'missingField', values: { field } };
  if (isWrongForm(issue.message)) return { code: issue.message, values: form };
  // Dates are the only variant; for a value that is not an object the library reports only that.
  if (issue.type === 'variant' && issue.expected === 'Object') return { code: 'wrongDate', values: form };
  switch (issue.type) {
    case 'strict_object':
      if (issue.expected === 'never') return { code: 'unknownField', values: { field } };
      return { code: 'noObject', values: form };
    case 'picklist':
    case 'literal':
    case 'variant':
      // `("day" | "month")`: the values are the format's own, in any language.
      return {
        code: 'notAllowed',
        values: { ...form, allowed: (issue.expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ') },
      };
    case 'max_length': {
      const code = Array.isArray(issue.input) ? 'tooManyEntries' : 'tooManyCharacters';
      return { code, values: { field, count: Number(issue.received), most: Number(issue.requirement) } };
    }
    case 'min_length':
    case 'non_empty':
    // The only check without a code of its own requires a visible character.
    case 'check':
      return { code: 'empty', values: { field } };
    case 'min_value':
      return { code: 'tooSmall', values: { ...form, least: Number(issue.requirement) } };
    case 'max_value':
      return { code: 'tooLarge', values: { ...form, most: Number(issue.requirement) } };
    default:
      return { code: kinds[issue.type] ?? 'wrongValue', values: form };
  }
}

/** The library's schemas and checks, and what an invalid value is not. */
const kinds: Readonly<
  Record<string, 'noText' | 'noNumber' | 'notBoolean' | 'noList' | 'noObject' | 'notWhole'>
> = {
  string: 'noText',
  number: 'noNumber',
  boolean: 'notBoolean',
  array: 'noList',
  object: 'noObject',
  integer: 'notWhole',
};

/** The library writes plain values as JSON does, but not objects and lists. */
function describeReceived(received: string | null): string {
  if (received === 'Object') return '{…}';
  if (received === 'Array') return '[…]';
  return quoteUntrusted(received ?? '');
}

function isWrongForm(message: string): message is WrongForm {
  return Object.hasOwn(wrongForms, message);
}
