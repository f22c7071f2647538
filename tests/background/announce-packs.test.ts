import { beforeEach, expect, test, vi } from 'vitest';
import { measuredSenders } from '../messaging/measured-senders.ts';

type Listener = (port: object) => void;
const root = 'moz-extension://da2b92d2-4bc4-4823-b85f-0035ea35f4d4/';
const api = vi.hoisted(() => ({ listeners: [] as Listener[] }));

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'own',
      getURL: (path: string) => root + path,
      onConnect: { addListener: (listener: Listener) => api.listeners.push(listener) },
    },
    storage: { onChanged: { addListener: () => undefined } },
  },
}));

const { followPackChanges } = await import('../../src/background/announce-packs.ts');
const senders = measuredSenders('firefox', root);

/** Whether a connecting context learns that the background holds the port, and whether the port is released. */
function connect(sender: object, name = 'pack-change') {
  const port = {
    name,
    sender,
    postMessage: vi.fn(),
    disconnect: vi.fn(),
    onDisconnect: { addListener: vi.fn() },
  };
  for (const listener of api.listeners) listener(port);
  return port;
}

beforeEach(() => {
  api.listeners = [];
  followPackChanges(
    async () => true,
    async () => undefined,
  );
});

test.each(Object.entries(senders.extensionPages))(
  '%s holds a port while it changes packs',
  (_name, sender) => {
    const port = connect(sender);
    expect(port.postMessage).toHaveBeenCalledExactlyOnceWith('ready');
    expect(port.onDisconnect.addListener).toHaveBeenCalledOnce();
    expect(port.disconnect).not.toHaveBeenCalled();
  },
);

test.each([
  ...Object.entries(senders.contentScripts),
  ...Object.entries(senders.cards),
  ...Object.entries(senders.others),
])('%s has the port closed, and nobody looks at the packs for its sake', (_name, sender) => {
  const port = connect(sender);
  expect(port.disconnect).toHaveBeenCalledOnce();
  expect(port.postMessage).not.toHaveBeenCalled();
  expect(port.onDisconnect.addListener).not.toHaveBeenCalled();
});

test('a port of another name is ignored', () => {
  const port = connect(senders.contentScripts['a page'], 'lifetime');
  expect(port.disconnect).not.toHaveBeenCalled();
  expect(port.onDisconnect.addListener).not.toHaveBeenCalled();
});
