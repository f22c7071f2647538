/** Smaller frames are tracking pixels, buttons and banners, not text to read. */
const smallestWidth = 160;
const smallestHeight = 80;

/** Less text than this is a label or a line of advertising (two sentences have about 200 characters). */
const minCharactersInFrame = 200;

/**
 * Whether a reader could read text in this frame. The top frame is always large enough. Excludes frames for
 * advertising and measurement, of which a news page has dozens.
 */
export function isReadableFrame(win: Window): boolean {
  const { document } = win;
  if (!document.body || !isReadableDocument(document)) return false;
  return isPage(win) || (win.innerWidth >= smallestWidth && win.innerHeight >= smallestHeight);
}

/** A frame with less text is skipped. */
export function minCharacters(win: Window): number {
  return isPage(win) ? 1 : minCharactersInFrame;
}

function isPage(win: Window): boolean {
  return win.parent === win;
}

/**
 * HTML, XHTML under any XML type, and plain text and Markdown, which browsers show as HTML; not images, feeds
 * or a PDF viewer. Chromium shows XML without a style sheet in an HTML document, with the XML itself in an
 * element of this name.
 */
function isReadableDocument(document: Document): boolean {
  return (
    document.documentElement instanceof HTMLElement &&
    /^text\/(html|plain|markdown)$|\Wxml$/.test(document.contentType) &&
    // Keeps this check out of Firefox's script.
    (import.meta.env.MODE === 'firefox' || !document.getElementById('webkit-xml-viewer-source-xml'))
  );
}
