/**
 * What an element is to the text around and in it:
 * `inline` flows within a line; `block` begins and ends a block, and so does `break`, which has no text of its own to read;
 * `object` stands in a line like a letter that is none of ours (a picture, a control, code); `unseen` is nothing at all.
 */
export type TextFlow = 'inline' | 'block' | 'break' | 'object' | 'unseen';

const elementsByFlow: Readonly<Record<Exclude<TextFlow, 'block'>, string>> = {
  inline:
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike ' +
    'strong sub sup time tt u var wbr',
  break: 'br hr pre xmp listing plaintext frameset head title datalist optgroup option',
  object:
    'img picture svg math canvas audio video object embed iframe frame input select textarea code kbd samp meter progress',
  unseen: 'script style noscript template noembed noframes link meta area param source track rp rt',
};

const flows = new Map<string, TextFlow>();
for (const [flow, names] of Object.entries(elementsByFlow)) {
  for (const name of names.split(' ')) flows.set(name, flow as TextFlow);
}

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i;
/** Editors that are not, or not wholly, contenteditable: CodeMirror 5 and 6, Monaco, ProseMirror, Quill, TinyMCE, Ace. */
const editorClass =
  /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ProseMirror|ql-editor|ql-container|mce-content-body|ace_editor)(?:\s|$)/;
/** Our own card's host; begins like everything of ours that a page can see. */
const ownElement = /^sidelight(?:-|$)/;

/** Whether attributes say that an element's text is not to be read: hidden, typed by the reader, or ours. */
function isLeftOut(element: Element, name: string): boolean {
  if (ownElement.test(name)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  if (element.getAttribute('role') === 'textbox') return true;
  const style = element.getAttribute('style');
  if (style !== null && hiddenStyle.test(style)) return true;
  const className = element.getAttribute('class');
  return (className !== null && editorClass.test(className)) || ownElement.test(element.id);
}

/** How an element's text is read; its ancestors are not asked. */
export function flowOf(element: Element): TextFlow {
  const name = element.localName;
  const flow = flows.get(name) ?? 'block';
  if (flow !== 'inline' && flow !== 'block') return flow;
  if (!isLeftOut(element, name)) return flow;
  if (flow === 'block') return 'break';
  return element.hasAttribute('contenteditable') || element.hasAttribute('role') ? 'object' : 'unseen';
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
