// By name and not whole, because this goes into the script that every page evaluates.
import { cardFailed as de, cardBlocked as deBlocked } from '../../assets/_locales/de/messages.json';
import { cardFailed as en, cardBlocked as enBlocked } from '../../assets/_locales/en/messages.json';
import { cardFailed as es, cardBlocked as esBlocked } from '../../assets/_locales/es/messages.json';
import { cardFailed as fr, cardBlocked as frBlocked } from '../../assets/_locales/fr/messages.json';
import { chooseLanguage, type LanguageCode } from '../settings/languages.ts';

const blocked: Readonly<Record<LanguageCode, { readonly message: string }>> = {
  de: deBlocked,
  en: enBlocked,
  es: esBlocked,
  fr: frBlocked,
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
export function describeBlockedCard(): string {
  return blocked[chooseLanguage('auto', navigator.languages)].message;
}
