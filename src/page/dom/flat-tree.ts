/** The parent in the flat tree: the slot that a node is assigned to, or the host of a shadow root. */
export function flatParentOf(node: Element | Text): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  if (parent instanceof Element) return parent;
  return parent instanceof ShadowRoot ? parent.host : null;
}
