import browser from 'webextension-polyfill';
import { forgetKeptChange } from '../../storage/kept-change.ts';

/**
 * Deletes, when the browser starts, what the last change of its former run has replaced: no page offers to undo that any
 * more, and an article that the reader deleted is not to stay for good.
 */
export function forgetUndoAtStart(): void {
  browser.runtime.onStartup.addListener(() => void forgetKeptChange().catch(() => undefined));
}
