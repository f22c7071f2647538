/**
 * Calls `listen` now, and again whenever the document's own children change: `document.open` takes every listener off the
 * window and its nodes and the root out of the document, and no event tells (docs/browser-bugs.md). A listener that has
 * stayed is not added twice, as long as `listen` adds the same functions with the same options each time.
 */
export function reattachListeners(document: Document, listen: () => void, signal: AbortSignal): void {
  const win = document.defaultView;
  if (!win || signal.aborted) return;
  listen();
  // Observers, unlike listeners, stay.
  const rewritings = new win.MutationObserver(listen);
  rewritings.observe(document, { childList: true });
  signal.addEventListener('abort', () => rewritings.disconnect(), { once: true });
}
