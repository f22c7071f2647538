import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { outlinePage } from '../../../src/page/reading/page-outline.ts';
import { readBlocks } from '../../../src/page/reading/read-blocks.ts';

const sentence = 'The agency said on Wednesday that it would look at every one of the tests once more. ';
const prose = (marker: string) => `<p>${marker} ${sentence.repeat(3)}</p>`;

/**
 * For each block that begins with one of the markers, its section, or null if it is boilerplate.
 * @param isDisplayed whether elements count as displayed by layout; jsdom has none
 */
function outline(body: string, isDisplayed = false): Record<string, number | null> {
  const { document, Element } = new JSDOM(`<!doctype html><body>${body}</body>`).window;
  if (isDisplayed) Element.prototype.checkVisibility = () => true;
  const blocks = [...readBlocks(document.body)];
  const page = outlinePage(blocks);
  const places: Record<string, number | null> = {};
  blocks.forEach(({ text }, block) => {
    const marker = /\b[A-Z]{2,}\b/.exec(text)?.[0];
    const { isArticle, section } = page.placeOf(block);
    if (marker) places[marker] = isArticle ? section : null;
  });
  return places;
}

const article = `<article><h1>HEAD</h1>${prose('FIRST')}${prose('SECOND')}</article>`;

test('a page of an article between landmarks', () => {
  expect(
    outline(`<header><a href="/">SITE</a></header><nav><p>${sentence} NAV</p></nav>${article}
      <aside>${prose('ASIDE')}</aside><footer>${prose('FOOT')}</footer>`),
  ).toEqual({ SITE: null, NAV: null, HEAD: 1, FIRST: 1, SECOND: 1, ASIDE: null, FOOT: null });
});

test.each([
  'share-buttons',
  'ad-slot',
  'c-related-list',
  'newsletterSignup',
  'post-comments',
  'tags-links',
  'cookie-consent',
  'sponsored',
  'breadcrumb',
  'author-bio',
])('class "%s" inside an article is boilerplate', (name) => {
  const page = `<article><h1>HEAD</h1>${prose('FIRST')}<div class="${name}"><p>PIECE by the site</p></div>${prose('SECOND')}${prose('THIRD')}</article>`;
  expect(outline(page)).toEqual({ HEAD: 1, FIRST: 1, PIECE: null, SECOND: 1, THIRD: 1 });
  expect(outline(page.replace('class=', 'id='))).toMatchObject({ PIECE: null });
});

test.each(['lead', 'tag-newsletter', 'has-sidebar', 'shareholders', 'adaptive-image', 'no-comments'])(
  'class "%s" is no sign of boilerplate',
  (name) => {
    const page = `<article><h1>HEAD</h1>${prose('FIRST')}<div class="${name}"><p>PIECE of the story</p></div>${prose('SECOND')}</article>`;
    expect(outline(page)).toMatchObject({ PIECE: 1 });
  },
);

test.each(['navigation', 'complementary', 'contentinfo', 'dialog', 'banner'])(
  'role "%s" is boilerplate',
  (role) => {
    expect(outline(`${article}<div role="${role}">${prose('PIECE')}</div>`)).toMatchObject({
      PIECE: null,
      FIRST: 1,
    });
  },
);

const dialogs = [
  ['a dialog', '<dialog open>'],
  ['an overlay by its role', '<div role="dialog" class="modal-overlay">'],
  ['an alert', '<div role="alertdialog">'],
  ['a popover', '<div popover id="popup">'],
] as const;

test.each(dialogs)('%s that is displayed is an article of its own, with sections of its own', (_, open) => {
  const html = `<article><h1>HEAD</h1>${prose('FIRST')}${open}<h2>TITLE</h2><p>IN it</p><nav>NAV</nav></div></dialog>
    ${prose('SECOND')}</article>`;
  expect(outline(html, true)).toEqual({ HEAD: 1, FIRST: 1, TITLE: 3, IN: 3, NAV: null, SECOND: 1 });
  expect(outline(html)).toMatchObject({ FIRST: 1, TITLE: null, IN: null, SECOND: 1 });
});

test('a displayed dialog that is boilerplate by its own signs stays boilerplate, and is ignored in finding the article', () => {
  const html = `<div role="dialog" class="cookie-consent">${prose('COOKIES').repeat(9)}</div>${article}
    <dialog open>${prose('LONG').repeat(9)}</dialog>`;
  expect(outline(html, true)).toMatchObject({ COOKIES: null, FIRST: 1, SECOND: 1 });
});

test('without landmarks the article is where most of the prose is', () => {
  expect(
    outline(`<div><div><a href="/a">TEASER one</a></div></div>
      <div><div><h2>HEAD</h2><div>${prose('FIRST')}${prose('SECOND')}${prose('THIRD')}</div></div></div>
      <div><div>${prose('BOX')}</div></div>`),
  ).toEqual({ TEASER: null, HEAD: 1, FIRST: 1, SECOND: 1, THIRD: 1, BOX: null });
});

