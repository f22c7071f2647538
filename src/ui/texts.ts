/**
 * The interface's words. They are compiled in, rather than asked of `browser.i18n`, because that API speaks the
 * browser's language only and the reader may choose another; it serves the manifest alone.
 */
import english from '../../assets/_locales/en/messages.json';

type MessageKey = keyof typeof english;
/** A text that exists for one and for several. */
type CountedKey<Key extends string = MessageKey> = Key extends `${infer Stem}_other` ? Stem : never;
export type TextKey = Exclude<MessageKey, `${string}_one` | `${string}_other`>;
export type CountedTextKey = CountedKey;
export type TextValues = Readonly<Record<string, string | number>>;

const plurals = new Intl.PluralRules('en');
const numbers = new Intl.NumberFormat('en');

/** The text of `key`, with each `{name}` replaced by its value. */
export function text(key: TextKey, values: TextValues = {}): string {
  return fill(english[key].message, values);
}

/** The text of `key` for that many; `{count}` in it is the number. */
export function countedText(key: CountedTextKey, count: number, values: TextValues = {}): string {
  const form = plurals.select(count) === 'one' ? 'one' : 'other';
  return fill(english[`${key}_${form}`].message, { ...values, count: numbers.format(count) });
}

function fill(message: string, values: TextValues): string {
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder,
  );
}
