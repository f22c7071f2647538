import browser from 'webextension-polyfill';

/** What the background remembers of each tab; nothing of one that is closed. */
export interface TabMemory<Value> {
  read(tabId: number): Promise<Value | undefined>;
  write(tabId: number, value: Value): Promise<void>;
  forget(tabId: number): Promise<void>;
}

/**
 * For the background, when it starts. In `storage.session`, because the background is put to sleep while the reader thinks.
 * @param name of what is remembered: only its owner writes under it
 */
export function rememberByTab<Value>(name: string): TabMemory<Value> {
  const { session } = browser.storage;
  const keyOf = (tabId: number) => `${name}.${tabId}`;
  const forget = (tabId: number) => session.remove(keyOf(tabId));
  browser.tabs.onRemoved.addListener((tabId) => void forget(tabId));
  return {
    read: async (tabId) => (await session.get(keyOf(tabId)))[keyOf(tabId)] as Value | undefined,
    write: (tabId, value) => session.set({ [keyOf(tabId)]: value }),
    forget,
  };
}
