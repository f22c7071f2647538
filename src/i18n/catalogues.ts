/**
 * The interface's texts in every language, compiled in. The types check the keys: a key that a language lacks, one that
 * English lacks, a plural with only one form. The build checks the placeholders in a text
 * (`tools/vite/check-texts.ts`), because TypeScript types the texts of a JSON file as plain strings.
 */
import german from '../../assets/_locales/de/messages.json';
import english from '../../assets/_locales/en/messages.json';
import spanish from '../../assets/_locales/es/messages.json';
import french from '../../assets/_locales/fr/messages.json';
import type { LanguageCode } from '../settings/languages.ts';

type MessageKey = keyof typeof english;
type StemOf<Form extends string> = MessageKey extends infer Key
  ? Key extends `${infer Stem}_${Form}`
    ? Stem
    : never
  : never;

/** A text with a singular and a plural form. */
export type CountedTextKey = StemOf<'one'> & StemOf<'other'>;
export type TextKey = Exclude<MessageKey, `${string}_one` | `${string}_other`>;
type Catalogue = Readonly<Record<MessageKey, { readonly message: string }>>;

/** Does not compile if a plural lacks a form; the error names it. */
const unpaired: Exclude<StemOf<'one'> | StemOf<'other'>, CountedTextKey>[] = [];
void (unpaired satisfies never[]);

function complete<Given extends Catalogue>(
  catalogue: Given & Readonly<Record<Exclude<keyof Given, MessageKey>, never>>,
): Catalogue {
  return catalogue;
}

export const catalogues: Readonly<Record<LanguageCode, Catalogue>> = {
  de: complete(german),
  en: complete(english),
  es: complete(spanish),
  fr: complete(french),
};
