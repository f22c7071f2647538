import { Readability } from '@mozilla/readability';
import { objectCharacter } from '../../matching/text/block-signs.ts';
import type { TextSpan } from '../../stories/text/article.ts';
import { isHuge } from '../dom/reading-limit.ts';
import { boilerplateKindOf } from '../reading/boilerplate.ts';
import { boilerplateHeading, headingSelector, outlinePage } from '../reading/page-outline.ts';
import { readUnseenBlocks } from '../reading/read-blocks.ts';
import type { TextBlock } from '../reading/text-block.ts';
import { isAside, isLinkLabel } from './aside-text.ts';

/** The text of an article: paragraphs separated by a blank line, and which of them the page set as quotations. */
export interface ArticleText {
  readonly text: string;
  readonly quotedBlocks: readonly TextSpan[];
}

interface Piece {
  readonly text: string;
  readonly element: Element;
  /** The share of its characters in links. */
  readonly linked: number;
  readonly isHeading: boolean;
}

/** Readability rejects shorter text as an article and tries again with looser rules. */
const minArticleLength = 250;
/**
 * Readability's time grows with the cube of the depth: seconds for 400 nested elements. Real pages have fewer
 * than 60.
 */
const maxDepth = 150;
/** Text of a sentence or more; shorter text is a label, date, byline or button. */
const minProseLength = 60;
/** More short pieces than this at the end are a list that belongs to the article. */
const maxLabels = 4;
/** An element with this share of the text is the article's own frame, whatever its class says. */
const frameShare = 0.4;

/**
 * The article's text, without the rest of the page. Readability (the library of Firefox's reader view)
 * locates the article. Captions, dates, links to other articles and the like, which it leaves in, are removed
 * piece by piece. If it finds nothing, the page's own outline is used. Does not change the document.
 */
export function readArticleText(document: Document): ArticleText {
  const pieces = isHuge(document) || isDeep(document) ? [] : readablePieces(document);
  return joinPieces(pieces.length > 0 ? pieces : outlinedPieces(document));
}

function readablePieces(document: Document): Piece[] {
  const copy = document.cloneNode(true) as Document;
  writeQuotationMarks(copy);
  markBoilerplate(copy);
  const content = new Readability<Element>(copy, {
    charThreshold: minArticleLength,
    serializer: (node) => node as Element,
  }).parse()?.content;
  return content ? choosePieces(piecesOf(readUnseenBlocks(content)), content) : [];
}

/** Whether elements are nested deeper than on any real page. */
function isDeep(document: Document): boolean {
  let depth = 0;
  for (let node: Element | null = document.documentElement; node !== null; ) {
    if (depth > maxDepth) return true;
    if (node.firstElementChild) {
      node = node.firstElementChild;
      depth += 1;
      continue;
    }
    while (node !== null && node.nextElementSibling === null) {
      node = node.parentElement;
      depth -= 1;
    }
    node = node?.nextElementSibling ?? null;
  }
  return false;
}

/**
 * Readability unwraps elements around single paragraphs, and so drops the classes that classify the
 * paragraph.
 */
const boilerplateMark = 'data-boilerplate';

function markBoilerplate(copy: Document): void {
  const prose = Array.from(copy.querySelectorAll('p'));
  const total = lengthOf(prose);
  for (const element of copy.querySelectorAll('body *')) {
    if (element.hasAttribute(boilerplateMark) || boilerplateKindOf(element) === null) continue;
    if (lengthOf(Array.from(element.querySelectorAll('p'))) > total * frameShare) continue;
    element.setAttribute(boilerplateMark, '');
    for (const inner of element.querySelectorAll('*')) inner.setAttribute(boilerplateMark, '');
  }
}

function lengthOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + (element.textContent ?? '').length, 0);
}

