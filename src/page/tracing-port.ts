import type { Trace } from '../matching/trace.ts';

/**
 * Where the content script finds the recognition of statements, which comes as a script of its own (`tracing.iife.ts`)
 * when a page holds a name. See docs/decisions/021-scripts-on-first-use.md.
 */
export const tracingKey = Symbol.for('sidelight.tracing');

/** The recognition of known statements. */
export interface Tracing {
  /** The traces in one block's text. */
  readonly findTraces: (text: string) => readonly Trace[];
  /** Offsets in folded text, ascending, near which statements may stand: the text of many blocks may be joined in it. */
  readonly findCandidates: (folded: string) => readonly number[];
}

export type OpenTracing = (statements: Uint8Array) => Tracing;

/**
 * Opens the compiled statements.
 * @throws TypeError where the script has not been brought.
 */
export function openTracing(world: object, statements: Uint8Array): Tracing {
  const open = (world as { [tracingKey]?: OpenTracing })[tracingKey];
  if (!open) throw new TypeError('The tracing script is not in this frame');
  return open(statements);
}
