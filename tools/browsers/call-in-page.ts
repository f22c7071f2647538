import type { Frame, Page } from 'puppeteer-core';

/** What can be sent into a page and back: JSON. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Runs a function in a page's own world and returns its result. The function is sent as source text: it may use its
 * arguments and the page's globals, but no closure.
 *
 * Replaces puppeteer's `evaluate(function)`, because `tsx` wraps inner functions in a call to `__name`, which no page
 * has (https://github.com/privatenumber/tsx/issues/113); delete this file when it no longer does.
 */
export async function callInPage<Arguments extends readonly Json[], Result>(
  frame: Frame | Page,
  run: (...args: Arguments) => Result,
  ...args: Arguments
): Promise<Awaited<Result>> {
  const values = args.map((value) => JSON.stringify(value)).join(', ');
  return (await frame.evaluate(`(${describeFunction(run)})(${values})`)) as Awaited<Result>;
}

/** The source text of a function without closure, safe to run in any page. */
export function describeFunction(run: (...args: never[]) => unknown): string {
  return `(...args) => { const __name = (named) => named; return (${run.toString()})(...args); }`;
}
