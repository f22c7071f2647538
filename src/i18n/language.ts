import { chooseLanguage, type LanguageCode, languages } from '../settings/languages.ts';

let current: LanguageCode = 'en';

/**
 * Sets the language of everything this surface renders from now on. Module state, not a prop, because a surface has one
 * language at a time; the caller must render again.
 * @param chosen `settings.language`: a language or `auto`, the browser's
 * @param preferred the browser's languages, most wanted first
 */
export function setLanguage(
  chosen: string,
  preferred: readonly string[] = navigator.languages,
): LanguageCode {
  current = chooseLanguage(chosen, preferred);
  return current;
}

export function currentLanguage(): LanguageCode {
  return current;
}

export function isRightToLeft(): boolean {
  return languages[current].direction === 'rtl';
}

/**
 * Marks an element with the current language and its direction, for screen readers, hyphenation and quotation marks.
 */
export function markLanguage(element: HTMLElement): void {
  element.lang = current;
  element.dir = languages[current].direction;
}

/** Caches a formatter for each language: creating one costs more than formatting a whole card. */
export function perLanguage<Formatter>(make: (locale: string) => Formatter): () => Formatter {
  const made = new Map<LanguageCode, Formatter>();
  return () => {
    const known = made.get(current);
    if (known !== undefined) return known;
    const formatter = make(languages[current].locale);
    made.set(current, formatter);
    return formatter;
  };
}
