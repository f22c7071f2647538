import { afterEach, expect, test, vi } from 'vitest';
import { findBrowser, requireBrowser } from '../../../tools/browsers/find-browser.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('a browser named in the environment comes before all others', () => {
  vi.stubEnv('CHROMIUM_PATH', process.execPath);
  expect(findBrowser('chromium')).toBe(process.execPath);
});

test('a browser named in the environment that is not there is reported, not replaced', () => {
  vi.stubEnv('FIREFOX_PATH', '/nowhere/firefox');
  expect(findBrowser('firefox')).toBeUndefined();
  expect(() => requireBrowser('firefox')).toThrow(
    'FIREFOX_PATH says /nowhere/firefox, but no file is there. Correct or unset it.',
  );
});

test('where nothing can be installed the message says what to install', () => {
  vi.stubEnv('PATH', '/nowhere');
  vi.spyOn(process, 'getuid').mockReturnValue(1000);
  vi.spyOn(process, 'platform', 'get').mockReturnValue('linux');
  expect(() => requireBrowser('firefox')).toThrow(
    'No firefox found. On Debian or Ubuntu run: sudo apt-get install firefox-esr. On Fedora run: sudo dnf install firefox. Or set FIREFOX_PATH to the executable you have.',
  );
});
