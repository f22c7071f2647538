import browser from 'webextension-polyfill';
import type { KeepOutcome } from '../../contracts/kept-calls.ts';
import { readStoredSettings } from '../../storage/read-stored-settings.ts';
import { flashBadge } from '../badge.ts';

/** The outcome of keeping, or what failed, in a language (`settings.language`). */
export type SayOutcome = (language: string, outcome: KeepOutcome | { readonly error: unknown }) => string;

/**
 * What keeps the article in a tab for the context menu and the keyboard command, which have no surface of their own. The
 * outcome is shown by the toolbar button, its words in the button's title: a page must not learn that it was kept, and
 * it can read whatever is drawn on it.
 */
export function keepFromOutside(
  keepTab: (tabId: number) => Promise<KeepOutcome>,
  say: SayOutcome,
): (tabId: number) => Promise<void> {
  return async (tabId) => {
    const outcome = await keepTab(tabId).catch((error: unknown) => ({ error }));
    const { language } = await readStoredSettings();
    const isKept = 'kept' in outcome;
    // A tab that was closed in the meantime has no button.
    await browser.action.setTitle({ tabId, title: say(language, outcome) }).catch(() => undefined);
    await flashBadge(tabId, isKept ? '✓' : '!').catch(() => undefined);
  };
}
