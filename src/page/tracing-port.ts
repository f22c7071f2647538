import type { Trace } from '../matching/trace.ts';

/**
 * Where the content script finds the recognition of statements, which comes as a script of its own (`tracing.iife.ts`)
 * when a page holds a name. See docs/decisions/021-scripts-on-first-use.md.
 */
export const tracingKey = Symbol.for('sidelight.tracing');

/** Opens the compiled statements and gives what finds their traces in one block's text. */
export type OpenTracing = (statements: Uint8Array) => (text: string) => readonly Trace[];

/** @throws TypeError where the script has not been brought. */
export function openTracing(world: object, statements: Uint8Array): ReturnType<OpenTracing> {
  const open = (world as { [tracingKey]?: OpenTracing })[tracingKey];
  if (!open) throw new TypeError('The tracing script is not in this frame');
  return open(statements);
}
