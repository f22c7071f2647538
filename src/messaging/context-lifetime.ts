import browser from 'webextension-polyfill';

/** Name of the port by which a content script notices that its extension is gone. */
const lifetimePortName = 'lifetime';

/**
 * Aborts when the extension is reloaded, updated, switched off or removed under a running content script: the
 * script lives on in Chromium, but can no longer call anybody, and has to take its paint off the page.
 * Firefox destroys the script instead, so nothing is to be done there (and nothing could be).
 *
 * A disconnect alone does not prove it: Chromium also closes ports when it puts the background to sleep. What proves
 * it is that `runtime.id` has become undefined, a moment after the disconnect (docs/browser-bugs.md).
 */
export function watchContextLifetime(): AbortSignal {
  const controller = new AbortController();
  connect(controller);
  return controller.signal;
}

/** Lets content scripts hold their port; without anybody to connect to it would close at once. Nothing is heard or said by it. */
export function acceptLifetimePorts(): void {
  browser.runtime.onConnect.addListener(() => undefined);
}

// How long Chromium takes at most, with room to spare, to clear runtime.id after it closed the port.
const verdictDelayMs = 100;

function connect(controller: AbortController): void {
  try {
    const port = browser.runtime.connect({ name: lifetimePortName });
    port.onDisconnect.addListener(() => {
      // Chromium writes "Unchecked runtime.lastError" to the page's console unless somebody looks at it.
      void browser.runtime?.lastError;
      setTimeout(() => verify(controller), verdictDelayMs);
    });
  } catch {
    // `connect` throws "Extension context invalidated" and nothing else.
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
 * The background only went to sleep. A new port would wake it again, in every open tab, so from now on
 * the id alone is watched, and only while somebody can see the page.
 */
function watchById(controller: AbortController): void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible' && !isContextAlive()) controller.abort();
  }, idCheckMs);
  controller.signal.addEventListener('abort', () => clearInterval(timer), {
    once: true,
  });
}

/** False once the extension was reloaded or removed under this script; every call would be in vain. */
function isContextAlive(): boolean {
  try {
    return browser.runtime?.id !== undefined;
  } catch {
    return false;
  }
}
