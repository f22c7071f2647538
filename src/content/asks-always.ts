/** Set in a page's isolated world where the reader has packs of their own, whose words no script knows. */
export const asksAlwaysKey = Symbol.for('sidelight.asks-always');
