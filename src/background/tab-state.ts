import { findClosedPage } from '../browser-api/page-access.ts';
import { findDisabledReason } from '../settings/page-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { siteOf } from '../settings/site-rules.ts';

/**
 * What the toolbar button shows for a tab: Sidelight works there, is off everywhere, is off on this site, or
 * has no access.
 */
export type TabState = 'on' | 'disabled' | 'site' | 'closed';

/**
 * @param address from the browser; undefined if the browser hides it, as for its internal pages and for sites
 * that Sidelight may not read
 */
export function getTabState(address: string | undefined, settings: Settings, ownOrigin: string): TabState {
  if (!settings.enabled) return 'disabled';
  if (address === undefined || address === '') return 'closed';
  const closed = findClosedPage(address, ownOrigin);
  // The welcome page has marks of its own; the other pages have nothing to switch on.
  if (closed === 'own-page') return 'on';
  if (closed !== null) return 'closed';
  const site = siteOf(address);
  return findDisabledReason(settings, { own: site, page: site }) ?? 'on';
}
