/**
 * Copies a text to the clipboard. Insecure pages have no clipboard API, and the permissions policy of some pages
 * refuses it; the caller then shows the text for copying by hand. `document.execCommand('copy')` is no alternative: it
 * changes the page's selection and fires the page's own copy handlers, which may replace the text.
 */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
