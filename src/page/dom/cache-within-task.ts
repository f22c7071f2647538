/**
 * Caches what `read` says of an element until the page can act again, since layout cannot change within one
 * task. Microtasks run before any other task, and a slice of our work ends with one.
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
