import { perLanguage } from './language.ts';

/** A number is written as the language spoken writes it. */
export type TextValues = Readonly<Record<string, string | number>>;

const numbers = perLanguage((locale) => new Intl.NumberFormat(locale));

export function formatNumber(value: number): string {
  // All our languages write it so. The first formatter of a page takes longer to make than a whole card to draw (docs/performance.md).
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
