/** The parent in the flat tree: the slot that a node is assigned to, or the host of a shadow root. */
export function flatParentOf(node: Element | Text): Element | null {
  const parent = node.assignedSlot ?? node.parentNode;
  return parent instanceof Element ? parent : shadowHostOf(parent);
}

/** The element whose shadow tree a root is of. Asks no global of a browser, so that it runs in Node, too. */
export function shadowHostOf(root: Node | null): Element | null {
  // Not `host` alone: a page can name an image so that its document has one.
  return root?.nodeType === 11 && 'host' in root ? (root as ShadowRoot).host : null;
}
