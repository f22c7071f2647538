import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { readPageDate } from '../../../src/page/reading/page-date.ts';

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

describe('the date a page gives itself', () => {
  it.each([
    [
      'article:published_time',
      '<meta property="article:published_time" content="2020-06-10T21:00:00Z">',
      '2020-06-10',
    ],
    ['JSON-LD of an article', jsonLd({ '@type': 'NewsArticle', datePublished: '2020-06-11' }), '2020-06-11'],
    [
      'JSON-LD in a graph',
      jsonLd({
        '@graph': [
          { '@type': 'WebSite' },
          { '@type': 'NewsArticle', datePublished: '2019-01-24T10:00:00-05:00' },
        ],
      }),
      '2019-01-24',
    ],
    [
      'an article before the page around it',
      jsonLd([
        { '@type': 'WebPage', datePublished: '2024-01-01' },
        { '@type': ['NewsArticle'], datePublished: '2020-06-10' },
      ]),
      '2020-06-10',
    ],
    [
      'the day in the writer’s time zone',
      '<meta property="article:published_time" content="2020-06-10T23:30:00-04:00">',
      '2020-06-10',
    ],
    ['microdata', '<span itemprop="datePublished" content="2018-07-26">yesterday</span>', '2018-07-26'],
    ['compact digits', '<meta name="pubdate" content="20200610">', '2020-06-10'],
    ['words', '<meta name="date" content="June 10, 2020">', '2020-06-10'],
    [
      'a time element of the article',
      '<article><time datetime="2020-06-12T08:00">Friday</time></article>',
      '2020-06-12',
    ],
  ])('is read from %s', (_, html, expected) => {
    expect(readPageDate(new JSDOM(html).window.document)).toBe(expected);
  });

  it.each([
    ['nothing', '<p>June 10, 2020</p>'],
    ['a day that is none', '<meta property="article:published_time" content="2020-02-31">'],
    ['a forgotten default', '<meta property="article:published_time" content="1970-01-01T00:00:00Z">'],
    ['broken JSON-LD', '<script type="application/ld+json">{"datePublished": "2020-06-10"</script>'],
    ['a time outside of any article', '<footer><time datetime="2021-01-01">now</time></footer>'],
  ])('is not made up from %s', (_, html) => {
    expect(readPageDate(new JSDOM(html).window.document)).toBeUndefined();
  });
});
