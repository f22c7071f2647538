import type { ActivePage, PageObstacle } from '../../contracts/active-page.ts';
import type { TextKey } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { isSiteAllowed } from '../../settings/site-rules.ts';

/** What one click does to fix it. */
export type Remedy = 'switch-on' | 'switch-site-on' | 'request-reading' | 'open-file-access' | 'reload';

/** A message shown in place of the lists. */
export interface ToolbarNotice {
  readonly text: TextKey;
  readonly remedy?: { readonly kind: Remedy; readonly label: TextKey };
}

/** Messages for what keeps Sidelight out of a page, in the popup and the side panel. */
export const obstacles: Readonly<Record<PageObstacle, ToolbarNotice>> = {
  'browser-page': { text: 'toolbarBrowserPage' },
  store: { text: 'toolbarStore' },
  restricted: { text: 'toolbarRestricted' },
  source: { text: 'toolbarSource' },
  'own-page': { text: 'toolbarOwnPage' },
  viewer: { text: 'toolbarViewer' },
  files: { text: 'toolbarFiles', remedy: { kind: 'open-file-access', label: 'toolbarAllowFiles' } },
  permission: {
    text: 'toolbarPermission',
    remedy: { kind: 'request-reading', label: 'toolbarAllowReading' },
  },
  'not-reached': { text: 'toolbarNotReached', remedy: { kind: 'reload', label: 'toolbarReload' } },
};

/**
 * What stops Sidelight on the page, and its remedy; undefined if nothing does. Order: what cannot be changed, what the
 * reader chose, then the rest. On a page that may not be read, switching Sidelight on would still show nothing.
 */
export function findNotice(page: ActivePage, settings: Settings): ToolbarNotice | undefined {
  const obstacle = page.obstacle === null ? undefined : obstacles[page.obstacle];
  if (obstacle !== undefined && obstacle.remedy === undefined) return obstacle;
  if (!settings.enabled) {
    return { text: 'toolbarStoppedDisabled', remedy: { kind: 'switch-on', label: 'toolbarSwitchOn' } };
  }
  if (page.obstacle === null && page.site === '') {
    // In “only listed sites” mode a file is on no list.
    return page.stoppedBy === 'site' && settings.sites.mode === 'only'
      ? { text: 'toolbarStoppedOnly' }
      : undefined;
  }
  if (page.site !== '' && !isSiteAllowed(page.site, settings.sites)) {
    const remedy = { kind: 'switch-site-on', label: 'toolbarSwitchSiteOn' } as const;
    return { text: settings.sites.mode === 'only' ? 'toolbarStoppedOnly' : 'toolbarStoppedSite', remedy };
  }
  return obstacle;
}
