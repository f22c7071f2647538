import browser from 'webextension-polyfill';
import { callBackground } from '../messaging/call-background.ts';
import type { MatchException } from '../settings/settings.ts';
import type { CardContent } from '../view-models/card-content.ts';

type Subject = Parameters<typeof callBackground<'getCardContent'>>[1];

/** What a card asks of the background. */
export function makeCardServices() {
  let site = '';
  // Out of reach: without a name nothing is offered to be switched off.
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
      const answer = known === undefined ? callBackground('getCardContent', subject) : known;
      // A card is drawn with the site that it offers to switch off.
      const [content] = await Promise.all([answer, knowsSite]);
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
      else await callBackground('changeFromCard', { kind: 'site', pattern: site, isOn });
    },
    openSettings: () => callBackground('openOptions', {}),
    openLibrary: (address: string) => callBackground('openLibrary', { address }),
  };
}
