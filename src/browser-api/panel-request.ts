import browser from 'webextension-polyfill';
import type { PanelRequest } from '../contracts/panel-request.ts';

/** In `storage.session`: the panel may be open already, or only just be opening. */
const requestKey = 'panelRequest';

export function requestPanelTab(request: PanelRequest): Promise<void> {
  return browser.storage.session.set({ [requestKey]: request });
}

/** Calls back with the request that is waiting, if there is one, and with each later one, until `signal` aborts. */
export function watchPanelRequests(onRequest: (request: PanelRequest) => void, signal: AbortSignal): void {
  const { session } = browser.storage;
  const onChanged = (changes: Record<string, { readonly newValue?: unknown }>) => {
    const request = changes[requestKey]?.newValue;
    if (request !== undefined) onRequest(request as PanelRequest);
  };
  session.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => session.onChanged.removeListener(onChanged), { once: true });
  void session.get(requestKey).then(({ [requestKey]: waiting }) => {
    if (waiting !== undefined && !signal.aborted) onRequest(waiting as PanelRequest);
  });
}

/** A request is met once: a panel that is opened later begins with its overview. */
export function clearPanelRequest(): Promise<void> {
  return browser.storage.session.remove(requestKey);
}
