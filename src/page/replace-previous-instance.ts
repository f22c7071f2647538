import { clearStaleHighlights } from './highlighting/css-highlighter.ts';
import { unwrapStaleMarks } from './highlighting/stale-marks.ts';

const instanceKey = Symbol.for('sidelight.page');

interface Instance {
  readonly stop: AbortController;
  /** Whether the page is read and followed, not only watched until it may have something to show. */
  readonly isOpen: boolean;
}

/**
 * Makes this the only instance of Sidelight in its document: stops an older one of the same world, and aborts
 * when a newer one starts. An instance that opens the page replaces the one that watched it. An open tab also
 * gets a new instance when the extension is installed or updated, when its packs change, and when Sidelight
 * is switched on for it.
 */
export function replacePreviousInstance(world: object, isOpen: boolean): AbortSignal {
  const instances = world as { [instanceKey]?: Instance };
  instances[instanceKey]?.stop.abort();
  const stop = new AbortController();
  instances[instanceKey] = { stop, isOpen };
  return stop.signal;
}

const earlyKey = Symbol.for('sidelight.early');

/**
 * Whether the content script runs for the second time in a document, the first having been injected before
 * the document was complete (`background/inject-early.ts`). The first run then continues.
 */
export function isStartedAlready(world: object): boolean {
  const starts = world as { [earlyKey]?: boolean };
  const isStarted = starts[earlyKey];
  starts[earlyKey] = document.readyState === 'loading';
  return isStarted === true;
}

/** Whether a running instance has opened the page. */
export function isPageOpen(world: object): boolean {
  const instance = (world as { [instanceKey]?: Instance })[instanceKey];
  return instance?.isOpen === true && !instance.stop.signal.aborted;
}

/**
 * Removes stale marks of an instance that could not clean up: Firefox destroys a content script at once when
 * its extension is removed, and leaves what it added to the page (docs/browser-bugs.md). Recognises them by
 * this document's own names, which a page cannot guess. Shadow roots are cleared when they are discovered
 * (`page-session.ts`).
 */
export function clearStaleMarks(win: Window & typeof globalThis, nameOf: (word: string) => string): void {
  const { document } = win;
  if (win.CSS.highlights) clearStaleHighlights(win.CSS.highlights, nameOf);
  unwrapStaleMarks(document, nameOf('mark'));
  // Only Firefox lets a content script look into closed roots this way, and only Firefox leaves cards and
  // focus rings.
  if (!('openOrClosedShadowRoot' in win.Element.prototype)) return;
  for (const host of document.querySelectorAll<OpenedHost>('div:empty')) {
    if (host.openOrClosedShadowRoot?.querySelector(`.${nameOf('shown')}`)) host.remove();
  }
}

type OpenedHost = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
