import { composedParent } from '../dom/shadow-roots.ts';
import { isInlineElement, isSkippedElement } from './text-flow.ts';

/**
 * The element (or root) to read again when `node` has changed: the nearest ancestor that begins and ends
 * blocks. Text beside the change may belong to the same block.
 */
export function blockContainerOf(node: Node): Node {
  let current: Node = node;
  while (current.parentNode && (!(current instanceof Element) || isInlineElement(current))) {
    current = current.parentNode;
  }
  return current;
}

/** Whether text in `node` is skipped because of an ancestor: an editor, code, something hidden. */
export function isIgnored(node: Node): boolean {
  for (let current: Node | null = node; current; current = composedParent(current)) {
    if (current instanceof Element && isSkippedElement(current)) return true;
  }
  return false;
}
