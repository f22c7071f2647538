import type { catalogues } from '../../src/i18n/catalogues.ts';

type Catalogue = (typeof catalogues)['en'];

/** Longer by this fraction: the worst case of German or Finnish compared with English. */
const growth = 0.4;
const hebrew = 'שורה ארוכה של מילים נוספות לבדיקה '.repeat(4);

/** Around every text, so that a truncated one is noticed. */
export const [opening, closing] = ['⟦', '⟧'];

/**
 * A made-up language for testing surfaces with right-to-left text that takes more space. It consists of English texts,
 * wrapped and lengthened; text without the wrapping did not come from the catalogue.
 */
export function makePseudoLocale(catalogue: Catalogue): Catalogue {
  return Object.fromEntries(
    Object.entries(catalogue).map(([key, { message }]) => [key, { message: lengthen(message) }]),
  ) as Catalogue;
}

function lengthen(message: string): string {
  const length = Math.ceil(message.replace(/\{\w+\}/g, '').length * growth);
  // Right-to-left letters first, so that the text has that direction however much Latin it quotes.
  return `${opening}${hebrew.slice(0, length).trim()} ${message}${closing}`;
}
