// Named imports, not the whole file, because this goes into the script that every page evaluates.
import { mentionPosition as de } from '../../assets/_locales/de/messages.json';
import { mentionPosition as en } from '../../assets/_locales/en/messages.json';
import { mentionPosition as es } from '../../assets/_locales/es/messages.json';
import { mentionPosition as fr } from '../../assets/_locales/fr/messages.json';
import { chooseLanguage, type LanguageCode } from '../settings/languages.ts';

const messages: Readonly<Record<LanguageCode, { readonly message: string }>> = { de, en, es, fr };

/**
 * What a screen reader announces for a mention: "Rekognition, mention 2 of 7". It is in the page, so it uses the
 * browser's language, which every page knows, and not the one chosen in the options.
 */
export function describePosition(text: string, number: number, count: number): string {
  const values: Record<string, string> = { text, number: String(number), count: String(count) };
  return messages[chooseLanguage('auto', navigator.languages)].message.replace(
    /\{(\w+)\}/g,
    (placeholder, name: string) => values[name] ?? placeholder,
  );
}
