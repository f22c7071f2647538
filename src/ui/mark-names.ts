import Mark from 'mark.js';

/** What may stand beside a name: `exactly` alone knows only white space, and a quotation is full of signs. */
const limiters = [...'.,;:!?()[]<>"“”‘’\'–—-/…'];

/**
 * Prepares the marking of an entity's names in quotations: the same letters in the same case (ICE is not ice), or with
 * a capital at the beginning of a sentence; whole words, the longest name first. The text stays as it is.
 */
export function markNames(names: readonly string[]): (element: HTMLElement) => void {
  const spellings = [...new Set(names.flatMap((name) => [name, capitalise(name)]))];
  return (element) => {
    new Mark(element).mark(spellings, {
      element: 'mark',
      className: 'entity',
      accuracy: { value: 'exactly', limiters },
      caseSensitive: true,
      diacritics: false,
      separateWordSearch: false,
      // A shorter name inside a longer one that is marked already.
      exclude: ['mark'],
    });
  };
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
