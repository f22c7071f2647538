import { composedParent } from '../dom/shadow-roots.ts';
import { isInlineElement, isSkippedElement } from './text-flow.ts';

/**
 * The element (or root) that must be read anew when `node` has changed: the nearest one around it that begins and ends
 * blocks, because text beside the change may belong to the same block.
 */
export function blockContainerOf(node: Node): Node {
  let current: Node = node;
  while (current.parentNode && (!(current instanceof Element) || isInlineElement(current))) {
    current = current.parentNode;
  }
  return current;
}

/** Whether text in `node` is left alone because of an element around it: an editor, code, something hidden. */
export function isIgnored(node: Node): boolean {
  for (let current: Node | null = node; current; current = composedParent(current)) {
    if (current instanceof Element && isSkippedElement(current)) return true;
  }
  return false;
}
