import { type Box, intersect } from '../dom/clip-boxes.ts';
import { layoutOf, minAlpha, type Overflow, textRenderingOf } from '../dom/element-layout.ts';
import { flatParentOf } from '../dom/flat-tree.ts';
import type { TextPart } from '../dom/text-at-point.ts';
import type { TextBlock } from '../reading/text-block.ts';
import { textPartsOf } from './text-parts.ts';

/** Smaller letters are unreadable: text for screen readers, in scaled-down or flattened boxes. */
const minHeightPx = 3;
const minWidthPx = 1.5;

/** Text that is visible, at once or after scrolling. */
export interface VisibleText {
  /** The element whose style applies to it. */
  readonly element: Element;
  /** Its box in the viewport. */
  readonly box: DOMRect;
}

/** The visible part of a line's box, and how much of it must be left to be readable. */
interface Remainder extends Box {
  readonly minWidth: number;
  readonly minHeight: number;
  readonly line: DOMRect;
}

/**
 * The first piece of `block.text.slice(start, end)` that is visible: laid out, drawn, large enough, neither
 * clipped nor out of reach of scrolling. Ignores what lies over it. Undefined if there is none.
 */
export function findVisibleText(block: TextBlock, start: number, end: number): VisibleText | undefined {
  for (const part of textPartsOf(block, start, end)) {
    const visible = findVisiblePart(part);
    if (visible) return visible;
  }
  return undefined;
}

function findVisiblePart({ node, start, end }: TextPart): VisibleText | undefined {
  const element = flatParentOf(node);
  if (!element?.isConnected || node.data.slice(start, end).trim() === '') return undefined;
  const rendering = textRenderingOf(element);
  if (!rendering.isDisplayed || rendering.alpha < minAlpha) return undefined;
  const range = node.ownerDocument.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const lines = [...range.getClientRects()];
  if (rendering.isDeferred) return { element, box: lines[0] ?? element.getBoundingClientRect() };
  const left = cutOff(lines.filter(isReadable).map(toRemainder), element, rendering.alpha);
  return left[0] && { element, box: left[0].line };
}

function isReadable({ width, height }: DOMRect): boolean {
  return Math.min(width, height) >= minWidthPx && Math.max(width, height) >= minHeightPx;
}

/** Requires half of a line's height, and half of its width or four times its height, whichever is less. */
function toRemainder(line: DOMRect): Remainder {
  const { left, top, right, bottom, width, height } = line;
  const longest = 4 * Math.min(width, height);
  return {
    left,
    top,
    right,
    bottom,
    minWidth: Math.min(width / 2, longest),
    minHeight: Math.min(height / 2, longest),
    line,
  };
}

/** What all ancestors leave of boxes in an element; nothing if one is transparent. */
function cutOff(boxes: readonly Remainder[], element: Element, alpha: number): readonly Remainder[] {
  const { body, documentElement: root } = element.ownerDocument;
  const viewportElement = layoutOf(root).overflowX === 'visible' && body ? body : root;
  let left = boxes;
  let opacity = alpha;
  // The position of the last box decides which of its ancestors clip it.
  let placed: 'inFlow' | 'absolute' | 'fixed' = 'inFlow';
  for (let current: Element | null = element; current && left.length > 0; ) {
    const layout = layoutOf(current);
    if (!layout.isBoxless) {
      opacity *= layout.opacity;
      if (opacity < minAlpha) return [];
      const { shape } = layout;
      if (shape) left = cut(left, (box) => ({ ...box, ...intersect(box, shape) }));
      const holds =
        placed === 'inFlow' || (placed === 'fixed' ? layout.containsFixed : layout.containsAbsolute);
      if (holds) {
        // Pages lock their scrolling on both elements while a dialog is open.
        const isLock = current === body && layout.overflowY === 'cut';
        const isViewport = current === root || current === viewportElement || isLock;
        if (!isViewport) left = cutByOverflow(left, current, layout);
        placed =
          layout.position === 'fixed' ? 'fixed' : layout.position === 'absolute' ? 'absolute' : 'inFlow';
      }
      if (layout.isOnTop) {
        if (layout.position === 'fixed') placed = 'fixed';
        break;
      }
    }
    current = layout.parent;
  }
  return left.length === 0 ? left : cutByViewport(left, root, viewportElement, placed === 'fixed');
}

