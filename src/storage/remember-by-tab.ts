import browser from 'webextension-polyfill';

/** A value that the background stores for each tab, until the tab is closed. */
export interface TabMemory<Value> {
  read(tabId: number): Promise<Value | undefined>;
  write(tabId: number, value: Value): Promise<void>;
  forget(tabId: number): Promise<void>;
}

/**
 * For the background, when it starts. In `storage.session`, because the background may be suspended while the
 * reader thinks.
 * @param name the key, which only its owner writes
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
