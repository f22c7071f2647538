import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { currentLanguage, perLanguage } from '../../i18n/language.ts';
import { text } from '../../i18n/texts.ts';

/** The language of the pack that is shown; undefined if unknown. */
export const ContentLanguageContext = createContext<string | undefined>(undefined);

interface ContentLanguage {
  readonly lang?: string;
  readonly dir: 'auto';
}

/**
 * Attributes for an element with a pack's or a page's words. Screen readers then use the right voice, browsers the
 * right hyphenation, and another text direction does not break the line apart.
 */
export function useContentLanguage(): ContentLanguage {
  const lang = useContext(ContentLanguageContext);
  return lang === undefined ? { dir: 'auto' } : { lang, dir: 'auto' };
}

/** A pack's words inside a line of the interface. */
export function PackWords({ class: className, children }: { class?: string; children: ComponentChildren }) {
  return (
    <span class={className} {...useContentLanguage()}>
      {children}
    </span>
  );
}

const languageNames = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** "Content in English", if the interface uses another language; unobtrusive as part of a line. */
export function ContentLanguageNote({ language }: { language: string }) {
  if (primaryOf(language) === currentLanguage()) return null;
  return <> · {text('contentLanguage', { language: nameLanguage(language) })}</>;
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/**
 * The name of a language in the interface's language. A pack may say anything: an invalid language tag is shown as it
 * is.
 */
export function nameLanguage(tag: string): string {
  try {
    return languageNames().of(tag) ?? tag;
  } catch {
    return tag;
  }
}
