import { shadowHostOf } from './flat-tree.ts';
import { isHuge, maxNodes } from './reading-limit.ts';

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
  const trees: Tree[] = [{ elements: elementsIn(node), at: 0 }];
  const enter = (root: ShadowRoot) => {
    roots.push(root);
    trees.push({ elements: elementsIn(root), at: 0 });
  };
  if (node instanceof Element && node.shadowRoot) enter(node.shadowRoot);
  let left = maxNodes;
  for (let tree = trees.at(-1); tree && left > 0; tree = trees.at(-1)) {
    const from = tree.at;
    const root = findNextRoot(tree);
    left -= tree.at - from;
    if (root) enter(root);
    else if (tree.at < tree.elements.length) yield;
    else trees.pop();
  }
  return roots;
}

interface Tree {
  readonly elements: ArrayLike<Element>;
  /** How many of them have been looked at. */
  at: number;
}

/**
 * The next root in a tree, or null at its end and after so many elements. A plain loop, because every page pays for a look at each
 * element in code that runs cold: an iterator made it half as long again.
 */
function findNextRoot(tree: Tree): ShadowRoot | null {
  const { elements } = tree;
  const end = Math.min(elements.length, tree.at + elementsAtOnce);
  while (tree.at < end) {
    const root = elements[tree.at]?.shadowRoot;
    tree.at += 1;
    if (root) return root;
  }
  return null;
}

/**
 * The elements of most pages that can have no shadow root (`attachShadow` takes custom elements and eighteen others, DOM 4.8): without
 * these less than half of them is left to be looked at. A selector for all that can have one does not exist.
 */
const rootless = 'a,li,button,i,td,option,img,svg *,script';

/** The browser's own list, or, where making that would take long, one that finds element after element. */
function elementsIn(parent: ParentNode): ArrayLike<Element> {
  return isHuge(parent)
    ? (parent as Element).getElementsByTagName('*')
    : parent.querySelectorAll(`:not(${rootless})`);
}

/** The element or document that holds a node in the page as a reader sees it, shadow trees included. */
export function composedParent(node: Node): Node | null {
  return node.parentNode ?? shadowHostOf(node);
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
    current = shadowHostOf(current.getRootNode());
  }
  return line;
}
