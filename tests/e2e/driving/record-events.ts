/**
 * What a page can get by listening: functions that run in the page, each on its own (`tools/browsers/call-in-page.ts`).
 */

/** A node of the document that is in no tree of the page's own. */
export interface Reached {
  /** The node's name. */
  readonly name: string;
  /** All texts and attributes around it. */
  readonly text: string;
  /** The number of controls that could be pressed there. */
  readonly controls: number;
}

export interface RecordedEvents {
  readonly reached: readonly Reached[];
  readonly text: string;
  /** The key of every key event. */
  readonly keys: readonly string[];
  /** The number of events of any kind. */
  readonly count: number;
}

interface EventRecord {
  readonly nodes: Set<Node>;
  readonly texts: Set<string>;
  readonly keys: string[];
  count: number;
}

/** Runs first in the page: records every node and text that any event exposes. */
export function recordEvents(): void {
  const eventRecord: EventRecord = { nodes: new Set(), texts: new Set(), keys: [], count: 0 };
  Object.assign(globalThis, { eventRecord });
  const fields = [
    ...['target', 'srcElement', 'currentTarget', 'relatedTarget', 'fromElement', 'toElement', 'submitter'],
    // Firefox only.
    ...['explicitOriginalTarget', 'originalTarget', 'composedTarget', 'rangeParent', 'relatedNode'],
  ];
  const keepSelection = (): void => {
    const selection = getSelection();
    for (const name of ['anchorNode', 'focusNode', 'baseNode', 'extentNode'])
      keep((selection as unknown as Record<string, unknown> | null)?.[name]);
    eventRecord.texts.add(selection?.toString() ?? '');
    for (let at = 0; at < (selection?.rangeCount ?? 0); at += 1) {
      const range = selection?.getRangeAt(at);
      keep(range?.startContainer);
      keep(range?.endContainer);
      keep(range?.commonAncestorContainer);
      eventRecord.texts.add(range?.toString() ?? '');
    }
  };
  const keep = (found: unknown): void => {
    if (found instanceof Node) eventRecord.nodes.add(found);
  };
  const record = (event: Event): void => {
    eventRecord.count += 1;
    for (const name of fields) {
      try {
        keep((event as unknown as Record<string, unknown>)[name]);
      } catch {
        // Some of these cannot be read on every event.
      }
    }
    for (const target of event.composedPath()) keep(target);
    if (event instanceof InputEvent)
      for (const range of event.getTargetRanges()) keep((range as StaticRange).startContainer);
    if (event instanceof KeyboardEvent) eventRecord.keys.push(event.key);
    const data = (event as DragEvent).dataTransfer ?? (event as ClipboardEvent).clipboardData;
    for (const type of data?.types ?? []) eventRecord.texts.add(data?.getData(type) ?? '');
    keepSelection();
  };
  const types = new Set([
    'focusin',
    'focusout',
    'DOMActivate',
    'textInput',
    'DOMMouseScroll',
    'selectionchange',
  ]);
  for (const prototype of [HTMLElement.prototype, Document.prototype, window])
    for (const name in prototype) if (name.startsWith('on')) types.add(name.slice(2));
  for (const type of types) addEventListener(type, record, true);
}

/** What has been exposed so far. */
export function readRecordedEvents(): RecordedEvents {
  const { eventRecord } = globalThis as unknown as { eventRecord: EventRecord };
  const reached: Reached[] = [];
  for (const node of eventRecord.nodes) {
    const root = node.getRootNode();
    if (root === document || !node.isConnected) continue;
    const attributes: string[] = [];
    let controls = 0;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const element = walker.currentNode as HTMLElement;
      for (const { name, value } of element.attributes) attributes.push(`${name}=${value}`);
      if (element.matches('a, button, input, summary, select, [tabindex]:not(iframe)')) controls += 1;
      const inner = (element as HTMLIFrameElement).contentDocument;
      if (inner) attributes.push(inner.documentElement.outerHTML);
    }
    reached.push({ name: node.nodeName, text: [root.textContent, ...attributes].join(' '), controls });
  }
  return {
    reached,
    text: [...eventRecord.texts].join(' '),
    keys: eventRecord.keys,
    count: eventRecord.count,
  };
}
