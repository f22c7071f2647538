import { clearLeftHighlights } from './custom-highlight-painter.ts';
import { unwrapLeftMarks } from './left-marks.ts';
import { ringHostName } from './mention-ring.ts';

const instanceKey = Symbol.for('sidelight.page');

/**
 * Makes this the only instance of the content script in its document: stops an older one of the same world, and aborts
 * when a newer one comes. A tab gets a second one when the extension is installed or updated while it is open.
 */
export function becomeOnlyInstance(world: object): AbortSignal {
  const instances = world as { [instanceKey]?: AbortController };
  instances[instanceKey]?.abort();
  const own = new AbortController();
  instances[instanceKey] = own;
  return own.signal;
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
  for (const popover of document.querySelectorAll(':popover-open')) if (isLeftCard(popover)) popover.remove();
  unwrapLeftMarks(document);
}

/**
 * Whether this is the box of a card (`ui/card-popover.ts`), whose host bears no name by which a page could tell it: known by
 * what its closed root holds. Firefox alone lets a content script look there, and Firefox alone leaves cards.
 */
function isLeftCard(popover: Element): boolean {
  const { openOrClosedShadowRoot } = popover as { readonly openOrClosedShadowRoot?: ShadowRoot | null };
  return openOrClosedShadowRoot?.querySelector('.box > .card[role="dialog"]') != null;
}
