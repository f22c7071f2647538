import { doubleMarks, singleMarks } from '../../knowledge/text/character-classes.ts';
import { minAlpha, textRenderingOf } from '../dom/element-layout.ts';
import { composedParent } from '../dom/shadow-roots.ts';
import { isLabelInLine } from './note-sign.ts';
import { type ElementReading, readNodes } from './read-blocks.ts';
import type { TextBlock } from './text-block.ts';
import { flowOf, hasTextBeside, type TextFlow } from './text-flow.ts';

/** Neighbours searched on either side of a text for the end of its block: lines of a long list without blocks. */
const maxNeighbours = 500;

/**
 * The blocks that contain the given text as the page is laid out, with the rest of their text; in reading
 * order. Reads the computed style of each element there, which forces a style update if the page has changed.
 * So it is for blocks with findings only.
 * @param nodes in reading order, at least one
 */
export function readByLayout(nodes: readonly Text[]): TextBlock[] {
  const first = nodes[0] as Text;
  const last = nodes.at(-1) as Text;
  const layout = new LayoutReading(first);
  const container = layout.containerOf(first, last);
  const blocks: TextBlock[] = [];
  for (const one of readNodes(layout.neighbours(container, first, last), layout.within(container))) {
    if (one) blocks.push(one);
  }
  return blocks;
}

const noMarks = { open: '', close: '' };
const blockLike = /^(?:block|flow-root|flex|grid|table|list-item|-webkit-box|-moz-box)|^table-/;
const inlineBox = /^inline-(?:flex|grid|table|-webkit-box)|^-webkit-inline-box/;
/** A straight single mark that a style sheet prints is an apostrophe. */
const quotationMark = new RegExp(`(?!')[${doubleMarks}${singleMarks}「」『』]`, 'u');

class LayoutReading {
  readonly #win: Window;
  readonly #styles = new Map<Element, CSSStyleDeclaration>();

  constructor(node: Node) {
    this.#win = node.ownerDocument?.defaultView as Window;
  }

  /** The nearest element (or root) around both nodes that has a layout box of its own. */
  containerOf(first: Node, last: Node): Node {
    let current = first.parentNode as Node;
    while (!current.contains(last)) current = current.parentNode as Node;
    while (current.parentNode && current instanceof Element && this.#flowOf(current, false) === 'inline') {
      current = current.parentNode;
    }
    return current;
  }

  /**
   * The container's children from the one with the first node to the one with the last, and the siblings in
   * their lines.
   */
  neighbours(container: Node, first: Node, last: Node): Node[] {
    const nodes: Node[] = [];
    const from = childWith(container, first);
    const to = childWith(container, last);
    for (let node: Node | null = from; node; node = node === to ? null : node.nextSibling) nodes.push(node);
    const isAround = (node: Node | null): node is Node => node !== null && !this.#partsAround(node);
    for (let i = 0, node = from.previousSibling; i < maxNeighbours && isAround(node); i += 1) {
      nodes.unshift(node);
      node = node.previousSibling;
    }
    for (let i = 0, node = to.nextSibling; i < maxNeighbours && isAround(node); i += 1) {
      nodes.push(node);
      node = node.nextSibling;
    }
    // Read the container itself, so that the quotation marks around it are included.
    const isWhole = nodes[0] === container.firstChild && nodes.at(-1) === container.lastChild;
    return isWhole && container instanceof Element && this.#flowOf(container, false) === 'block'
      ? [container]
      : nodes;
  }

  /** How to read the elements of a container. */
  within(container: Node): ElementReading {
    const box = container instanceof Element ? container : composedParent(container);
    const isSeen = !(box instanceof Element) || this.#styleOf(box).visibility === 'visible';
    return {
      flowOf: (element) => this.#flowOf(element, isSeen),
      marksOf: (element) => this.#marksOf(element),
      isGenerous: false,
    };
  }

  #partsAround(node: Node): boolean {
    if (!(node instanceof Element)) return false;
    const flow = this.#flowOf(node, false);
    return flow === 'block' || flow === 'break';
  }

  /** @param isSeen whether the text beside the element in its line is visible */
  #flowOf(element: Element, isSeen: boolean): TextFlow {
    const named = flowOf(element);
    if (named === 'break' || named === 'unseen') return named;
    const { display, position, float, visibility } = this.#styleOf(element);
    const isOut =
      position === 'absolute' || position === 'fixed' || (float !== 'none' && !isInitial(element));
    if (display === 'none') return named === 'line' || named === 'object' ? 'unseen' : 'aside';
    if (named === 'line') return 'line';
    if (named === 'object') return isOut ? 'unseen' : blockLike.test(display) ? 'break' : 'object';
    if (display === 'contents') return 'inline';
    if (isOut || (isSeen && visibility !== 'visible' && this.#isSeenAround(element))) return 'aside';
    // Computed style calls every float a block, even the initial letter of a text.
    if (blockLike.test(display) && float === 'none') return 'block';
    if (isSeen && this.#isUnpainted(element) && hasTextBeside(element)) return 'aside';
    if (inlineBox.test(display)) return 'island';
    if (named === 'island') return 'island';
    return isLabelInLine(element) ? 'unseen' : 'inline';
  }

  #isSeenAround(element: Element): boolean {
    const around = composedParent(element);
    return !(around instanceof Element) || this.#styleOf(around).visibility === 'visible';
  }

  /** Text without size or ink. Where words fade in later, all are in elements, with no visible text beside. */
  #isUnpainted(element: Element): boolean {
    const { opacity, fontSize } = this.#styleOf(element);
    if (Number(opacity) < minAlpha || Number.parseFloat(fontSize) < 1) return true;
    return textRenderingOf(element).alpha < minAlpha;
  }

  #marksOf(element: Element): { open: string; close: string } {
    if (element.localName === 'slot') return noMarks;
    return {
      open: this.#markIn(element, '::before', 'open-quote', '“'),
      close: this.#markIn(element, '::after', 'close-quote', '”'),
    };
  }

  #markIn(element: Element, pseudo: string, keyword: string, mark: string): string {
    const { content, display } = this.#win.getComputedStyle(element, pseudo);
    if (display === 'none' || content === 'none' || content === 'normal' || content === '') return '';
    if (content.includes(keyword)) return mark;
    // A quoted string, as in a style sheet.
    return quotationMark.exec(content.replace(/^"|"$/g, '').replace(/\\"/g, '"'))?.[0] ?? '';
  }

  #styleOf(element: Element): CSSStyleDeclaration {
    const known = this.#styles.get(element);
    if (known) return known;
    const style = this.#win.getComputedStyle(element);
    this.#styles.set(element, style);
    return style;
  }
}

/** Whether an element is a drop cap with lines flowing around it, followed by the rest of its word. */
function isInitial({ textContent, nextSibling }: Element): boolean {
  return (
    /^\P{L}?\p{L}$/u.test(textContent?.trim() ?? '') && /^[\p{L}’']/u.test(nextSibling?.textContent ?? '')
  );
}

function childWith(container: Node, node: Node): Node {
  let child = node;
  while (child.parentNode && child.parentNode !== container) child = child.parentNode;
  return child;
}
