import type * as v from 'valibot';
import { formatPackPath, type PathStep } from './pack-path.ts';
import type { PackProblem } from './pack-problem.ts';
import { quoteUntrusted } from './unsafe-text.ts';

/**
 * Turns what the schema library says into file, place, reason and remedy.
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
  return { file, path, ...explain(issue, field) };
}

function stepOf({ type, key, value }: v.IssuePathItem): PathStep {
  return { key: typeof key === 'number' ? key : String(key), isListItem: type === 'array', value };
}

function explain(issue: v.BaseIssue<unknown>, field: string): { reason: string; remedy: string } {
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return {
      reason: `"${field}" is not a field of the pack format here.`,
      remedy: 'Check the spelling of the field against docs/adding.md, or remove it.',
    };
  }
  if (issue.received === 'undefined') {
    return {
      reason: `The field "${field}" is missing.`,
      remedy: `Add "${field}"; docs/adding.md shows how.`,
    };
  }
  if (issue.type === 'picklist' || issue.type === 'literal' || issue.type === 'variant') {
    return {
      reason: `"${field}" is ${quoteUntrusted(issue.received ?? '')}, which is not one of the values allowed.`,
      remedy: `Write one of: ${issue.expected ?? 'the values in docs/adding.md'}.`,
    };
  }
  if (issue.type === 'max_length') return explainLength(issue, field);
  if (issue.type === 'min_length' || issue.type === 'non_empty') {
    return {
      reason: `"${field}" is empty.`,
      remedy: `Give "${field}" at least one entry, or some text.`,
    };
  }
  if (issue.type === 'regex' || issue.type === 'check') {
    return {
      reason: `"${field}" is ${quoteUntrusted(issue.received ?? '')}: ${issue.message}.`,
      remedy: 'Write it in the form that docs/adding.md shows.',
    };
  }
  return {
    reason: `"${field}" is ${quoteUntrusted(issue.received ?? '')}; expected is ${issue.expected ?? 'another kind of value'}.`,
    remedy: `Write ${issue.expected ?? 'the kind of value that docs/adding.md shows'} here.`,
  };
}

function explainLength(issue: v.BaseIssue<unknown>, field: string): { reason: string; remedy: string } {
  const most = String(issue.requirement);
  const what = Array.isArray(issue.input) ? 'entries' : 'characters';
  return {
    reason: `"${field}" is longer than ${most} ${what} (${issue.received} are there).`,
    remedy: `Shorten it to ${most} ${what}.`,
  };
}
