/**
 * What a page could notice of Sidelight: nothing before something is shown, and afterwards nothing that could be known
 * in advance. Each page is compared with the same page in a browser with an extension that does nothing.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import type { LaunchedExtension } from '../../../tools/browsers/launch-extension.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { launchBare } from '../../../tools/pages/launch-bare.ts';
import { makeProfile, useExtension } from '../driving/start-extension.ts';
import { changeSetting, changeSettings } from '../settings/change-setting.ts';

const term = 'Amazon Rekognition';
const nothing = '<article><h1>Rain</h1><p>It will rain on Monday, and on Tuesday too.</p></article>';
const something = `<article><h1>Faces</h1><p>Police tried ${term} for years.</p></article>`;
const hidden = `<article><h1>Faces</h1><p>Police tried nothing.</p><p style="display:none">${term}</p></article>`;

/** Runs in the page before anything else: records whatever is changed, defined, listened to or measured. */
const observer = `<script>
  const seen = { records: 0, listeners: [], defined: [], entries: 0 };
  new MutationObserver((records) => { seen.records += records.filter(({ target }) => document.readyState === 'complete' || target !== document.body && target !== document.documentElement && target !== document.head && !target.closest?.('article')).length; })
    .observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (const one of [EventTarget.prototype]) {
    const add = one.addEventListener;
    one.addEventListener = function (type, ...rest) { seen.listeners.push(type); return add.call(this, type, ...rest); };
  }
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (...all) { seen.listeners.push('attachShadow'); return attach.apply(this, all); };
  new PerformanceObserver((list) => { seen.entries += list.getEntries().length; }).observe({ entryTypes: ['mark', 'measure', 'resource'] });
</script>`;

/** Runs in the page: everything in it that could reveal Sidelight, including every name in Sidelight's own files. */
function readTraces() {
  const styles = ['0', '1', '5', '6', '8', 'trace', 'altered'];
  const looks = styles.flatMap((style) => [`sidelight-${style}-light`, `sidelight-${style}-dark`]);
  const probe = (element: Element, pseudo?: string) => {
    document.body.append(element);
    const style = getComputedStyle(element, pseudo);
    const read = [style.display, style.textDecoration, style.backgroundColor, style.color, style.all].join(
      '|',
    );
    element.remove();
    return read;
  };
  const withClass = (name: string) => Object.assign(document.createElement('span'), { className: name });
  const withLook = (name: string) => {
    const mark = document.createElement('sidelight-mark');
    mark.dataset.sidelight = name.replace('sidelight-', '');
    mark.className = name;
    return mark;
  };
  return {
    highlights: looks.map((name) => probe(document.createElement('p'), `::highlight(${name})`)),
    marks: looks.map((name) => probe(withLook(name))),
    classes: ['sidelight-card-box', 'sidelight-shown', 'box', 'card', ...looks].map((name) =>
      probe(withClass(name)),
    ),
    elements: ['sidelight-mark', 'sidelight-ring', 'sidelight-notice', 'sidelight-card'].map((name) =>
      probe(document.createElement(name)),
    ),
    properties: [...getComputedStyle(document.documentElement)].filter((name) => name.startsWith('--')),
    registered: CSS.highlights.size,
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length],
    globals: Object.getOwnPropertyNames(globalThis).sort(),
    symbols: Object.getOwnPropertySymbols(globalThis).length,
    documentNames: Object.getOwnPropertyNames(document),
    frames: window.length,
    html: document.documentElement.outerHTML,
    stored: [localStorage.length, sessionStorage.length, document.cookie],
    seen: (globalThis as unknown as { seen?: unknown }).seen ?? null,
  };
}

type Traces = ReturnType<typeof readTraces>;

/** The differences between the two, each as JSON. */
function findDifferences(found: Traces, expected: Traces): string[] {
  const keys = Object.keys(expected) as (keyof Traces)[];
  return keys
    .map((key) => [key, JSON.stringify(found[key]), JSON.stringify(expected[key])])
    .filter(([, one, other]) => one !== other)
    .map((difference) => difference.join(' '));
}

