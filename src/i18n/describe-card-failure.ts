// By name and not whole, because this goes into the script that every page evaluates.
import { cardFailed as de, cardBarred as deBarred } from '../../assets/_locales/de/messages.json';
import { cardFailed as en, cardBarred as enBarred } from '../../assets/_locales/en/messages.json';
import { cardFailed as es, cardBarred as esBarred } from '../../assets/_locales/es/messages.json';
import { cardFailed as fr, cardBarred as frBarred } from '../../assets/_locales/fr/messages.json';
import { chooseLanguage, type LanguageCode } from '../settings/languages.ts';

const barred: Readonly<Record<LanguageCode, { readonly message: string }>> = {
  de: deBarred,
  en: enBarred,
  es: esBarred,
  fr: frBarred,
};
const messages: Readonly<Record<LanguageCode, { readonly message: string }>> = { de, en, es, fr };

/**
 * What a reader is told whose click could bring no card. It stands in the page: so it is in the browser's language, which every
 * page knows, and not in the one that the reader has chosen here.
 */
export function describeCardFailure(): string {
  return messages[chooseLanguage('auto', navigator.languages)].message;
}

/** The same where a page lets no script of the extension run in a frame of it. */
export function describeBarredCard(): string {
  return barred[chooseLanguage('auto', navigator.languages)].message;
}
