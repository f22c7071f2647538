import { chooseLanguage, type LanguageCode, languages } from '../settings/languages.ts';

let current: LanguageCode = 'en';

/**
 * Sets the language that everything drawn from now on speaks, in this surface. Kept here and not handed from component
 * to component, because a surface speaks one language at a time; whoever sets it draws again.
 * @param chosen `settings.language`: a language or `auto`, the browser's
 * @param preferred the browser's, most wanted first
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

/** Marks an element with the language spoken and its direction, for screen readers, hyphenation and quotation marks. */
export function markLanguage(element: HTMLElement): void {
  element.lang = current;
  element.dir = languages[current].direction;
}

/** Makes a formatter once for each language: making one costs more than the formatting of a whole card. */
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
