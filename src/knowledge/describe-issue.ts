import type * as v from 'valibot';
import type { PackProblem } from './pack-problem.ts';

/** Turns what the schema library says into file, place, reason and remedy. */
export function describeIssue(file: string, issue: v.BaseIssue<unknown>): PackProblem {
  const keys = issue.path ?? [];
  const path = formatPath(keys);
  const field = String(keys.at(-1)?.key ?? file);
  return { file, path, ...explain(issue, field) };
}

/** List items that have an id go by it: an editor can search for an id, but cannot count to 73. */
function formatPath(keys: readonly v.IssuePathItem[]): string {
  let path = '';
  for (const item of keys) {
    if (item.type !== 'array') {
      path += path === '' ? String(item.key) : `.${String(item.key)}`;
      continue;
    }
    path += `[${idOf(item.value) ?? String(item.key)}]`;
  }
  return path;
}

function idOf(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined;
  return typeof value.id === 'string' ? value.id.slice(0, 80) : undefined;
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
      reason: `"${field}" is ${issue.received}, which is not one of the values allowed.`,
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
      reason: `"${field}" is ${issue.received}: ${issue.message}.`,
      remedy: 'Write it in the form that docs/adding.md shows.',
    };
  }
  return {
    reason: `"${field}" is ${issue.received}; expected is ${issue.expected ?? 'another kind of value'}.`,
    remedy: `Write ${issue.expected ?? 'the kind of value that docs/adding.md shows'} here.`,
  };
}

function explainLength(issue: v.BaseIssue<unknown>, field: string): { reason: string; remedy: string } {
  const most = String(issue.requirement);
  return {
    reason: `"${field}" is longer than ${most} characters (${issue.received} are there).`,
    remedy: `Shorten it to ${most} characters.`,
  };
}
