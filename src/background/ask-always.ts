import browser from 'webextension-polyfill';

const registrationId = 'ask-always';

/**
 * Has a script run in every page from now on, or no more: the one that makes the content script ask about every text.
 * Kept across sessions by the browser.
 * @throws where the browser refuses the registration
 */
export async function registerAskAlways(script: string, isWanted: boolean): Promise<void> {
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId] });
  if (registered.length > 0 === isWanted) return;
  if (!isWanted) {
    await browser.scripting.unregisterContentScripts({ ids: [registrationId] });
    return;
  }
  const everywhere = { matches: ['<all_urls>'], allFrames: true, matchOriginAsFallback: true };
  await browser.scripting.registerContentScripts([
    { id: registrationId, js: [script], runAt: 'document_start', persistAcrossSessions: true, ...everywhere },
  ]);
}
