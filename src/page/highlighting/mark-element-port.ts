import type { MarkElementHighlighterOptions } from './mark-element-highlighter.ts';
import type { PageHighlighter } from './page-highlighter.ts';

export type CreateMarkElementHighlighter = (options: MarkElementHighlighterOptions) => PageHighlighter;

/**
 * The key under which the content script finds the highlighter of its own script (`mark-element.iife.ts`):
 * both run in one isolated world, but are different bundles. See docs/decisions/021-scripts-on-first-use.md.
 */
export const markElementHighlighterKey = Symbol.for('sidelight.mark-element-painter');

export function findMarkElementHighlighter(world: object): CreateMarkElementHighlighter | undefined {
  return (world as { [markElementHighlighterKey]?: CreateMarkElementHighlighter })[markElementHighlighterKey];
}
