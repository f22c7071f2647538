type Watch<Told extends readonly unknown[]> = (onChange: (...told: Told) => void) => void;

/**
 * Begins to watch at once for a page whose code is still loading: the last of the changes told until then is told to the first
 * who listens. What the page had asked for before it would not hold any more, and nobody would tell it.
 */
export function hearEarly<Told extends readonly unknown[]>(watch: Watch<Told>): Watch<Told> {
  const listeners: ((...told: Told) => void)[] = [];
  let missed: Told | undefined;
  watch((...told) => {
    if (listeners.length === 0) missed = told;
    for (const listener of listeners) listener(...told);
  });
  return (onChange) => {
    listeners.push(onChange);
    if (missed !== undefined) onChange(...missed);
    missed = undefined;
  };
}
