import type { ColorScheme } from '../../settings/mark-style/color-arithmetic.ts';
import { boxesAround, type ObservableBoxes } from '../dom/element-layout.ts';
import { flatParentOf } from '../dom/flat-tree.ts';
import type { TextBlock } from '../reading/text-block.ts';
import { findVisibleText } from './find-visible-text.ts';
import { readColorScheme } from './read-color-scheme.ts';
import { textPartsOf } from './text-parts.ts';

/** How a mention or quote match is rendered now. */
export interface RenderedState {
  /** The boxes around its text; of several pieces, around the first visible one. */
  readonly boxes: ObservableBoxes | undefined;
  /** The colour scheme of its background; undefined if it is not visible. */
  readonly colorScheme: ColorScheme | undefined;
}

export function readRenderedState(
  block: TextBlock,
  { start, end }: { start: number; end: number },
): RenderedState {
  const visible = findVisibleText(block, start, end);
  if (visible)
    return {
      boxes: boxesAround(visible.element),
      colorScheme: readColorScheme(visible.element, visible.box),
    };
  const [part] = textPartsOf(block, start, end);
  const element = part && flatParentOf(part.node);
  return { boxes: element ? boxesAround(element) : undefined, colorScheme: undefined };
}
