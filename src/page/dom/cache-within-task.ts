/**
 * A function that asks layout once for each element, until the page can act again: within one task nothing of it changes.
 * Microtasks run before any other task, and a slice of ours ends with one.
 */
export function cacheWithinTask<Value>(read: (element: Element) => Value): (element: Element) => Value {
  let known: Map<Element, Value> | undefined;
  return (element) => {
    if (!known) {
      known = new Map();
      queueMicrotask(() => {
        known = undefined;
      });
    }
    const remembered = known.get(element);
    if (remembered !== undefined) return remembered;
    const value = read(element);
    known.set(element, value);
    return value;
  };
}
