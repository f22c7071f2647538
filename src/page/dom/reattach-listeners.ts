/**
 * Calls `listen` now and whenever the document's own children change. `document.open` removes every listener
 * from the window and its nodes, and the root from the document, without an event (docs/browser-bugs.md).
 * `listen` must add the same functions with the same options each time, so that a surviving listener is not
 * added twice.
 */
export function reattachListeners(document: Document, listen: () => void, signal: AbortSignal): void {
  const win = document.defaultView;
  if (!win || signal.aborted) return;
  listen();
  // Observers, unlike listeners, survive.
  const rewritings = new win.MutationObserver(listen);
  rewritings.observe(document, { childList: true });
  signal.addEventListener('abort', () => rewritings.disconnect(), { once: true });
}
