import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { readArticlePage } from '../../../src/page/article/read-article-page.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { type Agreement, agreementOf, meanAgreement } from './text-agreement.ts';

const parser = new new JSDOM('').window.DOMParser();
const parse = (html: string): Document => parser.parseFromString(html, 'text/html');

const address = 'https://www.example.org/2024/05/09/flood.html';
const first = 'The river rose by two metres on Thursday, and the town of Lowell closed both of its bridges.';
const second =
  'Nobody was hurt, the mayor said, although more than forty families had to leave their houses.';
const third = 'The water is expected to fall again by the weekend, according to the county’s flood office.';
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

function textOf(body: string): string {
  return readArticlePage(parse(`<!doctype html><body>${body}</body>`), address).text;
}

const page = (inner: string) => `
  <header><nav><a href="/">Home</a><a href="/sport">Sport</a></nav></header>
  <main><article><h1>Flood in Lowell</h1><p class="byline">By Ann Lee</p><time>May 9, 2024</time>${inner}</article></main>
  <footer><p>The Daily, 1 Main Street. All rights reserved by the company and its partners.</p></footer>`;

describe('the text of an article', () => {
  test('is its paragraphs, without headline, byline, date, navigation and footer', () => {
    expect(textOf(page(`<p>${first}</p><p>${second}</p><p>${third}</p>`))).toBe(
      [first, second, third].join('\n\n'),
    );
  });

  test.each([
    [
      'a caption',
      `<figure><img src="a.jpg"><figcaption>The river at noon, seen from the old bridge.</figcaption></figure>`,
    ],
    ['a credit', `<p>Photo: Ann Lee / The Daily</p>`],
    [
      'a pointer to another article',
      `<p><a href="/other">Five towns that were flooded last year, and why</a></p>`,
    ],
    [
      'a labelled pointer',
      `<p><strong>Related: <a href="/other">Five towns that were flooded</a></strong></p>`,
    ],
    [
      'a list of other articles',
      `<h4>More:</h4><ul><li><a href="/a">A town under water</a></li><li><a href="/b">What floods cost</a></li></ul>`,
    ],
    [
      'an advertisement',
      `<div class="ad-slot"><p>Buy the boots that keep every foot dry in every flood of the year.</p></div>`,
    ],
    [
      'a newsletter',
      `<div class="newsletter-signup"><p>Get the news of your county in your inbox, every morning at six.</p></div>`,
    ],
    ['a notice', `<p>Follow Ann Lee on Twitter: @annlee.</p>`],
  ])('leaves out %s', (_, html) => {
    expect(textOf(page(`<p>${first}</p>${html}<p>${second}</p><p>${third}</p>`))).toBe(
      [first, second, third].join('\n\n'),
    );
  });

  test('has headings and lists of its own', () => {
    const list = '<h2>What to do</h2><ul><li>Move upstairs.</li><li>Turn off the gas.</li></ul>';
    expect(textOf(page(`<p>${first}</p>${list}<p>${third}</p>`))).toBe(
      [first, 'What to do', 'Move upstairs.', 'Turn off the gas.', third].join('\n\n'),
    );
  });

  test('has the marks that the page prints for <q>, one kind within the other', () => {
    expect(
      textOf(page(`<p>${first}</p><p>She said <q>it was <q>a wall</q> of water</q>.</p><p>${third}</p>`)),
    ).toContain('She said “it was ‘a wall’ of water”.');
  });

  test('says which paragraphs the page set as quotations', () => {
    const quoted = 'We had ten minutes, no more, and we carried what we could up the stairs.';
    const html = page(`<p>${first}</p><blockquote><p>${quoted}</p></blockquote><p>${third}</p>`);
    const { text, quotedBlocks } = readArticlePage(parse(`<body>${html}</body>`), address);
    expect(quotedBlocks?.map(({ start, end }) => text.slice(start, end))).toEqual([quoted]);
  });

  test('is empty where a page has none', () => {
    expect(textOf('')).toBe('');
    expect(readArticlePage(parse(''), '').text).toBe('');
  });

  test('is read however deep its elements lie in one another', () => {
    const html = `${`<p>${first}</p>`.repeat(3)}${'<div>'.repeat(1_000)}<p>${second}</p>`;
    expect(textOf(html)).toContain(first);
  });

  test('is read without changing the page', () => {
    const document = parse(
      `<body>${page(`<p>${first}</p><p>She said <q>no</q>.</p><p>${third}</p>`)}</body>`,
    );
    const before = document.documentElement.outerHTML;
    readArticlePage(document, address);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});

test('a file has no address, whatever it says: nothing shows where it comes from', () => {
  const head = `<link rel="canonical" href="https://www.wendherald.example/2020/06/10/bridge">
    <meta property="og:url" content="https://www.wendherald.example/2020/06/10/bridge">`;
  const { address, outlet, date } = readArticlePage(parse(`<head>${head}</head>`), '');
  expect({ address, outlet, date }).toEqual({ address: '', outlet: '', date: '' });
});

describe('what a page says of its article', () => {
  const describePage = (head: string, body = '') => {
    const {
      text: _,
      quotedBlocks: __,
      ...metadata
    } = readArticlePage(parse(`<head>${head}</head><body>${body}</body>`), address);
    return metadata;
  };

  test('JSON-LD before the rest', () => {
    const head = `<title>Flood | The Daily</title><meta property="og:title" content="A flood">
      <meta property="og:site_name" content="Daily.example">
      ${jsonLd({
        '@type': 'NewsArticle',
        headline: 'It doesn&#8217;t stop raining',
        author: [{ name: 'Ann Lee' }, { name: 'Bo Ray' }],
        publisher: { name: 'The Daily' },
        datePublished: '2024-05-10',
        inLanguage: 'en-GB',
      })}`;
    expect(describePage(head)).toEqual({
      title: 'It doesn’t stop raining',
      outlet: 'The Daily',
      authors: ['Ann Lee', 'Bo Ray'],
      date: '2024-05-10',
      address,
      language: 'en-GB',
    });
  });

  test('meta, what is printed, and the address where there is nothing else', () => {
    const body = '<h1>Flood in Lowell</h1><p class="byline">By Ann Lee and Bo Ray</p>';
    expect(describePage('<title>Flood in Lowell - The Daily</title>', body)).toEqual({
      title: 'Flood in Lowell',
      outlet: 'example.org',
      authors: ['Ann Lee', 'Bo Ray'],
      date: '2024-05-09',
      address,
      language: '',
    });
    expect(
      describePage('<meta name="author" content="by Ann Lee"><meta property="og:locale" content="de_AT">'),
    ).toMatchObject({
      authors: ['Ann Lee'],
      language: 'de-AT',
    });
  });

  test.each([
    ['<link rel="canonical" href="/2024/flood">', 'https://www.example.org/2024/flood'],
    ['<link rel="canonical" href="https://www.example.org/">', address],
    ['<link rel="canonical" href="javascript:alert(1)">', address],
    ['<meta property="og:url" content="https://m.example.org/flood">', 'https://m.example.org/flood'],
    ['<link rel="canonical" href="https://www.example.net/2024/flood">', address],
  ])('its own address by %s', (head, expected) => {
    expect(describePage(head).address).toBe(expected);
  });

  test.each([
    ['Flood in Lowell | The Daily', 'The Daily', 'Flood in Lowell'],
    ['Flood in Lowell – Daily.com', 'The Daily', 'Flood in Lowell'],
    ['Milan 2018 | lamps of the year', 'The Daily', 'Milan 2018 | lamps of the year'],
  ])('the title %s of %s', (printed, outlet, expected) => {
    const head = `<title>${printed}</title><meta property="og:site_name" content="${outlet}">`;
    expect(describePage(head).title).toBe(expected);
  });
});

test('no page makes it throw', () => {
  const piece = fc.constantFrom(
    '<p>',
    '</p>',
    '<q>',
    '</q>',
    '<blockquote>',
    '<article>',
    '</article>',
    '<h1>',
    '<figure>',
    '<a href=x>',
    '</a>',
    '<ul><li>',
    '<script type="application/ld+json">{"@type":"Article","headline":[1],"author":{"name":{}}}</script>',
    '<meta name=author content=>',
    first,
    second,
    '“We won,” she said. ',
    '<link rel=canonical href="http://[">',
    '<form>',
    '<template>',
    '\ufffc',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { text, quotedBlocks } = readArticlePage(parse(pieces.join('')), '');
      for (const { start, end } of quotedBlocks ?? [])
        expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/s);
    }),
    fuzzRuns('pages', 200),
  );
});

const folder = '../shared/extraction';
const hasPages = existsSync(folder);
if (!hasPages) console.log('Left out: the pages of the extraction benchmark; ../shared is not there.');

test.runIf(hasPages)('keeps the text of real pages', { timeout: 300_000 }, () => {
  const truth: Record<string, { articleBody: string; url: string }> = JSON.parse(
    readFileSync(`${folder}/truth.json`, 'utf8'),
  );
  // Every third of them: reading one takes a fifth of a second.
  const agreements = readdirSync(`${folder}/html`)
    .filter((_, n) => n % 3 === 0)
    .map((name): Agreement => {
      const expected = truth[name.replace('.html.gz', '')] as { articleBody: string; url: string };
      const html = gunzipSync(readFileSync(`${folder}/html/${name}`)).toString('utf8');
      return agreementOf(expected.articleBody, readArticlePage(parse(html), expected.url).text);
    });
  const { precision, recall, f1 } = meanAgreement(agreements);
  console.log(
    `Text of ${agreements.length} pages: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}`,
  );
  expect(f1).toBeGreaterThanOrEqual(0.96);
});
