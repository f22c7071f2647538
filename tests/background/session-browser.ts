/** What `storage.session` holds. */
export const session = new Map<string, unknown>();
/** Told which tab is closed. */
export const closed: ((tabId: number) => void)[] = [];

/** The extension's API, as far as it remembers things by tab. */
export const sessionBrowser = {
  tabs: { onRemoved: { addListener: (listener: (tabId: number) => void) => closed.push(listener) } },
  storage: {
    session: {
      get: async (key: string) => (session.has(key) ? { [key]: session.get(key) } : {}),
      set: async (items: object) => {
        for (const [key, value] of Object.entries(items)) session.set(key, value);
      },
      remove: async (key: string) => {
        session.delete(key);
      },
    },
  },
};
