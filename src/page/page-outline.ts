import { type FurnitureKind, furnitureKindOf } from './furniture.ts';
import type { TextBlock } from './text-block.ts';

export interface PageOutline {
  /** Whether a block belongs to what the page is there for, and to which section of it. */
  placeOf(block: number): { readonly isArticle: boolean; readonly section: number };
}

/** Shorter pieces are labels, bylines, links; what is longer tells where the prose is. */
const shortestProse = 60;
/** The article is the smallest element that holds this share of the page's prose: two thirds leave room for notes. */
const articleShare = 0.65;
/** An element with so much of the prose is the article's own frame, whatever its class says. */
const frameShare = 0.4;
/** Where less prose than this share stands outside of discussions, the discussion is what the page is there for. */
const discussionPageShare = 0.15;

/**
 * Tells the article from its furniture, and its sections, by the structure of the page alone: landmarks, roles,
 * words in classes and ids, links, and where most of the prose stands. Nothing is laid out and nothing is kept
 * of a page; a page that has grown is outlined anew.
 *
 * On a page that is no article (a forum, a list, documentation) the element with most of the prose takes its place;
 * where there is hardly any prose the whole page does, landmarks apart.
 *
 * Cost: a look at the ancestors of each longer block, once, when the first place is asked for.
 */
export function outlinePage(blocks: readonly TextBlock[]): PageOutline {
  let outline: Outline | undefined;
  return {
    placeOf(block) {
      outline ??= new Outline(blocks);
      return outline.placeOf(block);
    },
  };
}

