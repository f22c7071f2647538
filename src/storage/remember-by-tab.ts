import browser from 'webextension-polyfill';

/** A value that the background stores for each tab, until the tab is closed. */
export interface TabMemory<Value> {
  read(tabId: number): Promise<Value | undefined>;
  /**
   * Writes the value, then makes the change that it is the record of: a background that dies between the two must not
   * leave a change without a record. If the change rejects, what was stored before is stored again.
   */
  writeBefore<Result>(tabId: number, value: Value, change: () => Promise<Result>): Promise<Result>;
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
  const read = async (tabId: number) => (await session.get(keyOf(tabId)))[keyOf(tabId)] as Value | undefined;
  const write = (tabId: number, value: Value) => session.set({ [keyOf(tabId)]: value });
  return {
    read,
    async writeBefore(tabId, value, change) {
      const before = await read(tabId);
      await write(tabId, value);
      try {
        return await change();
      } catch (error) {
        await (before === undefined ? forget(tabId) : write(tabId, before));
        throw error;
      }
    },
    forget,
  };
}