describe.each(browserNames)('what a page could notice in %s', (name) => {
  const tested = useExtension(name);
  let bare: LaunchedExtension;
  beforeAll(async () => {
    bare = await launchBare(name, { profileFolder: makeProfile(name) });
  });
  // A failed test must not affect the next.
  afterEach(() => changeSettings(tested, { kind: 'reset' }));
  afterAll(() => bare?.close());

  /** Opens the same address in both browsers; `ready` resolves when Sidelight has finished there. */
  async function compare(html: string, ready: (page: DrivenPage) => Promise<unknown>): Promise<void> {
    const page = await tested.openHtml(observer.replace('const seen', 'globalThis.seen') + html);
    await ready(page);
    const other = new DrivenPage(bare.driver, await bare.driver.browser.newPage());
    await other.page.goto(page.page.url());
    await other.page.bringToFront();
    // The browser itself reports some of it a moment later.
    await waitFor(
      'no trace',
      async () => findDifferences(await page.call(readTraces), await other.call(readTraces)),
      (differences) => differences.length === 0,
    );
    expect([...page.errors, ...other.errors]).toEqual([]);
    await other.close();
  }

  /** A later request is answered later: whatever the first page was to get has arrived. */
  async function letCome(): Promise<void> {
    const later = await tested.openHtml(something);
    await later.waitForMark(term);
    await later.close();
  }

  test('is nothing on a page with nothing to show', async () => {
    await compare(nothing, async (page) => {
      await letCome();
      await page.page.bringToFront();
    });
  });

  test('is nothing where what could be shown is hidden', async () => {
    await compare(hidden, async (page) => {
      await letCome();
      await page.page.bringToFront();
    });
  });

  test('is nothing where it is switched off', async () => {
    await changeSetting(tested, 'enabled', false);
    await compare(something, (page) => tested.extension.findTabId(page));
    await changeSetting(tested, 'enabled', true);
  });

  test('is nothing any more where it has been switched off', async () => {
    const page = await tested.openHtml(something);
    await page.waitForMark(term);
    const [mark] = await page.readMarks();
    const line = () =>
      page.call(
        (styleName) => getComputedStyle(document.body, `::highlight(${styleName})`).textDecorationLine,
        mark?.style ?? '',
      );
    await waitFor('the style of the mark', line, (found) => found === 'underline');
    await changeSetting(tested, 'enabled', false);
    await page.waitForMarks((marks) => marks.length === 0);
    await waitFor('no style', line, (found) => found === 'none');
    expect(await page.call(() => CSS.highlights.size)).toBe(0);
    await changeSetting(tested, 'enabled', true);
    await page.page.bringToFront();
    await page.waitForMark(term);
    await waitFor('the style of the mark again', line, (found) => found === 'underline');
  });

  test.each(['auto', 'mark-element'] as const)(
    'has other names in each document and load, with %s',
    async (painter) => {
      await changeSetting(tested, 'painter', painter);
      const first = await tested.openHtml(something);
      const styles: string[] = [];
      const note = async (page: DrivenPage) => {
        await page.page.bringToFront();
        await page.waitForMark(term);
        styles.push((await page.readMarks())[0]?.style ?? '');
      };
      await note(first);
      await first.page.reload();
      await note(first);
      await note(await tested.openHtml(something));
      const names = styles.map((style) => style.replace('element: ', '').slice(0, 16));
      expect(new Set(names).size).toBe(3);
      for (const one of names) expect(one).toMatch(/^[a-p]{16}$/);
      expect(await first.call(() => document.documentElement.outerHTML)).not.toMatch(/sidelight|markjs/);
      await changeSetting(tested, 'painter', 'auto');
    },
  );

  test('leaves alone what the page has named like Sidelight, and defines', async () => {
    const page = await tested.openHtml(`<script>
        const range = new Range();
        range.selectNode(document.documentElement);
        CSS.highlights.set('sidelight-0-light', new Highlight(range));
        globalThis.made = [];
        for (const name of ['sidelight-mark', 'sidelight-ring', 'sidelight-notice', 'sidelight-card'])
          customElements.define(name, class extends HTMLElement { connectedCallback() { made.push(name); } });
      </script>${something}
      <sidelight-ring id="sidelight-card">one</sidelight-ring><sidelight-notice>two</sidelight-notice><p>By <sidelight-mark>three</sidelight-mark>.</p>`);
    await waitFor(
      'a mark',
      () => page.call(() => CSS.highlights.size),
      (size) => size > 1,
    );
    await page.page.bringToFront();
    await tested.extension.driver.runCommand('next-mention');
    await page.waitForCard();
    await page.press('Escape');
    await page.waitForNoCard();
    expect(
      await page.call(() => [
        CSS.highlights.has('sidelight-0-light'),
        document.querySelectorAll('sidelight-ring, sidelight-notice, sidelight-mark').length,
        (globalThis as unknown as { made: string[] }).made.sort(),
      ]),
    ).toEqual([true, 3, ['sidelight-mark', 'sidelight-notice', 'sidelight-ring']]);
    expect(page.errors).toEqual([]);
  });
});
