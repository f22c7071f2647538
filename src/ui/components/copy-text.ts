/**
 * Puts a text on the clipboard. Insecure pages have no clipboard API and some pages' permissions policy refuses it;
 * the caller then shows the text to be copied by hand. (`document.execCommand('copy')` would reach into the page's selection
 * and fire the page's own copy handlers, which may replace the text.)
 */
export async function copyText(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return false;
  }
}
