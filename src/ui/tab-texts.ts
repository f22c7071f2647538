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
    menu: { lookUp: text('menuLookUp'), siteOff: text('menuSiteOff'), siteOn: text('menuSiteOn') },
  };
}
