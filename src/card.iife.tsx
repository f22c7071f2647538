import { makeCardServices } from './browser/card-services.ts';
import { findPageHost } from './browser/page-host.ts';
import { createCardPort } from './ui/card-controller.tsx';
import { cardPortKey, findCardPort } from './ui/card-port.ts';

// A second call of `loadCard` may run this script again: the first card stays.
if (findCardPort(globalThis) === undefined) {
  const port = createCardPort(makeCardServices(findPageHost(window)));
  Object.defineProperty(globalThis, cardPortKey, { value: port, configurable: true });
}
