import { useLayoutEffect } from 'preact/hooks';
import type { Settings } from '../../settings/settings.ts';

export type Theme = Settings['theme'];

/** Gives a page of the extension the reader's theme; the page's HTML links its style sheet. */
export function useTheme(theme: Theme): void {
  useLayoutEffect(() => {
    document.documentElement.style.colorScheme = colorSchemeOf(theme);
  }, [theme]);
}

/** The value of `color-scheme` for a theme. */
export function colorSchemeOf(theme: Theme): string {
  return theme === 'auto' ? 'light dark' : theme;
}
