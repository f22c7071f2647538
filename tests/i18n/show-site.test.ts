import { expect, test } from 'vitest';
import { showSite } from '../../src/i18n/show-site.ts';

const shownHostOf = (name: string): string => new URL(`https://${name}`).hostname;

test.each([
  'example.org',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'foo_bar.example',
  '-a.example',
  'xn--a.example',
  'xn--.example',
])('%s is shown as it is', (site) => {
  expect(showSite(site)).toBe(site);
});

test.each([
  'bücher.example',
  'straße.example',
  'nachrichten.österreich.example',
  'dziennik-łódź.pl',
  'việtnam.example',
  'газета.example',
  'пример.рф',
  'рис.рус',
  'εφημερίδα.gr',
  'צהובים.example',
  'صحيفة.example',
  'समाचार.example',
  'ข่าว.example',
  '例え.jp',
  '日本のニュース24.jp',
  'newsニュース.jp',
  '新聞.tw',
  '뉴스.kr',
  '乾燥肌・石けん.jp',
])('%s is shown as its readers write it', (name) => {
  expect(shownHostOf(name)).toMatch(/xn--/);
  expect(showSite(shownHostOf(name))).toBe(name);
});

test.each([
  ['all lookalikes of Latin letters', 'аррӏе.com'],
  ['lookalikes with a number', 'хсо2.com'],
  ['Greek lookalikes', 'ουτι.com'],
  ['Latin and Cyrillic', 'pаypal.com'],
  ['Latin and Greek', 'gοοgle.com'],
  ['Cyrillic and Latin', 'толстой-in-russian.example'],
  ['Cyrillic and Greek', 'жλ.example'],
  ['a Latin letter that looks like another', 'ɡoogle.com'],
  ['an i without its dot', 'mıcrosoft.com'],
  ['a mark that no letter takes in', 'x̂news.com'],
  ['the same mark twice', 'gruz̀̀ere.ch'],
  ['Latin with marks between Chinese letters', '新é聞.tw'],
  ['a script that no browser shows', 'ᏣᎳᎩ.example'],
  ['a sign', 'i♥ny.example'],
])('%s: %s stays in ASCII, part by part', (_case, name) => {
  const [label = ''] = shownHostOf(name).split('.');
  expect(label).toMatch(/^xn--/);
  expect(showSite(shownHostOf(`${name.split('.')[0]}.bücher.org`))).toBe(`${label}.bücher.org`);
});
