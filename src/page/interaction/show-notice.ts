/**
 * Shows a line of words over the page until the next click or Esc: for what a reader must be told where no card can be. Travels as
 * text to pages whose content script is not there (`background/report-failure.ts`): it may use nothing but its arguments and the page.
 * @param words which the page may come to read: nothing of packs, settings or the window
 * @param styles the text of `show-notice.css`
 */
export function showNotice(words: string, styles: string): void {
  const world = globalThis as { [key: symbol]: HTMLElement | undefined };
  const key = Symbol.for('sidelight.notice');
  world[key]?.remove();
  // In a document of an XML type `createElement` makes elements without a namespace.
  const html = 'http://www.w3.org/1999/xhtml';
  const host = document.createElementNS(html, 'div');
  world[key] = host;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  root.adoptedStyleSheets = [sheet];
  const line = document.createElementNS(html, 'p');
  line.role = 'alert';
  line.dir = 'auto';
  root.append(line);
  // Outside an open modal dialog or fullscreen element nothing is shown.
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  (dialog ?? document.fullscreenElement ?? document.documentElement).append(host);
  host.showPopover();
  // An alert is announced when it changes in the page, not when it is inserted with its text.
  requestAnimationFrame(() => {
    line.textContent = words;
  });
  const end = new AbortController();
  const leave = (event: Event) => {
    if (!event.isTrusted || (event instanceof KeyboardEvent && event.key !== 'Escape')) return;
    end.abort();
    host.remove();
  };
  for (const type of ['pointerdown', 'keydown']) {
    addEventListener(type, leave, { capture: true, signal: end.signal });
  }
}
