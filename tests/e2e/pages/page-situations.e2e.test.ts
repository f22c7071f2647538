import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { readFocusRings, readMarks } from '../../../tools/browsers/page-probes.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';
import { bundleFixtures } from './bundle-fixtures.ts';

const article =
  '<main><article><h1>Police and faces</h1><p>Police tried Amazon Rekognition for years.</p></article></main>';

let editorScript: string;
beforeAll(async () => {
  editorScript = await bundleFixtures(path.join(import.meta.dirname, '../../fixtures/editors'), [
    'prosemirror',
  ]);
});

describe.each(browserNames)('a page in %s', (browser) => {
  const tested = useExtension(browser);
  const markTexts = (marks: readonly { text: string }[]): string[] => marks.map(({ text }) => text);

  test('is byte for byte the same with marks, and has none when everything is switched off', async () => {
    const page = await tested.openHtml(article);
    const readHtml = () => document.documentElement.outerHTML;
    const before = await page.call(readHtml);
    await page.waitForMark('Amazon Rekognition');
    expect(await page.call(readHtml)).toBe(before);
    await changeSetting(tested, 'enabled', false);
    await page.page.bringToFront();
    await page.waitForMarks((marks) => marks.length === 0);
    expect(await page.call(() => [...(CSS.highlights as unknown as Map<string, unknown>).keys()])).toEqual(
      [],
    );
    expect(await page.call(readHtml)).toBe(before);
    await changeSetting(tested, 'enabled', true);
    await page.page.bringToFront();
    await page.waitForMark('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test.each([
    [
      'an open shadow root',
      `<div id="host"></div><script>host.attachShadow({ mode: 'open' }).innerHTML = '<article><p>Amazon Rekognition</p></article>'</script>`,
    ],
    ['right-to-left text', `<article dir="rtl"><p>שלום Amazon Rekognition שלום</p></article>`],
    [
      'vertical writing',
      `<article style="writing-mode: vertical-rl"><p>Police tried Amazon Rekognition.</p></article>`,
    ],
    [
      'text skipped until it is near',
      `<article style="content-visibility: auto"><p>Police tried Amazon Rekognition.</p></article>`,
    ],
  ])('is marked in %s', async (_, html) => {
    const page = await tested.openHtml(html);
    await page.waitForMark('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test.each([
    [
      'an application replaces its page',
      () => {
        history.pushState(null, '', '#two');
        document.body.innerHTML = '<article><p>Police tried Amazon Rekognition.</p></article>';
      },
    ],
    [
      'a document is written anew',
      () => {
        document.open();
        document.write('<article><p>Police tried Amazon Rekognition.</p></article>');
        document.close();
      },
    ],
  ])('is marked, and opens cards, after %s', async (_, act) => {
    const page = await tested.openHtml('<main><article><p>Gender Shades came first.</p></article></main>');
    await page.waitForMark('Gender Shades');
    await page.call(act);
    await page.waitForMarks((marks) => markTexts(marks).join() === 'Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('is marked in a dialog once it opens', async () => {
    // A dialog is boilerplate to a reader of the article.
    await changeSetting(tested, 'extent', 'whole-page');
    const page = await tested.openHtml(
      '<dialog><p>Police tried Amazon Rekognition.</p></dialog><article><p>Gender Shades came first.</p></article>',
    );
    await page.waitForMarks((marks) => markTexts(marks).join() === 'Gender Shades');
    await page.call(() => document.querySelector('dialog')?.showModal());
    await page.waitForMark('Amazon Rekognition');
    await changeSetting(tested, 'extent', 'article');
    expect(page.errors).toEqual([]);
  });

  test('article.txt is read like any page', async () => {
    const page = await tested.openFile('pages/article.txt');
    await page.waitForMark('Amazon Rekognition');
  });

  test.each(['application/xhtml+xml', 'application/xml', 'text/xml'])(
    'XHTML served as %s is marked, opens cards and is walked by the keyboard',
    async (type) => {
      const html = readFileSync(path.join(import.meta.dirname, '../../fixtures/pages/article.xhtml'), 'utf8');
      const page = await tested.openHtml(html, { 'content-type': type });
      await page.waitForMark('Amazon Rekognition');
      await page.clickMark('Amazon Rekognition');
      expect(await page.waitForCard()).toContain('Rekognition');
      await page.press('Escape');
      await page.waitForNoCard();
      await tested.extension.driver.runCommand('next-mention');
      await waitFor(
        'a ring',
        () => page.call(readFocusRings),
        (rings) => rings.length === 1 && rings[0] === true,
      );
      expect(page.errors).toEqual([]);
    },
  );

  test('Markdown shown as text is read like any page', async () => {
    const markdown = '# Police and faces\n\nPolice tried *Amazon Rekognition* for years.\n';
    const page = await tested.openHtml(`<!doctype html>${markdown}`, { 'content-type': 'text/markdown' });
    await page.waitForMark('Amazon Rekognition');
  });

  test('prose in <pre> is marked, once and after it has changed, and code is not', async () => {
    const letter =
      '&gt; We asked the county twice. Nobody answered us.\n&gt; Few knew of it.\n\nPolice tried Amazon\nRekognition. It was costly.\n';
    const code = 'const client = new Rekognition({});\nclient.detect({ Gender: "Shades" });\n';
    const page = await tested.openHtml(
      `<article><pre id="letter">${letter}</pre><pre>${code}</pre></article>`,
    );
    await page.waitForMarks((marks) => markTexts(marks).join().includes('Rekognition'));
    expect(markTexts(await page.call(readMarks))).toHaveLength(1);
    await page.call(() => document.querySelector('#letter')?.append(' Gender Shades came first.'));
    await page.waitForMark('Gender Shades');
    expect(markTexts(await page.call(readMarks))).toHaveLength(2);
    expect(page.errors).toEqual([]);
  });

  test('a feed is no page', async () => {
    const item = '<title>Police tried Amazon Rekognition for years</title>';
    const page = await tested.openHtml(
      `<?xml version="1.0"?><rss version="2.0"><channel>${item}<item>${item}</item></channel></rss>`,
      { 'content-type': 'application/xml' },
    );
    // A page opened after it is marked; so would it be.
    const next = await tested.openHtml(article);
    await next.waitForMark('Amazon Rekognition');
    expect(await page.call(readMarks)).toEqual([]);
  });

  // In Firefox such a page gets no styles, and so no marks (docs/browser-bugs.md).
  test.runIf(browser === 'chromium')('is marked while a script of its own hangs', async () => {
    const script = tested.server.addHangingScript('/hangs.js');
    const address = tested.server.addPage(
      '/hanging.html',
      `<!doctype html><title>A page</title>${article}<script src="/hangs.js"></script><p>Gender Shades came first.</p>`,
    );
    const page = await tested.openHtml('<p>Before.</p>');
    await page.call((next) => void setTimeout(() => location.assign(next)), address);
    // While one page replaces another, nothing can be called in it.
    const readPath = () => page.call(() => location.pathname).catch(() => '');
    await waitFor('the page', readPath, (pathname) => pathname === '/hanging.html');
    await page.waitForMark('Amazon Rekognition');
    expect(await page.call(() => document.readyState)).toBe('loading');
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    // The script arrives: the browser injects the content script a second time, and the card stays open.
    script.end();
    await page.waitForMark('Gender Shades');
    expect(await page.waitForCard()).toContain('Rekognition');
    expect(page.errors).toEqual([]);
  });

  test.each([
    [
      '<details>',
      `<article><p>Gender Shades.</p><details><summary>More</summary><p>Amazon Rekognition</p></details></article>`,
      'summary',
    ],
    [
      'text hidden by a style sheet',
      `<style>.off { display: none }</style><article><p>Gender Shades.</p><p class="off">Amazon Rekognition</p><button onclick="document.querySelector('.off').className = ''">Show</button></article>`,
      'button',
    ],
  ])('is marked in %s once it can be seen', async (_, html, opener) => {
    const page = await tested.openHtml(html);
    expect(markTexts(await page.waitForMarks())).toEqual(['Gender Shades']);
    await page.page.click(opener);
    await page.waitForMark('Amazon Rekognition');
  });

  test.each(['same-origin', 'other-origin', 'srcdoc'])(
    'is marked in a frame (%s), and opens a card there',
    async (kind) => {
      const inner = `<article><h1>Faces</h1><p>${'A reader reads this frame. '.repeat(10)}Police tried Amazon Rekognition.</p></article>`;
      const address = tested.server.addPage(`/inner-${kind}.html`, `<!doctype html>${inner}`);
      const source =
        kind === 'srcdoc'
          ? `srcdoc="${inner.replaceAll('"', '&quot;')}"`
          : `src="${kind === 'same-origin' ? address : address.replace('localhost', '127.0.0.1')}"`;
      const page = await tested.openHtml(
        `<h1>Outside</h1><iframe ${source} width="800" height="600"></iframe>`,
      );
      const frame = await waitFor(
        'the frame',
        async () => page.page.frames()[1],
        (found) => found !== undefined,
      );
      if (!frame) throw new Error('There is no frame.');
      await page.waitForMarks(undefined, undefined, frame);
      await page.clickMark('Amazon Rekognition', 0, frame);
      expect(await page.waitForCard(undefined, frame)).toContain('Rekognition');
    },
  );

  test('is left alone inside ProseMirror', async () => {
    tested.server.addFolder('/editors/', editorScript);
    const page = await tested.openHtml(
      '<article><p>Police and Gender Shades.</p><div id="editor"></div></article><script src="/editors/prosemirror.js"></script>',
    );
    await page.waitForMark('Gender Shades');
    expect(markTexts(await page.readMarks())).toEqual(['Gender Shades']);
    await page.page.click('#editor [contenteditable]');
    await page.page.keyboard.type('Amazon Rekognition again ');
    await waitFor(
      'the typed text',
      () => page.call(() => document.querySelector('#editor [contenteditable]')?.textContent ?? ''),
      (text) => text.includes('Amazon Rekognition again'),
    );
    await page.call(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = 'Joy Buolamwini';
      document.querySelector('article')?.append(paragraph);
    });
    await page.waitForMark('Joy Buolamwini');
    expect(markTexts(await page.readMarks())).toEqual(['Gender Shades', 'Joy Buolamwini']);
    expect(page.errors).toEqual([]);
  });

  test('keeps a click on a link, and opens the card there by resting', async () => {
    const page = await tested.openHtml(
      '<article><p>Police tried <a href="#followed">Amazon Rekognition</a> for years.</p></article>',
    );
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await waitFor(
      'the link to be followed',
      async () => page.page.url(),
      (url) => url.endsWith('#followed'),
    );
    expect(await page.readCard()).toBeUndefined();
    const box = await page.boxOfText('Amazon Rekognition');
    await page.page.mouse.move(1, 1);
    await page.moveMouseTo(box);
    expect(await page.waitForCard()).toContain('Rekognition');
  });

  test('opens nothing by a click that a script makes, a right click, or a drag that selects', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.call(countPopovers);
    const readCount = () => page.call(() => (globalThis as unknown as { popovers: number }).popovers);
    // A requested card appears before another tab has opened, called the background and closed.
    const letCome = () => tested.extension.findTabId(page);
    const box = await page.boxOfText('Amazon Rekognition');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    await page.call(
      (clientX, clientY) =>
        document
          .elementFromPoint(clientX, clientY)
          ?.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1, clientX, clientY })),
      x,
      y,
    );
    await letCome();
    await page.page.mouse.click(x, y, { button: 'right' });
    await page.page.mouse.move(box.x + 2, y);
    await page.page.mouse.down();
    await page.page.mouse.move(box.x + box.width - 2, y, { steps: 4 });
    await page.page.mouse.up();
    await waitFor(
      'a selection',
      () => page.call(() => document.getSelection()?.toString().length ?? 0),
      (length) => length > 5,
    );
    await letCome();
    expect(await readCount()).toBe(0);
    // A plain click opens a card in the same place: there is a mark.
    await page.page.mouse.click(x, y);
    await page.waitForCard();
    expect(await readCount()).toBe(1);
  });

  test('is toured by commands, from mention to mention', async () => {
    const filler = '<p>Nothing is named here.</p>'.repeat(60);
    const page = await tested.openHtml(
      `<article><p>Police tried Amazon Rekognition.</p>${filler}<p>Joy Buolamwini wrote it.</p></article>`,
    );
    await page.waitForMark('Joy Buolamwini');
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    expect(await page.waitForCard()).toContain('Rekognition');
    await tested.extension.driver.runCommand('next-mention');
    expect(await page.waitForCard((text) => text.includes('Buolamwini'))).toContain('Buolamwini');
    expect(await page.call(() => scrollY)).toBeGreaterThan(200);
    await page.press('Escape');
    await page.waitForNoCard();
    expect(await page.call(readFocusRings)).toEqual([]);
  });

  test('is marked with elements if the reader prefers them, and its text is whole again after a change', async () => {
    await changeSetting(tested, 'painter', 'mark-element');
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    expect((await page.readMarks()).length).toBe(1);
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
    await page.press('Escape');
    await page.waitForNoCard();
    await page.call(() => {
      const text = document.querySelector('article p')?.firstChild as Text;
      text.data = 'Police stopped.';
    });
    await page.waitForMarks((marks) => marks.length === 0);
    expect(await page.call(() => document.querySelector('article p')?.innerHTML)).toBe('Police stopped.');
    await changeSetting(tested, 'painter', 'auto');
    expect(page.errors).toEqual([]);
  });
});

/** Runs in the page: counts every popover that opens, including those that close again. */
function countPopovers(): void {
  const scope = Object.assign(globalThis, { popovers: 0 });
  const note = (event: Event) => {
    if ((event as ToggleEvent).newState === 'open') scope.popovers += 1;
  };
  addEventListener('beforetoggle', note, { capture: true });
}
