import type { TextBlock } from './text-block.ts';

/** Elements that flow within a line of text; every other element begins and ends a block. */
const inlineElements = new Set(
  (
    'a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q ruby rb s small span strike ' +
    'strong sub sup time tt u var wbr'
  ).split(' '),
);

/** Elements whose text is no prose of the page: code, controls, drawings, formulas, embedded documents. */
const skippedElements = new Set(
  (
    'script style noscript template textarea input select option optgroup datalist code pre kbd ' +
    'samp math svg canvas audio video object embed iframe frame frameset noembed noframes head title meter progress ' +
    'rp rt xmp plaintext listing'
  ).split(' '),
);

const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i;
const editorClass =
  /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ProseMirror|ql-editor|ql-container|mce-content-body|ace_editor|sidelight-host)(?:\s|$)/;

/** Whether an element flows within a line, so that the text on both sides of its edges is one block. */
export function isInlineElement(element: Element): boolean {
  return inlineElements.has(element.localName);
}

/** Whether the text in an element is left alone: hidden, typed, code, ours. Its ancestors are not asked. */
export function isSkippedElement(element: Element): boolean {
  return isSkipped(element, element.localName);
}

function isSkipped(element: Element, name: string): boolean {
  if (skippedElements.has(name)) return true;
  if (!element.hasAttributes()) return false;
  if (element.hasAttribute('hidden') || element.getAttribute('aria-hidden') === 'true') return true;
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  if (element.getAttribute('role') === 'textbox') return true;
  const style = element.getAttribute('style');
  if (style && hiddenStyle.test(style)) return true;
  const className = element.getAttribute('class');
  return className !== null && editorClass.test(className);
}

/** Reads the page under `root` piece by piece, in reading order; text that is hidden, typed or code is left out. */
export function* readBlocks(root: Node): Generator<TextBlock, void, undefined> {
  let nodes: Text[] = [];
  const queue: TextBlock[] = [];
  const close = () => {
    const block = makeBlock(nodes);
    if (block) queue.push(block);
    nodes = [];
  };
  function* visit(node: Node): Generator<TextBlock, void, undefined> {
    if (node.nodeType === 3) {
      nodes.push(node as Text);
      return;
    }
    if (node.nodeType === 1) {
      const name = (node as Element).localName;
      const isInline = inlineElements.has(name);
      const skipped = isSkipped(node as Element, name);
      if (!isInline) close();
      if (!skipped) for (let child = node.firstChild; child; child = child.nextSibling) yield* visit(child);
      if (!isInline || skipped) close();
    } else if (node.nodeType === 9 || node.nodeType === 11) {
      for (let child = node.firstChild; child; child = child.nextSibling) yield* visit(child);
    }
    while (queue.length > 0) yield queue.shift() as TextBlock;
  }
  yield* visit(root);
  close();
  yield* queue;
}

const anyText = /\S/;

function makeBlock(nodes: Text[]): TextBlock | null {
  let text = '';
  const starts: number[] = [];
  for (const node of nodes) {
    starts.push(text.length);
    text += node.data;
  }
  return anyText.test(text) ? { text, nodes, starts } : null;
}
