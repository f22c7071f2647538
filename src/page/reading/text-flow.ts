import { isHuge } from '../dom/reading-limit.ts';
import { isNoteElement } from './note-sign.ts';

/**
 * What an element is to the text around and in it:
 * `inline` flows within a line; `block` begins and ends a block, and so does `break`, which has no text of its own to read; `line`
 * ends a line, and with another one a block; `island` stands in a line and has a text of its own (a button), and
 * `aside` has one and leaves no gap (what is hidden or out of the flow, told by layout alone);
 * `object` stands in a line like a letter that is none of ours (a picture, a control, code); `unseen` is nothing at all.
 */
export type TextFlow = 'inline' | 'block' | 'break' | 'line' | 'island' | 'aside' | 'object' | 'unseen';

/** All others are taken for inline, as unknown and custom elements are: what layout parts is asked where something was found. */
const elementsByFlow = {
  block:
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup legend li main menu nav ol p search section summary table tbody td tfoot th thead tr ul',
  break: 'hr pre xmp listing plaintext frameset head title datalist optgroup option',
  line: 'br',
  island: 'button',
  object:
    'img picture svg math canvas audio video object embed iframe frame input select textarea code kbd samp meter progress',
  unseen: 'script style noscript template noembed noframes rp rt',
} as const satisfies Record<Exclude<TextFlow, 'inline' | 'aside'>, string>;

const flows = new Map<string, TextFlow>();
for (const [flow, names] of Object.entries(elementsByFlow)) {
  for (const name of names.split(' ')) flows.set(name, flow as TextFlow);
}

function flowOfName(element: Element): TextFlow {
  const name = element.localName;
  if ((name === 'sup' || name === 'sub') && isNoteElement(element)) return 'unseen';
  return flows.get(name) ?? 'inline';
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
function isExcluded(element: Element): boolean {
  if (element.matches(certain)) return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const style = element.getAttribute('style');
  return style !== null && hiddenStyle.test(style);
}

function flowGiven(element: Element, isOut: boolean): TextFlow {
  const flow = flowOfName(element);
  if (!isOut || !isText(flow)) return flow;
  if (flow === 'block') return 'break';
  return element.hasAttribute('contenteditable') || element.hasAttribute('role') ? 'object' : 'unseen';
}

/** How an element's text is read; its ancestors are not asked. */
export function flowOf(element: Element): TextFlow {
  const isSuspect = element.hasAttributes() && element.matches(suspects);
  return isSuspect ? flowGiven(element, isExcluded(element)) : flowOfName(element);
}

/** The same for all elements under `root`, for as long as the page stands still. */
export function readFlows(root: Node): (element: Element) => TextFlow {
  if (!('querySelectorAll' in root) || isHuge(root)) return flowOf;
  const leftOut = new Set<Element>();
  for (const element of (root as ParentNode).querySelectorAll(suspects)) {
    if (isExcluded(element)) leftOut.add(element);
  }
  const isElement = root.nodeType === 1;
  if (isElement && isExcluded(root as Element)) leftOut.add(root as Element);
  if (leftOut.size === 0) return flowOfName;
  return (element) => flowGiven(element, leftOut.has(element));
}

/** Whether there is text of the page in an element of this flow. */
function isText(flow: TextFlow): boolean {
  return flow === 'inline' || flow === 'block' || flow === 'island';
}

/**
 * Whether an element flows within a line, so that the text on both sides of its edges is one block. Custom elements only where they
 * stand beside text: whole pages are made of them, and would be read again at each change.
 */
export function isInlineElement(element: Element): boolean {
  if (flows.has(element.localName)) return false;
  return !element.localName.includes('-') || hasTextBeside(element);
}

export function hasTextBeside({ previousSibling, nextSibling }: Element): boolean {
  return [previousSibling, nextSibling].some((node) => node?.nodeType === 3 && node.nodeValue?.trim() !== '');
}

/** Whether the text in an element is left alone: hidden, typed, code, ours. Its ancestors are not asked. */
export function isSkippedElement(element: Element): boolean {
  return !isText(flowOf(element));
}
