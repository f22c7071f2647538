import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SiteRules } from '../../src/settings/settings.ts';
import { isSiteAllowed, readSitePattern, siteOf, switchSite } from '../../src/settings/site-rules.ts';

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
  ['https://www.example.org.:8080/news', 'example.org'],
  ['foo_bar.example.org', 'foo_bar.example.org'],
  ['_dmarc.example.org', '_dmarc.example.org'],
  ['-news.example.org', '-news.example.org'],
  ['news-.example.org', 'news-.example.org'],
  ['a--b.example.org', 'a--b.example.org'],
  ['r3---sn-4g5e6nz7.example', 'r3---sn-4g5e6nz7.example'],
  ['intranet', 'intranet'],
  ['LOCALHOST.', 'localhost'],
  ['127.1', '127.0.0.1'],
  ['0x7f.0.0.1', '127.0.0.1'],
  ['[::1]:8080', '[::1]'],
  ['http://[2001:DB8:0::1]/news', '[2001:db8::1]'],
  ['2001:db8::1', '[2001:db8::1]'],
  ['b%C3%BCcher.example', 'xn--bcher-kva.example'],
  ['BÜCHER.example', 'xn--bcher-kva.example'],
  ['例え。jp', 'xn--r8jz45g.jp'],
  ['example.org\\news', 'example.org'],
  ['www.www.example.org', 'example.org'],
  ['www.www.com', 'www.com'],
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
  ['exa,mple.org', 'not-a-host'],
  ['example..org', 'not-a-host'],
  ['.example.org', 'not-a-host'],
  ['a.*.org', 'not-a-host'],
  ['exam\tple.org', 'not-a-host'],
  [`${'a'.repeat(60)}.`.repeat(5), 'too-long'],
])('refuses "%s" as %s', (typed, problem) => {
  expect(readSitePattern(typed)).toEqual({ problem });
});

test.each([
  ['https://www.example.org/news', 'example.org'],
  ['http://foo_bar.example.org./', 'foo_bar.example.org'],
  ['http://-a.localhost:8080/', '-a.localhost'],
  ['https://www.gov.uk./browse', 'www.gov.uk'],
  ['http://user:pass@[::1]:3000/x@y', '[::1]'],
  ['http://intranet/', 'intranet'],
  ['file:///home/news.html', ''],
  ['file://server/news.html', ''],
  ['about:blank', ''],
  ['data:text/html,https://example.org/', ''],
  ['blob:https://example.org/0-1', ''],
  ['chrome-extension://abcdef/src/entrypoints/welcome.html', ''],
  // No rule can name these, so none is offered, especially none for another site.
  ['http://*.example.org/', ''],
  ['http://a,b.example.org/', ''],
  ['', ''],
])('the page %s is of the site "%s"', (address, site) => {
  expect(siteOf(address)).toBe(site);
});

const label = fc.stringMatching(/^[a-z0-9_-]{1,12}$/);
const address = fc
  .tuple(
    fc.constantFrom('', 'www.', 'www.www.'),
    fc.array(label, { minLength: 1, maxLength: 4 }),
    fc.constantFrom('', '.'),
  )
  .map(([before, labels, dot]) => `http://${before}${labels.join('.')}${dot}/news`)
  // The last part makes some of them numbers, and others invalid addresses.
  .filter((made) => URL.canParse(made));

test('whatever host a page has, switching its site off and on does just that, and the stored rule is read back unchanged', () => {
  fc.assert(
    fc.property(address, fc.constantFrom<SiteRules['mode']>('everywhere-but', 'only'), (made, mode) => {
      const { hostname } = new URL(made);
      const site = siteOf(made);
      expect(site).not.toBe('');
      expect(readSitePattern(site)).toEqual({ pattern: site });
      expect(readSitePattern(made)).toEqual({ pattern: site });
      expect(hostname.replace(/\.$/, '').replace(/^(?:www\.)*/, '')).toBe(site.replace(/^(?:www\.)*/, ''));
      for (const isOn of [true, false, true]) {
        expect(isSiteAllowed(hostname, switchSite({ mode, patterns: [] }, site, isOn))).toBe(isOn);
      }
    }),
  );
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
  ['news.example.org.', onlyExample, true],
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
