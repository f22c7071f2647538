import { callBackground } from './browser/call-background.ts';
import { watchContextLifetime } from './browser/context-lifetime.ts';
import { createCardPort } from './ui/card-controller.tsx';
import { cardPortKey, findCardPort } from './ui/card-port.ts';

const site = location.hostname;

// A second call of `loadCard` may run this script again: the first card stays.
if (findCardPort(globalThis) === undefined) {
  const port = createCardPort(
    {
      site,
      loadContent: (subject) => callBackground('getCardContent', subject),
      readTheme: async () => (await callBackground('getSettings')).theme,
      hideEntity: async (entity) => {
        await callBackground('changeSettings', { kind: 'entity', entity, isHidden: true });
      },
      switchSiteOff: async () => {
        await callBackground('changeSettings', { kind: 'site', pattern: site, isOn: false });
      },
      openSettings: () => callBackground('openOptions', {}),
    },
    watchContextLifetime(),
  );
  Object.defineProperty(globalThis, cardPortKey, { value: port, configurable: true });
}
