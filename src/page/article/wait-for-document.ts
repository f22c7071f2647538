/** Then what has been loaded is the page: one of its scripts hangs. */
const maxLoadingMs = 3_000;

/** Resolves when the document has been read to its end, or does not get any further. */
export function waitForDocument(document: Document): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    setTimeout(resolve, maxLoadingMs);
  });
}
