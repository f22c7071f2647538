import { mostNodes } from './reading-limit.ts';

/** Applications nest some ten; a page could nest them deeper than calls may be. */
const mostRootsDeep = 1_000;

/**
 * Open shadow roots under a node, roots inside roots included, in document order.
 *
 * Closed roots stay closed: a range in `CSS.highlights` is readable by the page's scripts and would hand them the root
 * that a component (or another extension) keeps from them. See docs/decisions/022-closed-shadow-roots.md.
 */
export function findShadowRoots(node: ParentNode): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  let left = mostNodes;
  const visit = (element: Element, depth: number) => {
    const root = element.shadowRoot;
    left -= 1;
    if (root === null || depth >= mostRootsDeep) return;
    roots.push(root);
    visitAll(root, depth + 1);
  };
  const visitAll = (parent: ParentNode, depth: number) => {
    for (const element of parent.querySelectorAll('*')) {
      if (left <= 0) return;
      visit(element, depth);
    }
  };
  if (node instanceof Element) visit(node, 0);
  visitAll(node, 0);
  return roots;
}

/** Custom elements that may still grow a shadow root: no mutation record tells when they do. */
export function hasRootlessCustomElements(node: ParentNode): boolean {
  for (const element of node.querySelectorAll(':not(:defined)')) {
    if (element.shadowRoot === null && element.localName.includes('-')) return true;
  }
  return false;
}

/** The element or document that holds a node in the page as a reader sees it, shadow trees included. */
export function composedParent(node: Node): Node | null {
  if (node.parentNode) return node.parentNode;
  return node instanceof ShadowRoot ? node.host : null;
}

/** Compares two connected nodes by their place on the page, a shadow tree standing where its host stands. */
export function comparePlaces(one: Node, other: Node): number {
  if (one === other) return 0;
  const ones = lineOfRoots(one);
  const others = lineOfRoots(other);
  // Both lines begin with the document's own node; where they part, the trees are the same and can be compared.
  let depth = 0;
  while (ones[depth]?.getRootNode() === others[depth]?.getRootNode()) {
    const a = ones[depth];
    const b = others[depth];
    if (!a || !b) return ones.length - others.length;
    if (a !== b) return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
    depth += 1;
  }
  return ones.length - others.length;
}

/** The node itself last, before it the hosts of the shadow trees it is in, from the document inwards. */
function lineOfRoots(node: Node): Node[] {
  const line: Node[] = [];
  for (let current: Node | null = node; current; ) {
    line.unshift(current);
    const root: Node = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return line;
}
