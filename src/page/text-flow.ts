import { isHuge } from './reading-limit.ts';

/**
 * What an element is to the text around and in it:
 * `inline` flows within a line; `block` begins and ends a block, and so does `break`, which has no text of its own to read;
 * `object` stands in a line like a letter that is none of ours (a picture, a control, code); `unseen` is nothing at all.
 */
export type TextFlow = 'inline' | 'block' | 'break' | 'object' | 'unseen';

const elementsByFlow = {
  inline:
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike ' +
    'strong sub sup time tt u var wbr',
  break: 'br hr pre xmp listing plaintext frameset head title datalist optgroup option',
  object:
    'img picture svg math canvas audio video object embed iframe frame input select textarea code kbd samp meter progress',
  unseen: 'script style noscript template noembed noframes link meta area param source track rp rt',
} as const satisfies Record<Exclude<TextFlow, 'block'>, string>;

const flows = new Map<string, TextFlow>();
for (const [flow, names] of Object.entries(elementsByFlow)) {
  for (const name of names.split(' ')) flows.set(name, flow as TextFlow);
}

/** Editors that are not, or not wholly, contenteditable: CodeMirror 5 and 6, Monaco, ProseMirror, Quill, TinyMCE, Ace. */
const editorClasses =
  '.CodeMirror,.cm-editor,.monaco-editor,.ProseMirror,.ql-editor,.ql-container,.mce-content-body,.ace_editor';
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i;
const certain = `[hidden],[aria-hidden="true"],[role="textbox"],${editorClasses}`;
/**
 * Elements that attributes may hide, or that the reader types in. One selector for the browser, because asking each element for
 * its attributes by script is what reading a page would mostly consist of.
 */
const suspects = `${certain},[contenteditable],[style]`;

/** Whether attributes say that an element's text is not to be read; asked of `suspects` only. */
function isLeftOut(element: Element): boolean {
  if (element.matches(certain)) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const style = element.getAttribute('style');
  return style !== null && hiddenStyle.test(style);
}

function flowGiven(element: Element, isOut: boolean): TextFlow {
  const flow = flows.get(element.localName) ?? 'block';
  if (!isOut || (flow !== 'inline' && flow !== 'block')) return flow;
  if (flow === 'block') return 'break';
  return element.hasAttribute('contenteditable') || element.hasAttribute('role') ? 'object' : 'unseen';
}

/** How an element's text is read; its ancestors are not asked. */
export function flowOf(element: Element): TextFlow {
  const isSuspect = element.hasAttributes() && element.matches(suspects);
  return isSuspect ? flowGiven(element, isLeftOut(element)) : (flows.get(element.localName) ?? 'block');
}

/** The same for all elements under `root`, for as long as the page stands still. */
export function readFlows(root: Node): (element: Element) => TextFlow {
  if (!('querySelectorAll' in root) || isHuge(root)) return flowOf;
  const leftOut = new Set<Element>();
  for (const element of (root as ParentNode).querySelectorAll(suspects)) {
    if (isLeftOut(element)) leftOut.add(element);
  }
  const isElement = root.nodeType === 1;
  if (isElement && isLeftOut(root as Element)) leftOut.add(root as Element);
  if (leftOut.size === 0) return (element) => flows.get(element.localName) ?? 'block';
  return (element) => flowGiven(element, leftOut.has(element));
}

/** Whether an element flows within a line, so that the text on both sides of its edges is one block. */
export function isInlineElement(element: Element): boolean {
  return flows.get(element.localName) === 'inline';
}

/** Whether the text in an element is left alone: hidden, typed, code, ours. Its ancestors are not asked. */
export function isSkippedElement(element: Element): boolean {
  const flow = flowOf(element);
  return flow !== 'inline' && flow !== 'block';
}
