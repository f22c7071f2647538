/** Attributes by which text is hidden, shown or handed to an editor without a change of the text. */
export const watchedAttributes = ['hidden', 'aria-hidden', 'contenteditable', 'role', 'style'];

/** More than this many places at once, and reading their common ancestor once is cheaper than sorting them out. */
const manyPlaces = 1_000;

/** The page's places that must be read anew. Nothing leaves it but by `drain`: no batch is ever lost. */
export interface PendingChanges {
  /** Above 0 as long as something is to be done: places to read, or blocks that went with a removed element. */
  readonly size: number;
  /** Notes what a batch of mutation records changed. */
  add(records: readonly MutationRecord[]): void;
  /** Notes one place, such as a shadow root that has just been found. */
  addPlace(node: Node): void;
  /**
   * Empties the set: connected places, none inside another. More than 1,000 become their nearest common ancestor.
   */
  drain(): Node[];
}

/** Whether an element's text stands by itself, so that the text around it need not be read again for its sake. */
export type IsSelfContained = (element: Element) => boolean;

export function createPendingChanges(isSelfContained: IsSelfContained): PendingChanges {
  let places = new Set<Node>();
  let hasRemoval = false;

  function addPlace(node: Node): void {
    places.add(node);
    if (places.size > manyPlaces) places = new Set(groupByRoot([...places]));
  }

  function add(all: readonly MutationRecord[]): void {
    const records = all.filter((record) => record.type !== 'attributes' || showsOrHides(record));
    hasRemoval ||= records.some(
      ({ removedNodes }) => removedNodes.length > manyPlaces || [...removedNodes].some(isElement),
    );
    if (records.length > manyPlaces) {
      for (const place of groupByRoot(records.map((record) => record.target))) places.add(place);
      return;
    }
    for (const record of records) {
      for (const place of placesOf(record, isSelfContained)) addPlace(place);
    }
  }

  function drain(): Node[] {
    const taken = [...places].filter((place) => place.isConnected);
    places = new Set();
    hasRemoval = false;
    return dropCovered(taken);
  }

  return {
    add,
    addPlace,
    drain,
    get size() {
      return places.size + (hasRemoval ? 1 : 0);
    },
  };
}

function isElement(node: Node): boolean {
  return node.nodeType === node.ELEMENT_NODE;
}

/** A record's places: what was added, if it stands alone; else what it was added to. */
function placesOf(record: MutationRecord, isSelfContained: IsSelfContained): Node[] {
  if (record.type !== 'childList') return [record.target];
  if (record.addedNodes.length + record.removedNodes.length > manyPlaces) return [record.target];
  const places: Node[] = [];
  for (const node of [...record.addedNodes, ...record.removedNodes]) {
    if (node instanceof Element && isSelfContained(node)) {
      // A removed one needs nothing read: its blocks go because their nodes are no longer in the page.
      if (node.isConnected) places.push(node);
      continue;
    }
    if (node instanceof CharacterData && !(node instanceof Text)) continue;
    // Only white space between blocks changes no text.
    if (node instanceof Text && node.data.trim() === '' && !touchesText(record)) continue;
    return [record.target];
  }
  return places;
}

const hidingStyle = /none|hidden|collapse/;

/** Whether an attribute's change may show or hide text. Pages animate by `style`, frame by frame: those end here. */
function showsOrHides({ target, attributeName, oldValue }: MutationRecord): boolean {
  if (attributeName === null || !(target instanceof Element)) return false;
  const value = target.getAttribute(attributeName);
  if (attributeName === 'style') return hidingStyle.test(oldValue ?? '') !== hidingStyle.test(value ?? '');
  return oldValue !== value;
}

function touchesText(record: MutationRecord): boolean {
  return [record.previousSibling, record.nextSibling].some(
    (node) => node instanceof Text && node.data.trim() !== '',
  );
}

/** Nearest common ancestor of all places of each root (a document, a shadow root). */
function groupByRoot(places: readonly Node[]): Node[] {
  const byRoot = new Map<Node, Node>();
  for (const place of places) {
    if (!place.isConnected) continue;
    const root = place.getRootNode();
    const known = byRoot.get(root);
    byRoot.set(root, known ? commonAncestor(known, place) : place);
  }
  return [...byRoot.values()];
}

function commonAncestor(one: Node, other: Node): Node {
  let ancestor = one;
  while (!ancestor.contains(other) && ancestor.parentNode) ancestor = ancestor.parentNode;
  return ancestor;
}

function dropCovered(places: readonly Node[]): Node[] {
  const all = new Set(places);
  return places.filter((place) => {
    for (let up = place.parentNode; up; up = up.parentNode) if (all.has(up)) return false;
    return true;
  });
}
