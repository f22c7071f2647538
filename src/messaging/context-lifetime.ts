import browser from 'webextension-polyfill';

/** Name of the port by which a content script notices that its extension has gone. */
const lifetimePortName = 'lifetime';

/**
 * Aborts when the extension is reloaded, updated, disabled or removed under a running content script. In
 * Chromium the script keeps running, but cannot make calls any more and has to remove its marks. Firefox
 * destroys the script instead, so this does nothing there.
 *
 * A disconnect alone is no proof: Chromium also closes ports when it suspends the background. The proof is
 * that `runtime.id` becomes undefined, a moment after the disconnect (docs/browser-bugs.md).
 */
export function watchContextLifetime(): AbortSignal {
  const controller = new AbortController();
  connect(controller);
  return controller.signal;
}

/** Accepts the ports of content scripts, which would otherwise close at once. They carry no messages. */
export function acceptLifetimePorts(): void {
  browser.runtime.onConnect.addListener(() => undefined);
}

// The longest that Chromium takes to clear runtime.id after it closed the port, with a margin.
const verdictDelayMs = 100;

function connect(controller: AbortController): void {
  try {
    const port = browser.runtime.connect({ name: lifetimePortName });
    port.onDisconnect.addListener(() => {
      // Chromium logs "Unchecked runtime.lastError" to the page's console unless it is read.
      void browser.runtime?.lastError;
      setTimeout(() => verify(controller), verdictDelayMs);
    });
  } catch {
    // `connect` throws only "Extension context invalidated".
    controller.abort();
  }
}

function verify(controller: AbortController): void {
  if (!isContextAlive()) controller.abort();
  else watchById(controller);
}

// Reading `runtime.id` is free; a reader who reloads an extension does not notice two seconds.
const idCheckMs = 2000;

/**
 * The background was only suspended. A new port would wake it again, from every open tab. So from now on poll
 * the id alone, and only while the page is visible.
 */
function watchById(controller: AbortController): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && !isContextAlive()) controller.abort();
  }, idCheckMs);
  controller.signal.addEventListener('abort', () => clearInterval(timer), {
    once: true,
  });
}

/** False once the extension was reloaded or removed under this script; every call would then fail. */
function isContextAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
