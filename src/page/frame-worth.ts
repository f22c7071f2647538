import { mostNodes } from './reading-limit.ts';

/** Smaller frames are counting pixels, buttons and banners: no reader reads a text in them. */
const smallestWidth = 160;
const smallestHeight = 80;

/** Less text than this is a label or an advertisement's line (two sentences have about 200 characters). */
const fewestCharacters = 200;

const silentElements = new Set(['script', 'style', 'noscript', 'template', 'iframe', 'svg', 'head']);

/**
 * Whether a frame holds a text that somebody reads. The page itself always counts as large enough; advertising and
 * measuring frames, of which a news page has dozens, end here, before anything of ours is loaded for them.
 */
export function isWorthReading(view: Window): boolean {
  const document = view.document;
  if (!document.body || !isReadableDocument(document)) return false;
  const isTop = view.parent === view;
  if (!isTop && (view.innerWidth < smallestWidth || view.innerHeight < smallestHeight)) return false;
  return hasText(document.body, isTop ? 1 : fewestCharacters);
}

/** HTML and XHTML, and plain text, which browsers show as HTML; not images, feeds or a PDF viewer. */
function isReadableDocument(document: Document): boolean {
  return (
    document.documentElement instanceof HTMLElement &&
    /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/.test(document.contentType)
  );
}

/** Reads only until there is enough, so that a long page costs no more than a short one. */
function hasText(body: HTMLElement, characters: number): boolean {
  const walker = body.ownerDocument.createTreeWalker(
    body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) =>
      node instanceof Element && silentElements.has(node.localName)
        ? NodeFilter.FILTER_REJECT
        : NodeFilter.FILTER_ACCEPT,
  );
  let found = 0;
  let left = mostNodes;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // A shadow root may hold everything: such a page is worth a look.
    if (node instanceof Element && node.shadowRoot) return true;
    if (node instanceof Text) found += node.data.trim().length;
    // So much without a text is no frame that readers meet; whoever reads it has a limit, too.
    left -= 1;
    if (found >= characters || left < 0) return true;
  }
  return false;
}
