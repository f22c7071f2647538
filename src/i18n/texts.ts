/**
 * The interface's texts. They are compiled in, because `browser.i18n` offers only the browser's language and the reader
 * may choose another; only the manifest uses it.
 */
import { type CountedTextKey, catalogues, type TextKey } from './catalogues.ts';
import { fillText, formatNumber, type TextValues } from './fill-text.ts';
import { currentLanguage, perLanguage } from './language.ts';

export type { CountedTextKey, TextKey };
export { formatNumber };

const plurals = perLanguage((locale) => new Intl.PluralRules(locale));
const separators = perLanguage(
  (locale) =>
    new Intl.ListFormat(locale, { type: 'unit', style: 'short' })
      .formatToParts(['a', 'b', 'c'])
      .find(({ type }) => type === 'literal')?.value ?? ', ',
);

/** The text of `key` in the current language, with each `{name}` replaced by its value. */
export function text(key: TextKey, values: TextValues = {}): string {
  return fillText(catalogues[currentLanguage()][key].message, values);
}

/** The text of `key` for a number of items; `{count}` in it is the number. */
export function countedText(key: CountedTextKey, count: number, values: TextValues = {}): string {
  // Spanish and French also have `many`, for a million and more. No count here comes near, and `other` is understood.
  const form = plurals().select(count) === 'one' ? 'one' : 'other';
  return fillText(catalogues[currentLanguage()][`${key}_${form}`].message, { ...values, count });
}

/** A contrast ratio with at most one decimal, rounded down: 2.96 is not 3. */
export function formatRatio(ratio: number): string {
  return formatNumber(Math.floor(ratio * 10) / 10);
}

/** `a, b, c`: a plain list, without the "and" that some languages put before the last item even in a list of units. */
export function formatList(items: readonly string[]): string {
  return items.join(separators());
}
