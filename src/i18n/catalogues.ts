/**
 * The interface's texts in every language, compiled in. What the types can see is checked here: a key that a language
 * lacks, one that English lacks, a plural without its other form. The placeholders inside a text are checked when
 * the extension is built (`tools/vite/check-texts.ts`), because TypeScript reads a JSON file's texts as plain strings.
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

/** A text that exists for one and for several. */
export type CountedTextKey = StemOf<'one'> & StemOf<'other'>;
export type TextKey = Exclude<MessageKey, `${string}_one` | `${string}_other`>;
type Catalogue = Readonly<Record<MessageKey, { readonly message: string }>>;

/** Names the plural that lacks a form where it does not compile. */
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
