import { describeFailure } from './describe-failure.ts';
import { setLanguage } from './language.ts';
import { text } from './texts.ts';

/**
 * Texts of the browser's own controls for a tab: the toolbar button's title for each obstacle, and the context menu.
 */
export function tabTexts(language: string) {
  setLanguage(language);
  return {
    titles: {
      on: text('iconOn'),
      disabled: text('iconDisabled'),
      site: text('iconSite'),
      closed: text('iconClosed'),
    },
    menu: {
      lookUp: text('menuLookUp'),
      siteOff: text('menuSiteOff'),
      siteOn: text('menuSiteOn'),
      siteOffPrivate: text('menuSiteOffPrivate'),
      siteOnPrivate: text('menuSiteOnPrivate'),
    },
  };
}

/**
 * Messages for a click in the context menu that failed. The reason may reveal settings, packs or a private window, so
 * only the toolbar button shows it. The page, which can read its own content, shows only that it failed, in the
 * browser's language, which every page knows.
 */
export function failureTexts(language: string, error: unknown): { inPage: string; onButton: string } {
  setLanguage('auto');
  const inPage = text('actionFailedInPage');
  setLanguage(language);
  return { inPage, onButton: text('actionFailed', { reason: describeFailure(error) }) };
}
