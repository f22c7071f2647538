/** Smaller frames are counting pixels, buttons and banners: no reader reads a text in them. */
const smallestWidth = 160;
const smallestHeight = 80;

/** Less text than this is a label or an advertisement's line (two sentences have about 200 characters). */
const minCharactersInFrame = 200;

/**
 * Whether somebody could read a text in this frame. The page itself always counts as large enough; advertising and measuring
 * frames, of which a news page has dozens, end here.
 */
export function isReadableFrame(win: Window): boolean {
  const { document } = win;
  if (!document.body || !isReadableDocument(document)) return false;
  return isPage(win) || (win.innerWidth >= smallestWidth && win.innerHeight >= smallestHeight);
}

/** With less text a frame is left alone. */
export function minCharacters(win: Window): number {
  return isPage(win) ? 1 : minCharactersInFrame;
}

function isPage(win: Window): boolean {
  return win.parent === win;
}

/**
 * HTML, XHTML under any type of XML, and plain text and Markdown, which browsers show as HTML; not images, feeds or a PDF viewer. Chromium shows
 * XML without a style in a document of HTML, with the XML itself in an element of this name.
 */
function isReadableDocument(document: Document): boolean {
  return (
    document.documentElement instanceof HTMLElement &&
    /^text\/(html|plain|markdown)$|\Wxml$/.test(document.contentType) &&
    // Firefox's script carries nothing of this.
    (import.meta.env.MODE === 'firefox' || !document.getElementById('webkit-xml-viewer-source-xml'))
  );
}
