// Named imports, not the whole file, because this goes into the script that every page evaluates.
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
 * The message for a reader whose click could not open a card. It appears in the page, so it uses the browser's
 * language, which every page knows, and not the one chosen in the options.
 */
export function describeCardFailure(): string {
  return messages[chooseLanguage('auto', navigator.languages)].message;
}

/** The same for a page that lets no script of the extension run in its frames. */
export function describeBlockedCard(): string {
  return blocked[chooseLanguage('auto', navigator.languages)].message;
}
