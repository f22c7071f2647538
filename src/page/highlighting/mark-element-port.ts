import type { MarkElementOptions } from './mark-element-painter.ts';
import type { PagePainter } from './page-painter.ts';

export type CreateMarkElementPainter = (options: MarkElementOptions) => PagePainter;

/**
 * Where the content script finds the painter that comes as a script of its own (`mark-element.iife.ts`): both run in one
 * isolated world, but are different bundles. See docs/decisions/021-scripts-on-first-use.md.
 */
export const markElementPainterKey = Symbol.for('sidelight.mark-element-painter');

export function findMarkElementPainter(world: object): CreateMarkElementPainter | undefined {
  return (world as { [markElementPainterKey]?: CreateMarkElementPainter })[markElementPainterKey];
}
