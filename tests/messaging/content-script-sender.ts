/** The sender of a message from the content script of a frame, as browsers describe it. */
export const contentScript = {
  id: 'own',
  url: 'https://news.example.org/story',
  frameId: 3,
  tab: { id: 7, url: 'https://www.example.org/' },
};

/** The card of the same page, in a frame of its own. */
export const card = { ...contentScript, url: 'own://src/entrypoints/card.html#0123', frameId: 4 };
