/**
 * Shows a line of text over the page until the next click or Esc, for messages where no card is possible.
 * Serialised into pages without a content script (`background/report-failure.ts`): it must use only its
 * argument and the page.
 * @param words which the page may read: nothing of packs, settings or the window
 */
export function showNotice(words: string): void {
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
  // `!important` inside a root overrides `!important` of the page.
  sheet.replaceSync(
    ':host{all:initial!important;position:fixed!important;inset:auto 0 16px!important;margin:0 auto!important;width:fit-content!important;max-width:min(440px,100vw - 32px)!important}' +
      'p{margin:0;padding:12px 16px;border:1px solid #888;border-radius:8px;background:#fff;color:#17324d;font:15px/1.4 system-ui,sans-serif;overflow-wrap:anywhere}' +
      '@media(prefers-color-scheme:dark){p{background:#1b1f24;color:#eee}}@media print{:host{display:none!important}}',
  );
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
