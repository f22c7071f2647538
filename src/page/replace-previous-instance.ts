import { clearStaleHighlights } from './highlighting/css-highlighter.ts';
import { unwrapStaleMarks } from './highlighting/stale-marks.ts';

const instanceKey = Symbol.for('sidelight.page');

interface Instance {
  readonly stop: AbortController;
  /** The page is read and followed, and not only watched until it may have something to show. */
  readonly isOpen: boolean;
}

/**
 * Makes this the only instance of Sidelight in its document: stops an older one of the same world, and aborts when a newer one
 * comes. One that opens the page takes the place of the one that watched it; a tab also gets a new one when the extension is
 * installed or updated while it is open, when its packs change, and when Sidelight is switched on for it.
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
 * Whether this is the second time that the content script is brought to a document, the first having been before the document had
 * all come (`background/inject-early.ts`): what runs since then goes on.
 */
export function isStartedAlready(world: object): boolean {
  const starts = world as { [earlyKey]?: boolean };
  const isStarted = starts[earlyKey];
  starts[earlyKey] = document.readyState === 'loading';
  return isStarted === true;
}

/** Whether an instance that still runs has opened the page. */
export function isPageOpen(world: object): boolean {
  const instance = (world as { [instanceKey]?: Instance })[instanceKey];
  return instance?.isOpen === true && !instance.stop.signal.aborted;
}

/**
 * Takes away what an instance has left that could not clean up after itself: Firefox destroys a content script at once
 * when its extension goes, and leaves what it has put into the page (docs/browser-bugs.md). Nothing is ours that does not bear a
 * name of this document, which no page could think of. Shadow roots are cleared when they are met (`page-session.ts`).
 */
export function clearStaleMarks(win: Window & typeof globalThis, nameOf: (word: string) => string): void {
  const { document } = win;
  if (win.CSS.highlights) clearStaleHighlights(win.CSS.highlights, nameOf);
  unwrapStaleMarks(document, nameOf('mark'));
  // Only Firefox lets a content script look into closed roots so, and only Firefox leaves cards and rings.
  if (!('openOrClosedShadowRoot' in win.Element.prototype)) return;
  for (const host of document.querySelectorAll<OpenedHost>('div:empty')) {
    if (host.openOrClosedShadowRoot?.querySelector(`.${nameOf('shown')}`)) host.remove();
  }
}

type OpenedHost = Element & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
