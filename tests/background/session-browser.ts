/** The content of `storage.session`. */
export const session = new Map<string, unknown>();
/** Called with the id of each closed tab. */
export const closed: ((tabId: number) => void)[] = [];

/** The part of the extension's API that stores data by tab. */
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
