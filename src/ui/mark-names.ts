import Mark from 'mark.js';

/** What may stand beside a name: `exactly` alone knows only white space, and a quotation is full of signs. */
const limiters = [...'.,;:!?()[]<>"“”‘’\'–—-/…'];

const anothersName = 'anothers-name';

/**
 * Prepares the marking of an entity's names in quotations: the same letters in the same case (ICE is not ice), or with
 * a capital at the beginning of a sentence or the other apostrophe; whole words, the longest name first. `longerNames` belong to
 * other entities and are left alone with what they hold. The text stays as it is.
 */
export function markNames(
  names: readonly string[],
  longerNames: readonly string[],
): (element: HTMLElement) => void {
  const spellings = spell(names);
  const others = spell(longerNames.filter((name) => !names.includes(name)));
  return (element) => {
    const mark = new Mark(element);
    const options = {
      accuracy: { value: 'exactly', limiters },
      caseSensitive: true,
      diacritics: false,
      separateWordSearch: false,
    } as const;
    mark.mark(others, { ...options, element: 'span', className: anothersName });
    // Not inside a longer name, be it its own or another's.
    mark.mark(spellings, {
      ...options,
      element: 'mark',
      className: 'entity',
      exclude: ['mark', `.${anothersName}`],
    });
  };
}

function spell(names: readonly string[]): string[] {
  return [...new Set(names.flatMap(typeset).flatMap((name) => [name, capitalise(name)]))];
}

/** With either apostrophe: a pack writes one, and each outlet prints its own. */
function typeset(name: string): string[] {
  return [name, name.replaceAll('’', "'"), name.replaceAll("'", '’')];
}

function capitalise(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
