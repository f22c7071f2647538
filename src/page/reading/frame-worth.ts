/** Smaller frames are counting pixels, buttons and banners: no reader reads a text in them. */
const smallestWidth = 160;
const smallestHeight = 80;

/** Less text than this is a label or an advertisement's line (two sentences have about 200 characters). */
const fewestCharactersInFrame = 200;

/**
 * Whether somebody could read a text in this frame. The page itself always counts as large enough; advertising and measuring
 * frames, of which a news page has dozens, end here.
 */
export function isReadableFrame(view: Window): boolean {
  const { document } = view;
  if (!document.body || !isReadableDocument(document)) return false;
  return isPage(view) || (view.innerWidth >= smallestWidth && view.innerHeight >= smallestHeight);
}

/** With less text a frame is left alone. */
export function fewestCharacters(view: Window): number {
  return isPage(view) ? 1 : fewestCharactersInFrame;
}

function isPage(view: Window): boolean {
  return view.parent === view;
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
