import { runToCompletion } from '../../matching/text/run-to-completion.ts';
import { shadowHostOf } from '../dom/flat-tree.ts';
import { type BoilerplateKind, boilerplateKindOf } from './boilerplate.ts';
import type { TextBlock } from './text-block.ts';

export interface PageOutline {
  /** Whether a block belongs to the page's main content, and to which section of it. */
  placeOf(block: number): { readonly isArticle: boolean; readonly section: number };
}

/** Shorter pieces are labels, bylines, links; longer ones show where the prose is. */
const minProseLength = 60;
/** The article is the smallest element with this share of the page's prose; the rest allows for notes. */
const articleShare = 0.65;
/** An element with this share of the prose is the article's own frame, whatever its class says. */
const frameShare = 0.4;
/** If the prose outside discussions is below this share, the discussion is the page's main content. */
const discussionPageShare = 0.15;

/**
 * Separates the article from boilerplate, and its sections, by the structure of the page alone: landmarks,
 * roles, words in classes and ids, links, and where most of the prose is. Layout is read only for dialogs and
 * popovers: an open one is an article of its own. Keeps no state: a page that has grown is outlined again.
 *
 * On a page without an article (a forum, a list, documentation) the element with most of the prose takes its
 * place. If there is hardly any prose, the whole page does, without its landmarks.
 *
 * Cost: one look at the ancestors of each longer block, when the first place is requested.
 */
export function outlinePage(blocks: readonly TextBlock[]): PageOutline {
  let outline: PageOutline | undefined;
  return {
    placeOf(block) {
      outline ??= runToCompletion(outlineInSteps(blocks));
      return outline.placeOf(block);
    },
  };
}

/** The same in short steps, so that the caller can yield to the page between them. */
export function* outlineInSteps(blocks: readonly TextBlock[]): Generator<undefined, PageOutline> {
  const outline = new Outline(blocks);
  yield* outline.read();
  return outline;
}

interface Prose {
  readonly element: Element;
  readonly length: number;
  readonly isDiscussion: boolean;
}

const mainSelector = 'article, main, [role="main"]';

export const headingSelector = 'h1, h2, h3, h4, h5, h6, [role="heading"]';

/**
 * Headings over what follows the article. Only whole headings match, so that "Related work" and "Comments on
 * FRVT" stay.
 */
export const boilerplateHeading =
  /^(?:related (?:articles?|posts?|stories|content|photos|reading|topics|news|links)|(?:more|read more|latest|top stories) (?:from|in|on) [^.]{1,40}|more (?:stories|news|articles|headlines)|(?:you )?(?:may|might) also (?:like|be interested in)|recommended(?: for you| reading| stories)?|(?:most|trending|popular)(?: (?:read|popular|viewed|shared|now|stories|posts|news|on .{1,40}|in .{1,40}))?|trending|read next|up next|(?:\d+ )?comments?(?: \(\d+\))?|leave a (?:reply|comment)|share (?:this|on).{0,30}|about the authors?|sign up.{0,40}|subscribe.{0,40}|advertisement|tags?|tagged(?: in)?|explore more.{0,30}|follow us.{0,30}|mehr zum thema|das könnte sie auch interessieren|verwandte artikel|weitere artikel|meistgelesen|kommentare)[\s:.…]*$/i;

class Outline {
  readonly #blocks: readonly TextBlock[];
  readonly #kinds = new Map<Element, BoilerplateKind | null>();
  /** How much of the page's prose each element contains. */
  #prose: ReadonlyMap<Element, number> = new Map();
  readonly #sections: Int32Array;
  readonly #boilerplateSections = new Set<number>();
  #root: Element | null = null;
  #isDiscussionPage = false;

  constructor(blocks: readonly TextBlock[]) {
    this.#blocks = blocks;
    this.#sections = new Int32Array(blocks.length);
  }

