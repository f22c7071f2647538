import { type ComponentChildren, createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { currentLanguage, perLanguage } from '../../i18n/language.ts';
import { text } from '../../i18n/texts.ts';

/** The language of the pack that is shown; undefined where it is not known. */
export const ContentLanguageContext = createContext<string | undefined>(undefined);

interface ContentLanguage {
  readonly lang?: string;
  readonly dir: 'auto';
}

/**
 * Attributes for an element that holds a pack's or a page's words: a screen reader then reads them as what they are, the browser hyphenates
 * them so, and a direction other than the interface's does not tear them apart.
 */
export function useContentLanguage(): ContentLanguage {
  const lang = useContext(ContentLanguageContext);
  return lang === undefined ? { dir: 'auto' } : { lang, dir: 'auto' };
}

/** A pack's words within a line of the interface. */
export function PackWords({ class: className, children }: { class?: string; children: ComponentChildren }) {
  return (
    <span class={className} {...useContentLanguage()}>
      {children}
    </span>
  );
}

const languageNames = perLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language' }));

/** "Content in English", where the interface speaks another language; as a part of a line, quietly. */
export function ContentLanguageNote({ language }: { language: string }) {
  if (primaryOf(language) === currentLanguage()) return null;
  return <> · {text('contentLanguage', { language: nameLanguage(language) })}</>;
}

function primaryOf(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

/** What a language is called in the interface's. A pack may say anything; what is no language tag is shown as it stands. */
export function nameLanguage(tag: string): string {
  try {
    return languageNames().of(tag) ?? tag;
  } catch {
    return tag;
  }
}