test('sections begin at headings', () => {
  expect(
    outline(
      `<main><h1>HEAD</h1>${prose('FIRST')}<h2>WHY</h2>${prose('SECOND')}<h3>HOW</h3>${prose('THIRD')}</main>`,
    ),
  ).toEqual({ HEAD: 1, FIRST: 1, WHY: 2, SECOND: 2, HOW: 3, THIRD: 3 });
});

test('headings of boilerplate begin no section of the article', () => {
  expect(outline(`<main>${prose('FIRST')}<aside><h2>BOX</h2></aside>${prose('SECOND')}</main>`)).toEqual({
    FIRST: 0,
    BOX: null,
    SECOND: 0,
  });
});

test('text under a heading such as "Related stories" is boilerplate, "Related work" is not', () => {
  const page = (heading: string) =>
    outline(`<article>${prose('FIRST')}${prose('SECOND')}<h2>${heading}</h2><p>PIECE of news</p></article>`);
  expect(page('Related stories')).toMatchObject({ PIECE: null, FIRST: 0 });
  expect(page('More from Technology:')).toMatchObject({ PIECE: null });
  expect(page('Related work')).toMatchObject({ PIECE: 1 });
  expect(page('Most of the tests')).toMatchObject({ PIECE: 1 });
});

test('a link around whole blocks is a teaser, a link in a heading or a list is the article', () => {
  expect(
    outline(`<main>${prose('FIRST')}<h3><a href="/x">HEADING</a></h3><ul><li><a href="/y">ITEM</a></li></ul>
      <a href="/z"><div><h3>TEASER</h3></div></a><div><a href="/w">BARE</a></div>${prose('SECOND')}</main>`),
  ).toMatchObject({ HEADING: 1, ITEM: 1, TEASER: null, BARE: null });
});

test('a frame around the article is not boilerplate, whatever it is called', () => {
  expect(
    outline(
      `<form><div class="sidebar-layout promo"><article><h1>HEAD</h1>${prose('FIRST')}${prose('SECOND')}</article></div></form>`,
    ),
  ).toEqual({ HEAD: 1, FIRST: 1, SECOND: 1 });
});

test('comments are boilerplate of an article, and the subject of a forum', () => {
  const comments = `<div class="comments">${prose('ONE')}${prose('TWO')}${prose('THREE')}${prose('FOUR')}</div>`;
  expect(outline(`<main>${article}${comments}</main>`)).toMatchObject({ FIRST: 1, ONE: null });
  expect(outline(`<main><h1>HEAD</h1>${comments}</main>`)).toMatchObject({ HEAD: 1, ONE: 1, FOUR: 1 });
});

test('menus that are mostly white space weigh nothing', () => {
  const item = `<li><a href="/m">MENU</a>${' '.repeat(400)}</li>`;
  expect(
    outline(
      `<div><ul>${item.repeat(40)}</ul></div><div><div>${prose('FIRST')}${prose('SECOND')}</div></div>`,
    ),
  ).toMatchObject({
    FIRST: 0,
    MENU: null,
  });
});

test('text in a shadow tree belongs to what is around its host', () => {
  const { document } = new JSDOM(`<!doctype html><body><nav><x-note></x-note></nav>
    <article><h1><x-note></x-note></h1>${prose('FIRST')}${prose('SECOND')}<x-note></x-note></article>`)
    .window;
  const blocks = [...readBlocks(document.body)];
  for (const host of document.querySelectorAll('x-note')) {
    const root = host.attachShadow({ mode: 'open' });
    root.innerHTML = '<x-inner></x-inner><slot>One piece of text.</slot>';
    const inner = root.querySelector('x-inner')?.attachShadow({ mode: 'open' });
    if (inner) inner.innerHTML = '<p>Another piece.</p>';
    for (const one of [root, inner ?? root]) blocks.push(...readBlocks(one));
  }
  const page = outlinePage(blocks);
  expect(blocks.map(({ text }, block) => `${text.slice(0, 11)} ${page.placeOf(block).isArticle}`)).toEqual([
    'FIRST The a true',
    'SECOND The  true',
    ...[false, true, true].flatMap((isArticle) => [`One piece o ${isArticle}`, `Another pie ${isArticle}`]),
  ]);
});

test('a page with hardly any prose is all there is, landmarks apart', () => {
  expect(outline('<nav>NAV</nav><p>A SMALL page.</p>')).toEqual({ NAV: null, SMALL: 0 });
});

test('nothing is asked of a page without blocks', () => {
  expect(outlinePage([]).placeOf(0)).toEqual({ isArticle: false, section: 0 });
});
