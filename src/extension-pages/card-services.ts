import browser from 'webextension-polyfill';
import type { CardRequest } from '../contracts/card-calls.ts';
import { callBackground } from '../messaging/call-background.ts';
import type { MatchException } from '../settings/settings.ts';
import type { CardContent } from '../view-models/card-content.ts';

type Subject = CardRequest['subject'];

/** The card's calls to the background. @param token of the card's frame */
export function makeCardServices(token: string) {
  let site = '';
  // If the background cannot be reached, there is no site name, and the card does not offer to switch the site off.
  const knowsSite = callBackground('getPageHost').then(
    (host) => {
      site = host;
    },
    () => undefined,
  );
  return {
    isPrivate: browser.extension.inIncognitoContext === true,
    get site() {
      return site;
    },
    async loadContent(subject: Subject, known?: CardContent | null) {
      const answer = known === undefined ? callBackground('getCardContent', { ...subject, token }) : known;
      // The card needs the site before it is rendered, for the button that switches it off.
      const [content] = await Promise.all([answer, knowsSite]);
      return content;
    },
    hideEntity: async (entity: string, isHidden: boolean) => {
      await callBackground('changeFromCard', { kind: 'entity', entity, isHidden });
    },
    noteWrongMatch: async (exception: MatchException, isNoted: boolean) => {
      await callBackground('changeFromCard', { kind: 'exception', exception, isNoted });
    },
    switchTopic: async (topic: string, isOn: boolean) => {
      if (isOn) await callBackground('undoTopicOff', { topic });
      else await callBackground('changeFromCard', { kind: 'topic', topic, isOn });
    },
    switchSite: async (isOn: boolean) => {
      if (isOn) await callBackground('undoSiteOff');
      else await callBackground('changeFromCard', { kind: 'site', pattern: site, isOn });
    },
    openSettings: () => callBackground('openOptions', {}),
    openLibrary: (address: string) => callBackground('openLibrary', { address }),
  };
}