class Outline {
  readonly #blocks: readonly TextBlock[];
  readonly #kinds = new Map<Element, FurnitureKind | null>();
  readonly #prose = new Map<Element, number>();
  readonly #sections: Int32Array;
  readonly #root: Element | null;
  readonly #isDiscussionPage: boolean;

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks;
    const { all, own } = this.#weighProse();
    this.#isDiscussionPage = own < all * discussionPageShare;
    this.#root = this.#findRoot();
    this.#sections = this.#numberSections();
  }

  placeOf(number: number): { isArticle: boolean; section: number } {
    const block = this.#blocks[number];
    const element = block && elementOf(block);
    return {
      isArticle: element ? this.#isArticle(element, block) : false,
      section: this.#sections[number] ?? 0,
    };
  }

  /** Prose of the page with and without discussions; furniture of other kinds counts for neither. */
  #weighProse(): { all: number; own: number } {
    let all = 0;
    let own = 0;
    for (const block of this.#blocks) {
      const length = block.text.length;
      const element = length < shortestProse ? null : elementOf(block);
      if (element === null || linkShare(block) > 0.5) continue;
      for (let at: Element | null = element; at; at = parentOf(at)) {
        this.#prose.set(at, (this.#prose.get(at) ?? 0) + length);
      }
      const kind = this.#strongestKind(element);
      if (kind === null) own += length;
      if (kind === null || kind === 'discussion') all += length;
    }
    return { all, own };
  }

  /** The smallest element with most of the prose that is not furniture. */
  #findRoot(): Element | null {
    const sums = new Map<Element, number>();
    let total = 0;
    for (const block of this.#blocks) {
      const element = block.text.length < shortestProse ? null : elementOf(block);
      if (element === null || linkShare(block) > 0.5 || this.#isFurniture(element, null)) continue;
      total += block.text.length;
      for (let at: Element | null = element; at; at = parentOf(at)) {
        sums.set(at, (sums.get(at) ?? 0) + block.text.length);
      }
    }
    if (total < 2 * shortestProse) return null;
    let root: Element | null = null;
    // Elements with more than half of it lie within one another; the one with the least that is enough is innermost.
    for (const [element, sum] of sums) {
      if (sum >= total * articleShare && (root === null || root.contains(element))) root = element;
    }
    return root?.closest('article, main, [role="main"]') ?? frameOf(root);
  }

  #isArticle(element: Element, block: TextBlock): boolean {
    if (element.closest('h1') !== null && !this.#isFurniture(element, null)) return true;
    if (this.#root !== null && !this.#root.contains(element)) return false;
    if (this.#isFurniture(element, this.#root)) return false;
    return !isTeaser(element, block, this.#root);
  }

  #isFurniture(element: Element, root: Element | null): boolean {
    for (let at: Element | null = element; at !== null && at !== root; at = parentOf(at)) {
      const kind = this.#kindOf(at);
      if (kind === null || (kind === 'discussion' && this.#isDiscussionPage)) continue;
      if (kind === 'word' && this.#isFrame(at)) continue;
      // ASP.NET wraps the whole page in one form.
      if (at.localName === 'form' && this.#isFrame(at)) continue;
      return true;
    }
    return false;
  }

  #isFrame(element: Element): boolean {
    const whole = this.#prose.get(element.ownerDocument.documentElement) ?? 0;
    return (this.#prose.get(element) ?? 0) > whole * frameShare;
  }

  #strongestKind(element: Element): FurnitureKind | null {
    let found: FurnitureKind | null = null;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const kind = this.#kindOf(at);
      if (kind === 'discussion') found = 'discussion';
      else if (kind === 'landmark' && at.localName !== 'form') return 'landmark';
    }
    return found;
  }

  #kindOf(element: Element): FurnitureKind | null {
    let kind = this.#kinds.get(element);
    if (kind === undefined) {
      const isPageFrame = element.localName === 'body' || element.localName === 'html';
      kind = isPageFrame ? null : furnitureKindOf(element);
      // A header is the site's own unless it stands in the article, where it holds headline and standfirst.
      if (
        kind === null &&
        element.localName === 'header' &&
        !element.closest('article, main, [role="main"]')
      ) {
        kind = 'landmark';
      }
      this.#kinds.set(element, kind);
    }
    return kind;
  }

  #numberSections(): Int32Array {
    const sections = new Int32Array(this.#blocks.length);
    let section = 0;
    this.#blocks.forEach((block, number) => {
      const element = elementOf(block);
      const isHeading = element?.closest('h1, h2, h3, h4, h5, h6, [role="heading"]');
      if (element && isHeading && this.#isArticle(element, block)) section += 1;
      sections[number] = section;
    });
    return sections;
  }
}

/** A link around whole blocks is a teaser: articles put links into their paragraphs and headings. */
function isTeaser(element: Element, block: TextBlock, root: Element | null): boolean {
  const link = element.closest('a[href]');
  if (link !== null && link !== root && holdsBlocks(link)) return true;
  if (linkShare(block) < 0.9) return false;
  // A link that fills its block is a headline or an item of a list of the article, or it is a teaser's.
  return element.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, figcaption') === null;
}

function holdsBlocks(link: Element): boolean {
  return link.querySelector('p, div, h1, h2, h3, h4, h5, h6, ul, ol, figure, section, article') !== null;
}

/** Where no landmark frames the prose: its parent, which holds the headline as a rule, unless that is the page itself. */
function frameOf(root: Element | null): Element | null {
  const parent = root?.parentElement ?? null;
  return parent === null || parent.localName === 'html' ? root : parent.localName === 'body' ? root : parent;
}

function linkShare(block: TextBlock): number {
  let linked = 0;
  for (const node of block.nodes) if (node.parentElement?.closest('a[href]')) linked += node.length;
  return linked / block.text.length;
}

function elementOf(block: TextBlock): Element | null {
  const node = block.nodes.find(({ data }) => /\S/.test(data)) ?? block.nodes[0];
  return node?.parentElement ?? hostOf(node);
}

/** The page goes on above a shadow root at its host. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element);
}

function hostOf(node: Node | undefined): Element | null {
  const root = node?.parentNode;
  return root && 'host' in root ? (root.host as Element) : null;
}