/** Browsers print the marks of `<q>` by style; plain text must contain them. */
function writeQuotationMarks(copy: Document): void {
  for (const element of copy.querySelectorAll('q')) {
    const isWritten = /^\s*["“„«‘'‚]/.test(element.textContent ?? '');
    const isInner = element.parentElement?.closest('q, [data-quotation]') != null;
    const [open, close] = isWritten ? ['', ''] : isInner ? ['‘', '’'] : ['“', '”'];
    // Not a `<q>`, or the block reader would add its marks as well.
    const plain = copy.createElement('span');
    plain.setAttribute('data-quotation', '');
    plain.append(open, ...element.childNodes, close);
    element.replaceWith(plain);
  }
}

function piecesOf(blocks: Iterable<TextBlock>): Piece[] {
  return Array.from(blocks).flatMap((block) => {
    const text = block.text.replaceAll(objectCharacter, ' ').replace(/\s+/g, ' ').trim();
    const element = block.nodes.find(({ data }) => /\S/.test(data))?.parentElement;
    if (text === '' || !element) return [];
    let linked = 0;
    for (const node of block.nodes) if (node.parentElement?.closest('a[href]')) linked += inkIn(node.data);
    const isHeading = element.closest(headingSelector) !== null;
    return [{ text, element, linked: linked / inkIn(text), isHeading }];
  });
}

function inkIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function outlinedPieces(document: Document): Piece[] {
  if (!document.body) return [];
  const blocks = Array.from(readUnseenBlocks(document.body));
  const outline = outlinePage(blocks);
  return piecesOf(blocks.filter((_, n) => outline.placeOf(n).isArticle));
}

function choosePieces(pieces: readonly Piece[], content: Element): Piece[] {
  const kept: Piece[] = [];
  let isBoilerplate = false;
  for (const piece of pieces) {
    if (isBoilerplateHeading(piece)) isBoilerplate = true;
    else if (isProse(piece) || (piece.isHeading && piece.linked < 0.9)) isBoilerplate = false;
    if (isBoilerplate || isExcluded(piece, content)) continue;
    kept.push(piece);
  }
  const first = kept.findIndex(isProse);
  const last = kept.findLastIndex((piece) => isProse(piece) || endsSentence(piece));
  // Before the first paragraph come headline, date and byline; after the last one labels, or a list that it
  // introduces.
  const isLabels = kept.length - 1 - last <= maxLabels;
  return first < 0 ? kept : kept.slice(first, isLabels ? last + 1 : kept.length);
}

function isProse({ text, linked, isHeading }: Piece): boolean {
  return !isHeading && linked < 0.5 && inkIn(text.replace(/https?:\S+/g, '')) >= minProseLength;
}

function endsSentence({ text, isHeading }: Piece): boolean {
  return !isHeading && /[.!?…]["”’»)]*$/.test(text);
}

function isBoilerplateHeading({ text, element, isHeading }: Piece): boolean {
  if (isLinkLabel(text)) return true;
  return (
    boilerplateHeading.test(text) && (isHeading || element.closest('strong, b') !== null || text.length < 40)
  );
}

function isExcluded(piece: Piece, content: Element): boolean {
  const { text, element, linked, isHeading } = piece;
  if (element.closest('nav, figcaption, aside, footer, form, button, menu, time, address') !== null)
    return true;
  const figure = element.closest('figure');
  if (figure !== null && figure.querySelector('blockquote, table') === null && !isFrame(figure, content))
    return true;
  const isTitle = isHeading && element.closest('li, h4, h5, h6') === null;
  if (linked >= 0.9 && !isTitle && element.closest('td, blockquote') === null) return true;
  return isAside(text) || element.hasAttribute(boilerplateMark);
}

function isFrame(element: Element, content: Element): boolean {
  return (element.textContent ?? '').length > (content.textContent ?? '').length * frameShare;
}

function joinPieces(pieces: readonly Piece[]): ArticleText {
  let text = '';
  const quotedBlocks: TextSpan[] = [];
  for (const piece of pieces) {
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += piece.text;
    if (piece.element.closest('blockquote') !== null) quotedBlocks.push({ start, end: text.length });
  }
  return { text, quotedBlocks };
}
