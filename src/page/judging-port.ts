import type { NameIndex } from '../matching/name-index.ts';
import type { StatementIndex } from '../matching/statement-index.ts';
import type { Trace } from '../matching/trace.ts';
import type { Judge } from './paint-plan.ts';
import type { ReadArticle } from './read-article.ts';

/**
 * Where the content script finds what only a page with something to show needs, which comes as a script of its own
 * (`judging.iife.ts`). See docs/decisions/021-scripts-on-first-use.md.
 */
export const judgingKey = Symbol.for('sidelight.judging');

/** Whose the names on a page are, which of them help, and which statements it prints. */
export interface Judging {
  readonly judge: Judge;
  /** The traces in one block's text. */
  readonly findTraces: (text: string) => readonly Trace[];
  readonly readArticle: ReadArticle;
}

export type OpenJudging = (names: NameIndex, statements: StatementIndex) => Judging;

/** Undefined where the script has not been brought. */
export function findJudging(world: object): OpenJudging | undefined {
  return (world as { [judgingKey]?: OpenJudging })[judgingKey];
}
