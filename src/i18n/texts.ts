/**
 * The interface's words. They are compiled in, rather than asked of `browser.i18n`, because that API speaks the
 * browser's language only and the reader may choose another; it serves the manifest alone.
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

/** The text of `key` in the language spoken, with each `{name}` replaced by its value. */
export function text(key: TextKey, values: TextValues = {}): string {
  return fillText(catalogues[currentLanguage()][key].message, values);
}

/** The text of `key` for that many; `{count}` in it is the number. */
export function countedText(key: CountedTextKey, count: number, values: TextValues = {}): string {
  // Spanish and French also know `many`, for a million and more; no count of ours comes near, and `other` is understood.
  const form = plurals().select(count) === 'one' ? 'one' : 'other';
  return fillText(catalogues[currentLanguage()][`${key}_${form}`].message, { ...values, count });
}

/** A contrast ratio, which is written with one decimal at most, rounded down: 2.96 is not 3. */
export function formatRatio(ratio: number): string {
  return formatNumber(Math.floor(ratio * 10) / 10);
}

/** `a, b, c`: things side by side. Without the "and" that some languages put before the last even of a list of units. */
export function formatList(items: readonly string[]): string {
  return items.join(separators());
}