function cut(boxes: readonly Remainder[], by: (box: Remainder) => Remainder): readonly Remainder[] {
  return boxes
    .map(by)
    .filter((box) => box.right - box.left >= box.minWidth && box.bottom - box.top >= box.minHeight);
}

function cutByOverflow(
  boxes: readonly Remainder[],
  element: Element,
  { overflowX, overflowY }: { overflowX: Overflow; overflowY: Overflow },
): readonly Remainder[] {
  if (overflowX === 'visible' && overflowY === 'visible') return boxes;
  const frame = paddingBoxOf(element);
  const reach = scrollReachOf(element, frame);
  const edges = (overflow: Overflow, from: 'left' | 'top', to: 'right' | 'bottom') => (box: Remainder) => {
    if (overflow === 'visible') return box;
    const bounds = overflow === 'cut' ? frame : reach;
    const start = Math.max(box[from], bounds[from]);
    const end = Math.min(box[to], bounds[to]);
    // Scrollable content may be anywhere in the frame.
    const least = from === 'left' ? box.minWidth : box.minHeight;
    if (overflow === 'scrolled' && end - start >= least)
      return { ...box, [from]: frame[from], [to]: frame[to] };
    return { ...box, [from]: start, [to]: end };
  };
  return cut(cut(boxes, edges(overflowX, 'left', 'right')), edges(overflowY, 'top', 'bottom'));
}

function paddingBoxOf(element: Element): Box {
  const outer = element.getBoundingClientRect();
  const { offsetWidth = 0, offsetHeight = 0 } = element as HTMLElement;
  const scaleX = offsetWidth > 0 ? outer.width / offsetWidth : 1;
  const scaleY = offsetHeight > 0 ? outer.height / offsetHeight : 1;
  const left = outer.left + element.clientLeft * scaleX;
  const top = outer.top + element.clientTop * scaleY;
  return {
    left,
    top,
    right: left + element.clientWidth * scaleX,
    bottom: top + element.clientHeight * scaleY,
  };
}

/** The extent of a scroller's content: what lies before its start is out of reach. */
function scrollReachOf(element: Element, frame: Box): Box {
  const { direction, writingMode, flexDirection } = getComputedStyle(element);
  const isMirrored = writingMode !== 'horizontal-tb' || flexDirection.endsWith('reverse');
  if (isMirrored) return everywhere;
  const right = frame.right - element.scrollLeft;
  const left = frame.left - element.scrollLeft;
  return {
    left: direction === 'rtl' ? right - element.scrollWidth : left,
    right: direction === 'rtl' ? right : left + element.scrollWidth,
    top: frame.top - element.scrollTop,
    bottom: frame.top - element.scrollTop + element.scrollHeight,
  };
}

const everywhere: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};

function cutByViewport(
  boxes: readonly Remainder[],
  root: Element,
  viewportElement: Element,
  isFixed: boolean,
): readonly Remainder[] {
  const { innerWidth: width, innerHeight: height } = root.ownerDocument.defaultView as Window;
  // A hidden frame has no viewport; its content becomes visible with it.
  if (width === 0 || height === 0) return boxes;
  const viewport = { left: 0, top: 0, right: width, bottom: height };
  if (isFixed) return cut(boxes, (box) => ({ ...box, ...intersect(box, viewport) }));
  const scroller = root.ownerDocument.scrollingElement ?? root;
  const reach = scrollReachOf(scroller, viewport);
  const { overflowX, overflowY } = layoutOf(viewportElement);
  // Content behind a scroll lock becomes visible later; content that is clipped sideways never does.
  const bounds = {
    ...reach,
    ...(overflowX === 'cut' ? { left: viewport.left, right: viewport.right } : {}),
    ...(overflowY === 'cut' ? { bottom: Number.POSITIVE_INFINITY } : {}),
  };
  return cut(boxes, (box) => ({ ...box, ...intersect(box, bounds) }));
}
