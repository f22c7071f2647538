type Watch<Args extends readonly unknown[]> = (onChange: (...args: Args) => void) => void;

/**
 * Begins to watch at once for a page whose code is still loading: the last of the changes told until then is told to the first
 * who listens. What the page had asked for before it would not hold any more, and nobody would tell it.
 */
export function bufferLatestEvent<Args extends readonly unknown[]>(watch: Watch<Args>): Watch<Args> {
  const listeners: ((...args: Args) => void)[] = [];
  let missed: Args | undefined;
  watch((...args) => {
    if (listeners.length === 0) missed = args;
    for (const listener of listeners) listener(...args);
  });
  return (onChange) => {
    listeners.push(onChange);
    if (missed !== undefined) onChange(...missed);
    missed = undefined;
  };
}
