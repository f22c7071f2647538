import { hasBoxAt } from './boxes.ts';
import { flatParentOf } from './flat-tree.ts';

/** Characters of one text node, half-open. */
export interface TextPart {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

/**
 * The character that a viewport point shows, with its accents, or undefined where it shows something else: what lies over the text, what
 * the text is clipped to, or what is beside it. Two questions to layout, because neither is enough. A caret belongs to
 * the nearest text, even if that is clipped away or under a transparent layer; an element is also what stands at a
 * point where only its padding, its background or its `::before` is. `highlightsFromPoint` is not asked: in Firefox it
 * reports what is covered, too (docs/browser-bugs.md).
 *
 * @param shadowRoots the open roots in which there may be text to find
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

/** The element on top at a viewport point, open shadow trees included. */
export function elementAtPoint(document: Document, x: number, y: number): Element | null {
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot) {
    const inner = top.shadowRoot.elementFromPoint(x, y);
    // Where the point is in nothing that the root holds, its answer is the host again, or what stands around it.
    if (!inner || inner.getRootNode() !== top.shadowRoot) break;
    top = inner;
  }
  return top;
}

/** Whether a point of the text itself is a point of the element. Elements without a box hand theirs on. */
function isLaidOutIn(text: Text, element: Element): boolean {
  if (text.parentElement === element) return true;
  let parent = flatParentOf(text);
  while (parent && parent !== element && getComputedStyle(parent).display === 'contents')
    parent = flatParentOf(parent);
  return parent === element;
}

/** Of the two characters that the caret stands between the one whose box has the point. */
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
