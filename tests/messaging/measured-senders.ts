/**
 * Senders as Chromium 156 and Firefox ESR 153 describe them to the background of an extension whose own pages begin
 * with `root`.
 */
export function measuredSenders(browser: 'chromium' | 'firefox', root: string) {
  const isFirefox = browser === 'firefox';
  const origin = root.slice(0, -1);
  const common = isFirefox
    ? { id: 'own', contextId: 412_316_860_636, documentId: 'd178c29b-057a-ed1f-e3c6-22714baf248e' }
    : { id: 'own', documentId: '94E21653ECAB47D43E7FB79B5337968E', documentLifecycle: 'active' };
  const tab = { id: 3, url: 'https://www.example.org/story', incognito: false };
  const innerFrame = isFirefox ? 15_032_385_543 : 16;
  const inFrame = { ...common, tab, frameId: innerFrame };
  return {
    extensionPages: {
      'in a tab': {
        ...common,
        url: `${root}src/entrypoints/options.html#marks`,
        origin,
        tab: { ...tab, url: `${root}src/entrypoints/options.html` },
        frameId: 0,
      },
      // Neither tab nor frame; the side panel likewise.
      'the pop-up': isFirefox
        ? { ...common, url: `${root}src/entrypoints/toolbar.html`, origin }
        : { id: 'own', url: `${root}src/entrypoints/toolbar.html`, origin },
      'the background': isFirefox
        ? { ...common, url: `${root}_generated_background_page.html`, origin }
        : { id: 'own', url: `${root}service-worker-loader.js`, origin },
    },
    contentScripts: {
      'a page': {
        ...common,
        url: 'https://www.example.org/story',
        origin: 'https://www.example.org',
        tab,
        frameId: 0,
      },
      'a frame of another site': {
        ...inFrame,
        url: 'http://ads.example.net/',
        origin: 'http://ads.example.net',
      },
      'a sandboxed frame': { ...inFrame, url: 'https://www.example.org/sandboxed', origin: 'null' },
      'a srcdoc frame': { ...inFrame, url: 'about:srcdoc', origin: 'https://www.example.org' },
      'a blank frame': { ...inFrame, url: 'about:blank', origin: 'https://www.example.org' },
      'a data frame': { ...inFrame, url: 'data:text/html,<p>data', origin: 'null' },
      'a blob': {
        ...inFrame,
        url: 'blob:https://www.example.org/b3f30e36-5e5b-492f-969b-06a5ea934608',
        origin: 'https://www.example.org',
      },
      'a file': {
        ...common,
        url: 'file:///home/reader/story.html',
        origin: 'null',
        tab: { ...tab, url: 'file:///home/reader/story.html' },
        frameId: 0,
      },
    },
    cards: {
      'the card in a page': { ...inFrame, url: `${root}src/entrypoints/card.html`, origin },
      // Chromium; Firefox gives it no API.
      'the card in a sandboxed page': { ...inFrame, url: `${root}src/entrypoints/card.html`, origin: 'null' },
    },
    /** Senders that get no answer. */
    others: {
      // Firefox: neither tab nor frame. Chromium injects no content script there.
      'a page in the background page of another extension': {
        ...common,
        url: 'https://www.example.org/framed',
        origin: 'https://www.example.org',
      },
      'a blank frame there': { ...common, url: 'about:blank', origin: 'https://www.example.org' },
      'a page in no tab, with a frame': {
        ...common,
        url: 'https://www.example.org/framed',
        origin: 'https://www.example.org',
        tab: { ...tab, id: -1 },
        frameId: 0,
      },
      'another extension': { ...common, id: 'other', url: 'moz-extension://other/background.html' },
      'another extension with our address': {
        ...common,
        id: 'other',
        url: `${root}src/entrypoints/options.html`,
        origin,
      },
      'a page of another extension with our id': {
        ...inFrame,
        url: 'chrome-extension://other/page.html',
        origin: 'chrome-extension://other',
      },
      'a blank frame of an extension': { ...inFrame, url: 'about:blank', origin: 'moz-extension://other' },
      'a blob of an extension': { ...inFrame, url: `blob:${root}b3f30e36`, origin },
      'a page of the browser': { ...inFrame, url: 'about:addons', origin: 'null' },
      'the options in a frame of a page': { ...inFrame, url: `${root}src/entrypoints/options.html`, origin },
      'the background page in a frame of a page': {
        ...inFrame,
        url: `${root}_generated_background_page.html`,
        origin,
      },
      'our address under another origin': {
        ...common,
        url: `${root}src/entrypoints/options.html`,
        origin: 'https://www.example.org',
        tab,
        frameId: 0,
      },
      'the card in a tab of its own': {
        ...common,
        url: `${root}src/entrypoints/card.html`,
        origin,
        tab: { ...tab, url: `${root}src/entrypoints/card.html` },
        frameId: 0,
      },
      'the card in the background page of another extension': {
        ...common,
        url: `${root}src/entrypoints/card.html`,
        origin,
      },
      'nobody with an address': { id: 'own', tab, frameId: 0 },
    },
  };
}
