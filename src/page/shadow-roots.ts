import { isHuge, mostNodes } from './reading-limit.ts';

/** Between so many elements the page may have its turn. */
const elementsAtOnce = 2_000;

/**
 * Open shadow roots under a node, roots inside roots included, in document order; in steps, each of them short.
 *
 * Closed roots stay closed: a range in `CSS.highlights` is readable by the page's scripts and would hand them the root
 * that a component (or another extension) keeps from them. See docs/decisions/022-closed-shadow-roots.md.
 */
export function* findShadowRoots(node: ParentNode): Generator<undefined, ShadowRoot[]> {
  const roots: ShadowRoot[] = [];
  // No recursion: a page could nest roots deeper than calls may be.
  const trees: Iterator<Element>[] = [elementsIn(node)];
  const enter = (root: ShadowRoot | null) => {
    if (root === null) return;
    roots.push(root);
    trees.push(elementsIn(root));
  };
  if (node instanceof Element) enter(node.shadowRoot);
  for (let count = 1; count <= mostNodes; count += 1) {
    const next = trees.at(-1)?.next();
    if (next === undefined) break;
    if (next.done) trees.pop();
    else enter(next.value.shadowRoot);
    if (count % elementsAtOnce === 0) yield;
  }
  return roots;
}

/** The browser's own list, or, where making that would take long, one element after the other. */
function elementsIn(parent: ParentNode): Iterator<Element> {
  return isHuge(parent) ? walkElements(parent) : parent.querySelectorAll('*').values();
}

function* walkElements(parent: ParentNode): Generator<Element, undefined> {
  const walker = document.createTreeWalker(parent, 1 /* NodeFilter.SHOW_ELEMENT */);
  while (walker.nextNode()) yield walker.currentNode as Element;
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
