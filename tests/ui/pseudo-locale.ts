import type { catalogues } from '../../src/i18n/catalogues.ts';

type Catalogue = (typeof catalogues)['en'];

/** Longer by this much, as German or Finnish are beside English at their worst. */
const growth = 0.4;
const hebrew = 'שורה ארוכה של מילים נוספות לבדיקה '.repeat(4);

/** Around every text, so that one that is cut off shows that it is. */
export const [opening, closing] = ['⟦', '⟧'];

/**
 * A language that nobody speaks, for seeing what a surface does with one that runs from right to left and takes more room. It is English's
 * texts, wrapped and lengthened; what shows without its wrapping did not come from the catalogue.
 */
export function makePseudoLocale(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, { message }]) => [key, { message: lengthen(message) }]),
  ) as Catalogue;
}

function lengthen(message: string): string {
  const length = Math.ceil(message.replace(/\{\w+\}/g, '').length * growth);
  // Right-to-left letters first, so that the text is one of that direction however much Latin it quotes.
  return `${opening}${hebrew.slice(0, length).trim()} ${message}${closing}`;
}
