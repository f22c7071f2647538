import { isHuge } from '../dom/reading-limit.ts';
import { isNoteElement } from './note-sign.ts';

/**
 * How an element relates to the text around and in it.
 * - `inline` flows within a line.
 * - `block` begins and ends a block; `break` does too, and has no text of its own to read.
 * - `line` ends a line; two in a row end a block.
 * - `island` is within a line and has text of its own (a button).
 * - `aside` has text of its own and leaves no gap (hidden or out of flow; known by layout alone).
 * - `object` is within a line like a letter (a picture, a control, code).
 * - `unseen` is nothing.
 */
export type TextFlow = 'inline' | 'block' | 'break' | 'line' | 'island' | 'aside' | 'object' | 'unseen';

/** All others count as inline, including unknown and custom elements. Layout decides once there are findings. */
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

/**
 * Editors that are not, or not wholly, contenteditable: CodeMirror 5 and 6, Monaco, ProseMirror, Quill,
 * TinyMCE, Ace.
 */
const editorClasses =
  '.CodeMirror,.cm-editor,.monaco-editor,.ProseMirror,.ql-editor,.ql-container,.mce-content-body,.ace_editor';
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i;
const certain = `[hidden],[aria-hidden="true"],[role="textbox"],${editorClasses}`;
/**
 * Elements that attributes may hide or make editable. One native selector, because reading each element's
 * attributes by script would be most of the cost of reading a page.
 */
const suspects = `${certain},[contenteditable],[style]`;

/** Whether attributes exclude an element's text; called for `suspects` only. */
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

/** How an element's text is read, ignoring its ancestors. */
export function flowOf(element: Element): TextFlow {
  const isSuspect = element.hasAttributes() && element.matches(suspects);
  return isSuspect ? flowGiven(element, isExcluded(element)) : flowOfName(element);
}

/** The same for all elements under `root`, valid until the page changes. */
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

/** Whether an element of this flow contains text of the page. */
function isText(flow: TextFlow): boolean {
  return flow === 'inline' || flow === 'block' || flow === 'island';
}

/**
 * Whether an element flows within a line, so that the text on both sides of its edges is one block. Custom
 * elements count only beside text: whole pages are made of them and would be read again at each change.
 */
export function isInlineElement(element: Element): boolean {
  if (flows.has(element.localName)) return false;
  return !element.localName.includes('-') || hasTextBeside(element);
}

export function hasTextBeside({ previousSibling, nextSibling }: Element): boolean {
  return [previousSibling, nextSibling].some((node) => node?.nodeType === 3 && node.nodeValue?.trim() !== '');
}

/** Whether an element's own text is skipped: hidden, typed, code, ours. Ignores its ancestors. */
export function isSkippedElement(element: Element): boolean {
  return !isText(flowOf(element));
}
