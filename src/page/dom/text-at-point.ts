import { hasBoxAt } from './boxes.ts';
import { flatParentOf } from './flat-tree.ts';

/** Characters of one text node, half-open. */
export interface TextPart {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * The character visible at a viewport point, with its combining marks. Undefined if the point shows anything
 * else: something over the text, what the text is clipped to, or what is beside it. Asks layout for both
 * caret and element, because neither is enough: the caret position snaps to the nearest text, even if that is
 * clipped or covered by a transparent layer, and an element is also hit where only its padding, background or
 * `::before` is. Not by `highlightsFromPoint`: Firefox reports covered highlights, too
 * (docs/browser-bugs.md).
 *
 * @param shadowRoots the open roots that may contain the text
 */
export function characterAtPoint(
  document: Document,
  x: number,
  y: number,
  shadowRoots: ShadowRoot[],
): TextPart | undefined {
  const caret = document.caretPositionFromPoint?.(x, y, { shadowRoots });
  const node = caret?.offsetNode;
  if (!caret || node?.nodeType !== Node.TEXT_NODE) return undefined;
  const text = node as Text;
  const top = elementAtPoint(document, x, y);
  return top && isLaidOutIn(text, top) ? findCharacter(text, caret.offset, x, y) : undefined;
}

/** The topmost element at a viewport point, open shadow trees included. */
export function elementAtPoint(document: Document, x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x, y);
    // If nothing inside the root is at the point, its answer is the host again, or something around it.
    if (!inner || inner.getRootNode() !== top.shadowRoot) break;
    top = inner;
  }
  return top;
}

/**
 * Whether a point on the text counts as a point on the element. An element without a box passes its points
 * on.
 */
function isLaidOutIn(text: Text, element: Element): boolean {
  if (text.parentElement === element) return true;
  let parent = flatParentOf(text);
  while (parent && parent !== element && getComputedStyle(parent).display === 'contents')
    parent = flatParentOf(parent);
  return parent === element;
}

/** Of the two characters beside the caret, the one whose box contains the point. */
function findCharacter(node: Text, offset: number, x: number, y: number): TextPart | undefined {
  const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(node.data);
  const range = node.ownerDocument.createRange();
  for (const place of [offset, offset - 1]) {
    const character = characters.containing(place);
    if (!character) continue;
    const { index: start, segment } = character;
    const end = start + segment.length;
    range.setStart(node, start);
    range.setEnd(node, end);
    if (hasBoxAt([...range.getClientRects()], x, y)) return { node, start, end };
  }
  return undefined;
}
