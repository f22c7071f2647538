import { useLayoutEffect } from 'preact/hooks';
import { markLanguage, setLanguage } from '../../i18n/language.ts';
import { type TextKey, text } from '../../i18n/texts.ts';

/**
 * Lets a page of the extension speak the reader's language, and say so of itself. To be called by the page's outermost component before
 * it draws any text: what it draws then, and all below it, speaks the language chosen.
 * @param chosen `settings.language`, or `auto` as long as the settings are not known
 * @param title names the page in its tab; absent where the page names itself after what it shows
 */
export function useSurfaceLanguage(chosen: string, title?: TextKey): void {
  const language = setLanguage(chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title is read from the texts of the language spoken
  useLayoutEffect(() => {
    markLanguage(document.documentElement);
    if (title !== undefined) document.title = text(title);
  }, [language, title]);
}
