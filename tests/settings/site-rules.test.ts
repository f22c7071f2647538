import { expect, test } from 'vitest';
import type { SiteRules } from '../../src/settings/settings.ts';
import { isSiteAllowed, readSitePattern, switchSite } from '../../src/settings/site-rules.ts';

test.each([
  ['example.org', 'example.org'],
  ['  Example.ORG ', 'example.org'],
  ['https://www.example.org/news?x#y', 'example.org'],
  ['www.example.co.uk', 'example.co.uk'],
  ['*.example.org', 'example.org'],
  ['http://user:pass@example.org:8080/', 'example.org'],
  ['localhost:3000', 'localhost'],
  ['127.0.0.1', '127.0.0.1'],
  ['example.org.', 'example.org'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['www.com', 'www.com'],
  ['https://www.gov.uk/browse', 'www.gov.uk'],
  ['www.gob.mx', 'www.gob.mx'],
  ['*.www.gov.uk', 'www.gov.uk'],
  ['gov.uk', 'gov.uk'],
  ['www.service.gov.uk', 'service.gov.uk'],
  ['www.gov.example', 'gov.example'],
  ['www.gov.com', 'gov.com'],
])('understands "%s" as %s', (typed, pattern) => {
  expect(readSitePattern(typed)).toEqual({ pattern });
});

test.each([
  ['', 'empty'],
  ['   ', 'empty'],
  ['two words', 'not-a-host'],
  ['https://', 'not-a-host'],
  ['exa_mple!.org', 'not-a-host'],
  ['-example.org', 'not-a-host'],
  [`${'a'.repeat(60)}.`.repeat(5), 'too-long'],
])('refuses "%s" as %s', (typed, problem) => {
  expect(readSitePattern(typed)).toEqual({ problem });
});

const butExample: SiteRules = { mode: 'everywhere-but', patterns: ['example.org'] };
const onlyExample: SiteRules = { mode: 'only', patterns: ['example.org'] };

test.each([
  ['example.org', butExample, false],
  ['news.example.org', butExample, false],
  ['notexample.org', butExample, true],
  ['example.org.evil.net', butExample, true],
  ['', butExample, true],
  ['NEWS.example.org', onlyExample, true],
  ['other.net', onlyExample, false],
])('decides on host "%s" by the rules', (host, sites, isAllowed) => {
  expect(isSiteAllowed(host, sites)).toBe(isAllowed);
});

test.each([butExample, onlyExample])(
  'a site that is switched on works, and off does not ($mode)',
  (sites) => {
    for (const host of ['other.net', 'example.org', 'news.example.org']) {
      expect(isSiteAllowed(host, switchSite(sites, host, true))).toBe(true);
      expect(isSiteAllowed(host, switchSite(sites, host, false))).toBe(false);
    }
  },
);

test('switching off a site at the root of a registry leaves the other sites there as they are', () => {
  const reading = readSitePattern('www.gov.uk');
  const off = switchSite(butExample, 'pattern' in reading ? reading.pattern : '', false);
  expect(isSiteAllowed('www.gov.uk', off)).toBe(false);
  expect(isSiteAllowed('www.service.gov.uk', off)).toBe(true);
});

test('switching a site off twice lists it once', () => {
  const off = switchSite(switchSite(butExample, 'a.net', false), 'a.net', false);
  expect(off.patterns).toEqual(['example.org', 'a.net']);
});
