import { findClosedPage } from '../browser-api/page-access.ts';
import { findDisabledReason } from '../settings/page-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { siteOf } from '../settings/site-rules.ts';

/** What the toolbar button shows of a tab: Sidelight works there, is off everywhere, is off on this site, or has no way in. */
export type TabState = 'on' | 'disabled' | 'site' | 'closed';

/**
 * @param address as the browser tells it; undefined where it tells none, which it does for pages that it keeps to itself and for
 *   sites that the reader has not let Sidelight read
 */
export function getTabState(address: string | undefined, settings: Settings, ownOrigin: string): TabState {
  if (!settings.enabled) return 'disabled';
  if (address === undefined || address === '') return 'closed';
  const closed = findClosedPage(address, ownOrigin);
  // The welcome page has marks of its own; on the others there is nothing that could be switched on.
  if (closed === 'own-page') return 'on';
  if (closed !== null) return 'closed';
  const site = siteOf(address);
  return findDisabledReason(settings, { own: site, page: site }) ?? 'on';
}
