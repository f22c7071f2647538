type Watch<Args extends readonly unknown[]> = (onChange: (...args: Args) => void) => void;

/**
 * Subscribes immediately for a page whose code is still loading, and buffers the latest event until the page
 * subscribes. Without this, a change after the page's first request would be missed.
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
