import type { ManifestV3Export } from '@crxjs/vite-plugin';
import packageJson from './package.json' with { type: 'json' };

export type TargetBrowser = 'chrome' | 'firefox';

/**
 * The extension's id for Firefox, which stores no settings for an extension without one. A UUID, because an
 * address-like id would claim a domain that the project does not own.
 */
export const geckoId = '{5b0c6a2e-8a4e-4a0b-9d1f-3c7f5e21d94a}';

/** The toolbar icons for pages where Sidelight is off; used by the background (`background/action-icon.ts`). */
export const offIcons = [16, 32, 48].map((size) => `assets/icons/sidelight-off-${size}.png`);

/** Opened by the background after the first installation; not in the manifest. */
export const welcomePage = 'src/entrypoints/welcome.html';

/** The side panel. crxjs finds it in Chromium's manifest; for Firefox the build must list it. */
export const panelPage = 'src/entrypoints/panel.html';

export const optionsPage = 'src/entrypoints/options.html';

/** Not in the manifest, so the build must list it. */
export const libraryPage = 'src/entrypoints/library.html';

/** The card, in the frame inside a page's box: the only file of ours that a page may frame (decision 080). */
export const cardPage = 'src/entrypoints/card.html';

const icons = {
  16: 'assets/icons/sidelight-16.png',
  32: 'assets/icons/sidelight-32.png',
  48: 'assets/icons/sidelight-48.png',
  128: 'assets/icons/sidelight-128.png',
};

/**
 * No `frame-ancestors`, which would apply to the card, too; the other pages are not web-accessible.
 * Only the extension's own files: no network (`connect-src` falls back to `default-src`), no inline code. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  // The example on the welcome page has a card, too.
  "frame-src 'self'",
].join('; ');

/** The files of the extension that a page may load. */
export function listWebAccessible(browser: TargetBrowser) {
  return [
    {
      resources: [cardPage],
      matches: ['<all_urls>'],
      // A new address for each session of Chromium; Firefox has one for each installation.
      ...(browser === 'chrome' && { use_dynamic_url: true }),
    },
  ];
}

const commands = {
  'next-mention': {
    suggested_key: { default: 'Alt+Shift+J' },
    description: '__MSG_commandNextMention__',
  },
  'previous-mention': {
    suggested_key: { default: 'Alt+Shift+K' },
    description: '__MSG_commandPreviousMention__',
  },
  'open-mention': {
    suggested_key: { default: 'Alt+Shift+L' },
    description: '__MSG_commandOpenMention__',
  },
  // Chromium allows four suggested keys. `S` is taken in ChromeOS; `U` opens no menu of Firefox in any of our languages.
  'keep-article': {
    suggested_key: { default: 'Alt+Shift+U' },
    description: '__MSG_commandKeepArticle__',
  },
};

/** The manifest for one browser; the two differ only where the browsers do. */
function describeExtension(browser: TargetBrowser) {
  const isFirefox = browser === 'firefox';
  return {
    manifest_version: 3,
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    version: packageJson.version,
    default_locale: 'en',
    icons,
    action: {
      default_popup: 'src/entrypoints/toolbar.html',
      default_title: '__MSG_extensionName__',
      default_icon: icons,
    },
    options_ui: { page: optionsPage, open_in_tab: true },
    background: isFirefox
      ? { scripts: ['src/entrypoints/background.ts'], type: 'module' }
      : { service_worker: 'src/entrypoints/background.ts', type: 'module' },
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['src/entrypoints/content.iife.ts'],
        run_at: 'document_idle',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    web_accessible_resources: listWebAccessible(browser),
    permissions: ['storage', 'scripting', 'contextMenus', ...(isFirefox ? [] : ['sidePanel'])],
    ...(isFirefox
      ? {
          // Otherwise Firefox opens the sidebar at installation.
          sidebar_action: {
            default_panel: panelPage,
            default_title: '__MSG_extensionName__',
            open_at_install: false,
          },
        }
      : { side_panel: { default_path: panelPage } }),
    host_permissions: ['<all_urls>'],
    content_security_policy: { extension_pages: contentSecurityPolicy },
    commands,
    ...(isFirefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: geckoId,
              // The first version with `data_collection_permissions`, on desktop and on Android.
              strict_min_version: '144.0',
              data_collection_permissions: { required: ['none'] },
            },
            // Declares support for Firefox for Android; what it lacks (commands, menus, windows, a sidebar) is optional.
            gecko_android: { strict_min_version: '144.0' },
          },
        }
      : // The first in which `storage.sync` and `storage.local` can be closed to content scripts (`storage/close-storage.ts`).
        { minimum_chrome_version: '140' }),
  };
}

/** For crxjs, whose own type lacks Firefox's keys and `match_origin_as_fallback`. */
export function makeManifest(browser: TargetBrowser): ManifestV3Export {
  return describeExtension(browser) as unknown as ManifestV3Export;
}