  *read(): Generator<undefined, void> {
    const prose = yield* this.#readProse();
    const own = sumOf(prose.filter(({ isDiscussion }) => !isDiscussion));
    this.#isDiscussionPage = own < sumOf(prose) * discussionPageShare;
    const counted = prose.filter(({ isDiscussion }) => this.#isDiscussionPage || !isDiscussion);
    this.#prose = sumByElement(counted);
    yield;
    this.#root = this.#findRoot(counted);
    yield;
    yield* this.#numberSections();
  }

  placeOf(number: number): { isArticle: boolean; section: number } {
    const block = this.#blocks[number];
    const element = block && elementOf(block);
    const section = this.#sections[number] ?? 0;
    if (!element || this.#boilerplateSections.has(section)) return { isArticle: false, section };
    return { isArticle: this.#isArticle(element, block), section };
  }

  /** The longer blocks that are outside landmarks and are not lists of links. */
  *#readProse(): Generator<undefined, Prose[]> {
    const prose: Prose[] = [];
    for (const block of this.#blocks) {
      yield;
      const length = inkIn(block.text);
      const element = length < minProseLength ? null : elementOf(block);
      if (element === null || linkShare(block) > 0.5) continue;
      const kind = this.#strongestKind(element);
      if (kind !== 'landmark' && kind !== 'overlay')
        prose.push({ element, length, isDiscussion: kind === 'discussion' });
    }
    return prose;
  }

  /** The smallest element with most of the prose that is not boilerplate, or the landmark around it. */
  #findRoot(prose: readonly Prose[]): Element | null {
    const counted = prose.filter(({ element }) => !this.#isBoilerplate(element, null));
    const total = sumOf(counted);
    if (total < 2 * minProseLength) return null;
    let root: Element | null = null;
    // Elements with more than half of the prose are nested, so the last one inside another is innermost.
    for (const [element, sum] of sumByElement(counted)) {
      if (sum >= total * articleShare && (root === null || contains(root, element))) root = element;
    }
    return (root && closest(root, mainSelector)) ?? frameOf(root);
  }

  #isArticle(element: Element, block: TextBlock): boolean {
    const overlay = this.#overlayAround(element);
    if (!overlay && closest(element, 'h1') !== null && !this.#isBoilerplate(element, null)) return true;
    const root = overlay ?? this.#root;
    if (root !== null && !contains(root, element)) return false;
    if (this.#isBoilerplate(element, root)) return false;
    return !isTeaser(element, block, root);
  }

  /** The open dialog or popover around an element. */
  #overlayAround(element: Element): Element | null {
    let at: Element | null = element;
    while (at && this.#kindOf(at) !== 'overlay') at = parentOf(at);
    return at;
  }

  #isBoilerplate(element: Element, root: Element | null): boolean {
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

  #strongestKind(element: Element): BoilerplateKind | null {
    let found: BoilerplateKind | null = null;
    for (let at: Element | null = element; at; at = parentOf(at)) {
      const kind = this.#kindOf(at);
      if (kind === 'discussion') found = 'discussion';
      else if (kind === 'overlay' || (kind === 'landmark' && at.localName !== 'form')) return kind;
    }
    return found;
  }

  #kindOf(element: Element): BoilerplateKind | null {
    let kind = this.#kinds.get(element);
    if (kind === undefined) {
      const isPageFrame = element.localName === 'body' || element.localName === 'html';
      kind = isPageFrame ? null : boilerplateKindOf(element);
      // A header belongs to the site unless it is in the article, where it holds headline and standfirst.
      if (kind === null && element.localName === 'header' && !closest(element, mainSelector)) {
        kind = 'landmark';
      }
      this.#kinds.set(element, kind);
    }
    return kind;
  }

  *#numberSections(): Generator<undefined, void> {
    let last = 0;
    /** After a dialog or popover, the section around it continues. */
    const current = new Map<Element | null, number>([[null, 0]]);
    for (const [number, block] of this.#blocks.entries()) {
      yield;
      const element = elementOf(block);
      const overlay = element && this.#overlayAround(element);
      let section = current.get(overlay) ?? ++last;
      if (element && closest(element, headingSelector)) {
        if (this.#isArticle(element, block)) {
          section = ++last;
          if (boilerplateHeading.test(block.text.trim())) this.#boilerplateSections.add(section);
        }
      }
      current.set(overlay, section);
      this.#sections[number] = section;
    }
  }
}

function sumOf(prose: readonly Prose[]): number {
  return prose.reduce((sum, { length }) => sum + length, 0);
}

function sumByElement(prose: readonly Prose[]): Map<Element, number> {
  const sums = new Map<Element, number>();
  for (const { element, length } of prose) {
    for (let at: Element | null = element; at; at = parentOf(at)) sums.set(at, (sums.get(at) ?? 0) + length);
  }
  return sums;
}

/** A link around whole blocks is a teaser: articles put links into their paragraphs and headings. */
function isTeaser(element: Element, block: TextBlock, root: Element | null): boolean {
  const link = closest(element, 'a[href]');
  if (link !== null && link !== root && containsBlocks(link)) return true;
  if (linkShare(block) < 0.9) return false;
  // A link that fills its block is the article's own if it is a headline or list item; else it is a teaser's.
  return closest(element, 'p, li, h1, h2, h3, h4, h5, h6, td, th, dd, dt, blockquote, figcaption') === null;
}

function containsBlocks(link: Element): boolean {
  return link.querySelector('p, div, h1, h2, h3, h4, h5, h6, ul, ol, figure, section, article') !== null;
}

/**
 * If no landmark frames the prose: its parent, which usually contains the headline, unless that is the page
 * itself.
 */
function frameOf(root: Element | null): Element | null {
  const parent = root && parentOf(root);
  return parent === null || parent.localName === 'html' ? root : parent.localName === 'body' ? root : parent;
}

/** Visible characters: menus are mostly white space of the source. */
function inkIn(text: string): number {
  return text.replace(/\s+/g, '').length;
}

function linkShare(block: TextBlock): number {
  let linked = 0;
  for (const node of block.nodes) if (node.parentElement?.closest('a[href]')) linked += inkIn(node.data);
  return linked / inkIn(block.text);
}

function elementOf(block: TextBlock): Element | null {
  const node = block.nodes.find(({ data }) => /\S/.test(data)) ?? block.nodes[0];
  return node ? (node.parentElement ?? shadowHostOf(node.parentNode)) : null;
}

/** `Element.closest` across shadow roots. */
function closest(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = shadowHostOf(at.getRootNode())) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
}

/** `Node.contains` across shadow roots. */
function contains(outer: Element, element: Element): boolean {
  for (let at: Element | null = element; at; at = shadowHostOf(at.getRootNode())) {
    if (outer.contains(at)) return true;
  }
  return false;
}

/** The parent across shadow roots: above a root is its host. */
function parentOf(element: Element): Element | null {
  return element.parentElement ?? shadowHostOf(element.parentNode);
}
