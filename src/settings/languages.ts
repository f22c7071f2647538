/** A language of the interface: each has its `messages.json` in `assets/_locales`. */
export type LanguageCode = 'de' | 'en' | 'es' | 'fr';

export interface Language {
  /** Its name in the language itself, for readers who look for it in a list that they cannot read. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47, for dates, numbers and lists: our English is British, in spelling and dates. */
  readonly locale: string;
}

/** Ordered by their own names, as the options list them. */
export const languages: Readonly<Record<LanguageCode, Language>> = {
  de: { name: 'Deutsch', direction: 'ltr', locale: 'de' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  es: { name: 'Español', direction: 'ltr', locale: 'es' },
  fr: { name: 'Français', direction: 'ltr', locale: 'fr' },
};

/**
 * The interface's language: the one that the reader chose, or else the first of the browser's that exists, or English.
 * Compares the primary language only, so that `de-AT` finds German. A choice that this version does not know (synced
 * from a newer one) is ignored.
 * @param chosen `settings.language`
 * @param preferred the browser's languages, most wanted first: `navigator.languages`
 */
export function chooseLanguage(chosen: string, preferred: readonly string[]): LanguageCode {
  for (const tag of [chosen, ...preferred]) {
    const code = tag.split(/[-_]/, 1)[0]?.toLowerCase() ?? '';
    if (isLanguage(code)) return code;
  }
  return 'en';
}

function isLanguage(code: string): code is LanguageCode {
  return Object.hasOwn(languages, code);
}
