/**
 * Shows a line of words over the page until the next click or Esc: for what a reader must be told where no card can be. Travels as
 * text to pages whose content script is not there (`background/report-failure.ts`): it may use nothing but its argument and the page.
 * @param words which the page may come to read: nothing of packs, settings or the window
 */
export function showNotice(words: string): void {
  const world = globalThis as { [key: symbol]: HTMLElement | undefined };
  const key = Symbol.for('sidelight.notice');
  world[key]?.remove();
  // In XML under its own type `createElement` makes elements of no namespace.
  const html = 'http://www.w3.org/1999/xhtml';
  const host = document.createElementNS(html, 'div');
  world[key] = host;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new CSSStyleSheet();
  // What is important in a root overrides what is important in the page.
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
  // Nothing outside a modal dialog or a fullscreen element is shown while that is there.
  const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
  (dialog ?? document.fullscreenElement ?? document.documentElement).append(host);
  host.showPopover();
  // An alert is spoken when it changes while it is in the page, not when it arrives with its text.
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
