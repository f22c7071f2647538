import { afterEach, beforeEach } from 'vitest';

/** A page of its own for each test of a file, in a frame whose content and visibility the test can set. */
export interface TestFrame {
  readonly win: Window & typeof globalThis;
  readonly document: Document;
  /** Aborted after the test. */
  readonly stop: AbortController;
  write(html: string): void;
  /** Makes the tab visible or hidden. */
  turn(next: DocumentVisibilityState): void;
}

/** @param visibility at the beginning; by default the browser's */
export function prepareFrame(visibility?: DocumentVisibilityState): TestFrame {
  let frame: HTMLIFrameElement;
  let stop: AbortController;
  let current = visibility;
  const readView = () => frame.contentWindow as Window & typeof globalThis;
  beforeEach(() => {
    stop = new AbortController();
    current = visibility;
    frame = document.body.appendChild(document.createElement('iframe'));
    if (visibility === undefined) return;
    Object.defineProperty(readView().document, 'visibilityState', { get: () => current });
  });
  afterEach(() => {
    stop.abort();
    frame.remove();
  });
  return {
    get win() {
      return readView();
    },
    get document() {
      return readView().document;
    },
    get stop() {
      return stop;
    },
    write(html) {
      const page = readView().document;
      page.open();
      page.write(html);
      page.close();
    },
    turn(next) {
      current = next;
      readView().document.dispatchEvent(new Event('visibilitychange'));
    },
  };
}
