import { clearLeftHighlights } from './custom-highlight-painter.ts';
import { unwrapLeftMarks } from './left-marks.ts';
import { ringHostName } from './mention-ring.ts';

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
export function becomeOnlyInstance(world: object, isOpen: boolean): AbortSignal {
  const instances = world as { [instanceKey]?: Instance };
  instances[instanceKey]?.stop.abort();
  const stop = new AbortController();
  instances[instanceKey] = { stop, isOpen };
  return stop.signal;
}

/** Whether an instance that still runs has opened the page. */
export function isPageOpen(world: object): boolean {
  const instance = (world as { [instanceKey]?: Instance })[instanceKey];
  return instance?.isOpen === true && !instance.stop.signal.aborted;
}

/**
 * Takes away what an instance has left that could not clean up after itself: Firefox destroys a content script at once
 * when its extension goes, and leaves what it has put into the page (docs/browser-bugs.md). Costs every frame four
 * look-ups; shadow roots are cleared when they are met (`page-session.ts`).
 */
export function clearLeftovers(view: Window & typeof globalThis): void {
  const { document } = view;
  if (view.CSS.highlights) clearLeftHighlights(view.CSS.highlights);
  for (const host of document.querySelectorAll(`${ringHostName}, sidelight-notice`)) host.remove();
  for (const popover of document.querySelectorAll('[popover]')) if (isLeftCard(popover)) popover.remove();
  unwrapLeftMarks(document);
}

/**
 * Whether this is the box of a card (`card-frame.ts`), whose host bears no name by which a page could tell it: known by
 * what its closed root holds. Firefox alone lets a content script look there, and Firefox alone leaves cards.
 */
function isLeftCard(popover: Element): boolean {
  const { openOrClosedShadowRoot } = popover as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot?.querySelector('.box > iframe') != null;
}
