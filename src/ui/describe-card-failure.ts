// By name and not whole, because this goes into the script that every page evaluates.
import { cardFailed as de } from '../../assets/_locales/de/messages.json';
import { cardFailed as en } from '../../assets/_locales/en/messages.json';
import { cardFailed as es } from '../../assets/_locales/es/messages.json';
import { cardFailed as fr } from '../../assets/_locales/fr/messages.json';
import { chooseLanguage, type LanguageCode } from '../settings/languages.ts';

const messages: Readonly<Record<LanguageCode, { readonly message: string }>> = { de, en, es, fr };

/**
 * What a reader is told whose click could bring no card. It stands in the page: so it is in the browser's language, which every
 * page knows, and not in the one that the reader has chosen here.
 */
export function describeCardFailure(): string {
  return messages[chooseLanguage('auto', navigator.languages)].message;
}
