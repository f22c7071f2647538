import browser from 'webextension-polyfill';
import { injectIntoOpenTabs } from './inject-scripts.ts';

const registrationId = 'ask-always';

/**
 * Injects the content script into every open tab, where it starts again. In Firefox that script knows the
 * words of the built-in pack alone, unless a script that runs before it says otherwise. This class registers
 * that script while the reader has packs of their own.
 */
export class PageStart {
  readonly #script: string;
  readonly #isWanted: () => Promise<boolean>;

  /**
   * @param script makes the content script ask about every text
   * @param isWanted whether that is needed; never in a browser whose content script always asks
   */
  constructor(script: string, isWanted: () => Promise<boolean>) {
    this.#script = script;
    this.#isWanted = isWanted;
  }

  /** Call it when the packs have changed. */
  async begin(): Promise<void> {
    await this.#register();
    await injectIntoOpenTabs((await this.#isWanted()) ? [this.#script] : []);
  }

  /** Call it at the browser's start, and after installation and updates: Firefox then drops registered scripts. */
  async registerAgain(): Promise<void> {
    if (await this.#register()) await this.begin();
  }

  /** @returns whether anything was changed */
  async #register(): Promise<boolean> {
    const isWanted = await this.#isWanted();
    const registered = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId] });
    if (registered.length > 0 === isWanted) return false;
    if (!isWanted) {
      await browser.scripting.unregisterContentScripts({ ids: [registrationId] });
      return true;
    }
    const everywhere = { matches: ['<all_urls>'], allFrames: true, matchOriginAsFallback: true };
    await browser.scripting.registerContentScripts([
      { id: registrationId, js: [this.#script], runAt: 'document_start', ...everywhere },
    ]);
    return true;
  }
}
