/** Attributes that hide text, show it or make it editable without changing it. */
export const watchedAttributes = ['hidden', 'aria-hidden', 'contenteditable', 'role', 'style'];

/** Beyond this number of places, reading their common ancestor once is cheaper than sorting them. */
const manyPlaces = 1_000;

/** The places of the page to read again. Only `drain` removes any, so no batch is lost. */
export interface PendingChanges {
  /** Above 0 while work is left: places to read, or blocks that went with a removed element. */
  readonly size: number;
  /** Records what a batch of mutation records changed. */
  add(records: readonly MutationRecord[]): void;
  /** Records one place, such as a newly discovered shadow root. */
  addPlace(node: Node): void;
  /**
   * Empties the set. Returns connected places, none inside another; more than 1,000 become their nearest
   * common ancestor.
   */
  drain(): Node[];
}

/** Whether an element's text is separate from the text around it, which then need not be read again. */
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

/** A record's places: the added nodes that are separate from their surroundings, else their parent. */
function placesOf(record: MutationRecord, isSelfContained: IsSelfContained): Node[] {
  if (record.type !== 'childList') return [record.target];
  if (record.addedNodes.length + record.removedNodes.length > manyPlaces) return [record.target];
  const places: Node[] = [];
  for (const node of [...record.addedNodes, ...record.removedNodes]) {
    if (node instanceof Element && isSelfContained(node)) {
      // A removed node needs no reading: its blocks go because it is disconnected.
      if (node.isConnected) places.push(node);
      continue;
    }
    if (node instanceof CharacterData && !(node instanceof Text)) continue;
    // White space between blocks changes no text.
    if (node instanceof Text && node.data.trim() === '' && !touchesText(record)) continue;
    return [record.target];
  }
  return places;
}

const hidingStyle = /none|hidden|collapse/;

/** Whether an attribute change may show or hide text. Rules out `style` animations, which run frame by frame. */
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

/** Nearest common ancestor of the places of each root (a document, a shadow root). */
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
