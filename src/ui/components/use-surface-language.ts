import { useLayoutEffect } from 'preact/hooks';
import { markLanguage, setLanguage } from '../../i18n/language.ts';
import { type TextKey, text } from '../../i18n/texts.ts';

/**
 * Sets the language of a page of the extension, in its texts and its `lang`. The page's outermost component must call
 * it before rendering any text.
 * @param chosen `settings.language`, or `auto` until the settings are known
 * @param title the page's title in its tab; absent if the page sets its own title by what it shows
 */
export function useSurfaceLanguage(chosen: string, title?: TextKey): void {
  const language = setLanguage(chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the title's text depends on the language
  useLayoutEffect(() => {
    markLanguage(document.documentElement);
    if (title !== undefined) document.title = text(title);
  }, [language, title]);
}
