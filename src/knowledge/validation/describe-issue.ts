import type * as v from 'valibot';
import { formatPackPath, type PathStep } from '../pack-path.ts';
import { type PackFault, type PackProblem, type WrongForm, wrongForms } from '../pack-problem.ts';
import { quoteUntrusted } from '../unsafe-text.ts';

/**
 * Turns what the schema library says into file, place and code.
 * @param within the steps to the entry that was looked at, where it was not the whole file.
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
  // Dates are the only variant; of a value that is no object the library says only that it is none.
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
    // The one check without a code of its own asks for something to see.
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

/** The library's schemas and checks, and what a value is not that fails them. */
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

/** The library writes values as JSON does, except for what holds others. */
function describeReceived(received: string | null): string {
  if (received === 'Object') return '{…}';
  if (received === 'Array') return '[…]';
  return quoteUntrusted(received ?? '');
}

function isWrongForm(message: string): message is WrongForm {
  return Object.hasOwn(wrongForms, message);
}
