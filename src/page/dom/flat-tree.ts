/** The parent of a node as it is laid out: the slot that a node is assigned to, the host of a root. */
export function flatParentOf(node: Element | Text): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}
