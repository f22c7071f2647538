import { perLanguage } from './language.ts';

/** Numbers are formatted for the current language. */
export type TextValues = Readonly<Record<string, string | number>>;

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));

export function formatNumber(value: number): string {
  // The same in all our languages. Creating a page's first formatter takes longer than rendering a whole card
  // (docs/performance.md).
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  return numbers().format(value);
}

/** `message` with each `{name}` replaced by its value. */
export function fillText(message: string, values: TextValues): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return placeholder;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}
