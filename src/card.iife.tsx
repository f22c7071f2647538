import { callBackground } from './browser/call-background.ts';
import { watchContextLifetime } from './browser/context-lifetime.ts';
import { findPageHost } from './browser/page-host.ts';
import { createCardPort } from './ui/card-controller.tsx';
import { cardPortKey, findCardPort } from './ui/card-port.ts';

// A second call of `loadCard` may run this script again: the first card stays.
if (findCardPort(globalThis) === undefined) {
  const host = findPageHost(window);
  const port = createCardPort(
    {
      get site() {
        return host.name;
      },
      async loadContent(subject) {
        // A card is drawn with the host that it offers to switch off.
        const [content] = await Promise.all([callBackground('getCardContent', subject), host.known]);
        return content;
      },
      readTheme: async () => (await callBackground('getSettings')).theme,
      hideEntity: async (entity) => {
        await callBackground('changeSettings', { kind: 'entity', entity, isHidden: true });
      },
      switchSiteOff: async () => {
        await callBackground('changeSettings', { kind: 'site', pattern: host.name, isOn: false });
      },
      openSettings: () => callBackground('openOptions', {}),
    },
    watchContextLifetime(),
  );
  Object.defineProperty(globalThis, cardPortKey, { value: port, configurable: true });
}
