/**
 * Functions that run inside a page, in the page's own world. Each is sent as source text, so it may use no closure (see
 * `call-in-page.ts`). Apart from types, they see what any script of the page could see.
 */

/** One mark, as the page itself could see it. */
export interface DrawnMark {
  /** The registered highlight's name, or `element: ` and the mark element's classes. */
  readonly style: string;
  readonly text: string;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** All marks, in reading order, of either highlighter. */
export function readMarks(): DrawnMark[] {
  const found: { style: string; range: AbstractRange }[] = [];
  // As named by `settings/mark-style/mark-names.ts`, in web pages and in pages of the extension.
  const ours = /^(?:[a-p]{16}[a-z0-9]|sidelight-.+)$/;
  for (const [name, highlight] of CSS.highlights ?? []) {
    if (!ours.test(name)) continue;
    for (const range of highlight) found.push({ style: name, range });
  }
  for (const element of document.querySelectorAll('*')) {
    if (!ours.test(element.localName)) continue;
    const range = document.createRange();
    range.selectNodeContents(element);
    found.push({ style: `element: ${element.className}`, range });
  }
  const isBefore = (a: AbstractRange, b: AbstractRange): number => {
    if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
    const order = a.startContainer.compareDocumentPosition(b.startContainer);
    return order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
  };
  found.sort((a, b) => isBefore(a.range, b.range));
  return found.map(({ style, range }) => {
    const live = document.createRange();
    live.setStart(range.startContainer, range.startOffset);
    live.setEnd(range.endContainer, range.endOffset);
    return { style, text: live.toString() };
  });
}

/** The first line of the box of the nth mark of `text`, scrolled into view; null if there is none. */
export function findMarkBox(text: string, occurrence: number): Box | null {
  const ranges: Range[] = [];
  const add = (start: Node, from: number, end: Node, to: number): void => {
    const range = document.createRange();
    range.setStart(start, from);
    range.setEnd(end, to);
    if (range.toString() === text) ranges.push(range);
  };
  const ours = /^(?:[a-p]{16}[a-z0-9]|sidelight-.+)$/;
  for (const [name, highlight] of CSS.highlights ?? []) {
    if (!ours.test(name)) continue;
    for (const range of highlight) {
      add(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
    }
  }
  for (const element of document.querySelectorAll('*')) {
    if (ours.test(element.localName)) add(element, 0, element, element.childNodes.length);
  }
  ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
  const range = ranges[occurrence];
  if (!range) return null;
  const element = range.startContainer.parentElement ?? document.documentElement;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range.getClientRects()[0];
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}

/** The box of the nth place where one text node has `text`, scrolled into view; null if there is none. */
export function findTextBox(text: string, occurrence: number): Box | null {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let left = occurrence;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const value = node.nodeValue ?? '';
    for (let at = value.indexOf(text); at >= 0; at = value.indexOf(text, at + 1)) {
      if (left-- > 0) continue;
      node.parentElement?.scrollIntoView({
        block: 'center',
        behavior: 'instant',
      });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + text.length);
      const box = range.getClientRects()[0];
      return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
    }
  }
  return null;
}

/** Whether this document is an open card. */
export function isOpenCard(): boolean {
  const isOfExtension =
    location.protocol.endsWith('-extension:') && location.pathname === '/src/entrypoints/card.html';
  return isOfExtension && document.querySelector('.card') !== null && !document.body.inert;
}

/** What a reader sees in a closed root: the rendered text of its elements. */
export function readRootText(root: ShadowRoot): string {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent includes style sheets and hidden text.
  return [...root.children].map((child) => (child instanceof HTMLElement ? child.innerText : '')).join('\n');
}

/** What a reader sees of a card. */
export function readCardText(card: Document): string {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent includes hidden text.
  return card.body.innerText;
}

/**
 * The same for a card that is fully rendered; empty before: content below the fold is rendered after the card appears
 * (`src/ui/card/card-page.tsx`).
 */
export function readWholeCardText(card: Document): string {
  // biome-ignore lint/performance/useDomNodeTextContent: textContent includes hidden text.
  return card.querySelector('.pack-provenance, .notice, .coming') ? card.body.innerText : '';
}

/** The box of an element in a card, scrolled into view within it; null if there is none. */
export function findBoxInCard(card: Document, selector: string): Box | null {
  const element = card.querySelector(selector);
  if (!element) return null;
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const box = element.getBoundingClientRect();
  return { x: box.x, y: box.y, width: box.width, height: box.height };
}

/** Resolves when all animations in the card have finished. */
export async function finishAnimations(card: Document): Promise<void> {
  await Promise.allSettled(card.getAnimations().map((animation) => animation.finished));
}

/** Of each focus ring in the page, whether it can be seen: boxes above all else whose content a page cannot see. */
export function readFocusRings(): boolean[] {
  return [...document.querySelectorAll('div:empty')]
    .filter((element) => getComputedStyle(element).zIndex === '2147483647')
    .map((element) => element.checkVisibility());
}
