import { findTraceCandidates, findTraces } from './matching/find-traces.ts';
import { openStatementIndex } from './matching/statement-index.ts';
import { type OpenTracing, tracingKey } from './page/tracing-port.ts';

const open: OpenTracing = (statements) => {
  const index = openStatementIndex(statements);
  return {
    findTraces: (text) => findTraces(text, index),
    findCandidates: (folded) => findTraceCandidates(folded, index),
  };
};

Object.defineProperty(globalThis, tracingKey, { value: open, configurable: true });
