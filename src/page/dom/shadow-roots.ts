import { shadowHostOf } from './flat-tree.ts';
import { isHuge, maxNodes } from './reading-limit.ts';

/** The caller can yield to the page after this many elements. */
const elementsAtOnce = 2_000;

/**
 * Open shadow roots under a node, nested ones included, in document order; in short steps.
 *
 * Skips closed roots: scripts of the page can read a range in `CSS.highlights`, which would give them the
 * root that a component (or another extension) hides from them. See
 * docs/decisions/022-closed-shadow-roots.md.
 */
export function* findShadowRoots(node: ParentNode): Generator<undefined, ShadowRoot[]> {
  const roots: ShadowRoot[] = [];
  // Not recursive: a page may nest roots deeper than the call stack.
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
  /** Number of elements checked so far. */
  at: number;
}

/**
 * The next root in a tree, or null at its end and after `elementsAtOnce` elements. A plain loop, because
 * every page pays for it in cold code: an iterator took half as long again.
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
 * Common elements that cannot have a shadow root (`attachShadow` takes custom elements and eighteen others,
 * DOM 4.8): excluding them leaves fewer than half to check. No selector matches exactly those that can have
 * one.
 */
const rootless = 'a,li,button,i,td,option,img,svg *,script';

/** The browser's own list, or, if that would be slow to make, one that finds elements one by one. */
function elementsIn(parent: ParentNode): ArrayLike<Element> {
  return isHuge(parent)
    ? (parent as Element).getElementsByTagName('*')
    : parent.querySelectorAll(`:not(${rootless})`);
}

/** The parent element or document in the composed tree, shadow trees included. */
export function composedParent(node: Node): Node | null {
  return node.parentNode ?? shadowHostOf(node);
}

/** Compares the positions of two connected nodes; a shadow tree is at its host's position. */
export function comparePlaces(one: Node, other: Node): number {
  if (one === other) return 0;
  const ones = lineOfRoots(one);
  const others = lineOfRoots(other);
  // Both paths start with the document's own node; where they diverge, the nodes are in the same tree and
  // comparable.
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

/** The path to a node: the hosts of the shadow trees around it from the outside in, then the node itself. */
function lineOfRoots(node: Node): Node[] {
  const line: Node[] = [];
  for (let current: Node | null = node; current; ) {
    line.unshift(current);
    current = shadowHostOf(current.getRootNode());
  }
  return line;
}
