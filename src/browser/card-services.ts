import browser from 'webextension-polyfill';
import type { MatchException } from '../settings/settings.ts';
import { callBackground } from './call-background.ts';
import type { PageHost } from './page-host.ts';

type Subject = Parameters<typeof callBackground<'getCardContent'>>[1];

/** What a card asks of the background, on a page whose host the reader may switch off; an empty one offers nothing. */
export function makeCardServices(host: PageHost) {
  return {
    isPrivate: browser.extension.inIncognitoContext === true,
    get site() {
      return host.name;
    },
    async loadContent(subject: Subject) {
      // A card is drawn with the host that it offers to switch off.
      const [content] = await Promise.all([callBackground('getCardContent', subject), host.known]);
      return content;
    },
    hideEntity: async (entity: string, isHidden: boolean) => {
      await callBackground('changeFromCard', { kind: 'entity', entity, isHidden });
    },
    noteWrongMatch: async (exception: MatchException, isNoted: boolean) => {
      await callBackground('changeFromCard', { kind: 'exception', exception, isNoted });
    },
    switchSite: async (isOn: boolean) => {
      if (isOn) await callBackground('undoSiteOff');
      else await callBackground('changeFromCard', { kind: 'site', pattern: host.name, isOn });
    },
    openSettings: () => callBackground('openOptions', {}),
    openLibrary: (address: string) => callBackground('openLibrary', { address }),
  };
}
