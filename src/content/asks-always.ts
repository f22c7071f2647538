/** Set in a page's isolated world if the reader has packs of their own, whose words the script does not know. */
export const asksAlwaysKey = Symbol.for('sidelight.asks-always');
