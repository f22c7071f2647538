import { isIgnored } from './block-container.ts';
import type { TextBlock } from './text-block.ts';

/** Words of code and of tables are marked up by other elements. */
const ofText = 'a,b,big,em,font,i,mark,small,span:not([class]),strong,sub,sup,tt,u';
/** Characters at the start of a text by which it is classified. */
const maxSampleLength = 20_000;
/** Text with fewer sentences is an address, a line of output or a verse. */
const minSentences = 2;
/** At most one character in this many may be a sign that is common in code and rare in prose. */
const charactersToSign = 40;

/**
 * The `pre` elements in `place`, itself included, whose text is prose, as in bills and mailing lists. Others
 * contain code, tables or drawings, and are skipped (decision 098).
 */
export function findProse(place: Node): Element[] {
  if (!('querySelectorAll' in place)) return [];
  const found = [...(place as ParentNode).querySelectorAll('pre')];
  if (place instanceof Element && place.localName === 'pre') found.unshift(place as HTMLPreElement);
  return found.filter((pre) => isProse(pre) && !(pre.parentNode && isIgnored(pre.parentNode)));
}

/**
 * All text of a `pre` as one block: its line ends and spaces separate nothing else. Undefined if there is
 * none.
 */
export function readProse(pre: Element): TextBlock | undefined {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  const walker = pre.ownerDocument.createTreeWalker(pre, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    nodes.push(node as Text);
    starts.push(text.length);
    text += (node as Text).data;
  }
  return nodes.length > 0 ? { text, nodes, starts } : undefined;
}

function isProse(pre: Element): boolean {
  if (pre.matches('[hidden],[contenteditable]') || pre.querySelector(`:not(${ofText})`)) return false;
  return readsAsProse(pre.textContent ?? '');
}

/** Whether preformatted text reads as sentences. Ignores marks of quoted lines (`> `). */
export function readsAsProse(text: string): boolean {
  const sample = text.slice(0, maxSampleLength).replace(/^[\s>|]+/gm, '');
  const sentences = sample.match(/\p{Ll}[)"”’]?[.!?][)"”’]?\s+["“‘(]?\p{Lu}\p{Ll}*\s/gu)?.length ?? 0;
  const signs = sample.match(/[{}<>=;_|\\$#*+[\]~^`]/g)?.length ?? 0;
  return sentences >= minSentences && signs * charactersToSign <= sample.length;
}
