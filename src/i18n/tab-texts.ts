import { describeFailure } from './describe-failure.ts';
import { setLanguage } from './language.ts';
import { text } from './texts.ts';

/** What the browser's own controls say of a tab: the toolbar button's title by what Sidelight can do there, and the context menu. */
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
 * That a click in the context menu came to nothing. Why it did may tell of settings, packs or a private window: that is said by the
 * toolbar's button. In the page, which may read it, stands that it does, in the browser's language, which every page knows.
 */
export function failureTexts(language: string, error: unknown): { inPage: string; onButton: string } {
  setLanguage('auto');
  const inPage = text('actionFailedInPage');
  setLanguage(language);
  return { inPage, onButton: text('actionFailed', { reason: describeFailure(error) }) };
}
