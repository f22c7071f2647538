/** A language that the interface speaks: each has its `messages.json` in `assets/_locales`. */
export type LanguageCode = 'de' | 'en' | 'es' | 'fr';

export interface Language {
  /** As it calls itself, for whoever looks for it in a list in a language they cannot read. */
  readonly name: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47, for dates, numbers and lists: our English is British, in its spelling and so in its dates. */
  readonly locale: string;
}

/** In the order of their own names, in which the options list them. */
export const languages: Readonly<Record<LanguageCode, Language>> = {
  de: { name: 'Deutsch', direction: 'ltr', locale: 'de' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB' },
  es: { name: 'Español', direction: 'ltr', locale: 'es' },
  fr: { name: 'Français', direction: 'ltr', locale: 'fr' },
};

/**
 * The language to speak: the one that the reader chose, or else the first of the browser's that there is, or English. By the language
 * alone, so that `de-AT` finds German. A choice that this version does not know (synced from a newer one) counts as none.
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
