import { expect, test } from 'vitest';
import { makeManifest } from '../../manifest.config.ts';

interface FirefoxManifest {
  readonly browser_specific_settings: Readonly<
    Record<'gecko' | 'gecko_android', { readonly strict_min_version: string }>
  >;
  readonly incognito?: string;
}

const manifest = makeManifest('firefox') as unknown as FirefoxManifest;

test('Firefox for Android is named, from a version on that knows all that the manifest says', () => {
  const { gecko, gecko_android } = manifest.browser_specific_settings;
  // `data_collection_permissions`: 140 on desktop, 142 on Android; `css_origin`: 144.
  expect(Number.parseInt(gecko.strict_min_version, 10)).toBeGreaterThanOrEqual(144);
  expect(Number.parseInt(gecko_android.strict_min_version, 10)).toBeGreaterThanOrEqual(144);
});

test.each(['chrome', 'firefox'] as const)('one background serves private windows, too, in %s', (browser) => {
  // A second process (`split`) would write the same settings in parallel and have no imported packs.
  expect((makeManifest(browser) as { incognito?: string }).incognito ?? 'spanning').toBe('spanning');
});
