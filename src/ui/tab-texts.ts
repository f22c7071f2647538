import { describeFailure } from './describe-failure.ts';
import { speak } from './language.ts';
import { text } from './texts.ts';

/** What the browser's own controls say of a tab: the toolbar button's title by what Sidelight can do there, and the context menu. */
export function tabTexts(language: string) {
  speak(language);
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

/** Why a click in the context menu came to nothing. */
export function failureText(language: string, error: unknown): string {
  speak(language);
  return text('actionFailed', { reason: describeFailure(error) });
}
