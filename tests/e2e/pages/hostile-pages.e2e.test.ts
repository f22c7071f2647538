import { describe, expect, test } from 'vitest';
import { countMentions } from '../../../tools/browsers/ask-extension.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';

const story =
  '<article><h1>A test of cameras</h1><p>Police used <b>Amazon</b> Rekognition; NIST measured others.</p></article>';

/**
 * Properties that our scripts read from a document and from elements; pages can give pictures and form fields the same
 * names.
 */
const documentNames = [
  'body',
  'documentElement',
  'head',
  'createTreeWalker',
  'createRange',
  'createElement',
  'querySelector',
  'querySelectorAll',
  'getElementsByTagName',
  'addEventListener',
  'activeElement',
  'fullscreenElement',
  'visibilityState',
  'defaultView',
  'contentType',
  'elementFromPoint',
  'caretPositionFromPoint',
  'getSelection',
  'nodeType',
  'contains',
];
const elementNames = [
  'localName',
  'tagName',
  'nodeName',
  'nodeType',
  'id',
  'className',
  'classList',
  'style',
  'title',
  'lang',
  'attributes',
  'hasAttributes',
  'hasAttribute',
  'getAttribute',
  'matches',
  'closest',
  'contains',
  'children',
  'childNodes',
  'firstChild',
  'parentElement',
  'parentNode',
  'ownerDocument',
  'isConnected',
  'querySelectorAll',
  'getElementsByTagName',
  'getRootNode',
  'shadowRoot',
  'textContent',
  'checkVisibility',
  'getBoundingClientRect',
  'getClientRects',
  'scrollIntoView',
  'normalize',
  'compareDocumentPosition',
  'addEventListener',
  'focus',
  'append',
  'remove',
];

const clobberedDocument = `${documentNames.map((name) => `<img name="${name}" alt="">`).join('')}${story}`;
const clobberedForm = `<form>${elementNames.map((name) => `<input name="${name}">`).join('')}${story}</form>`;
const polluted = `<script>
  for (const name of ['start', 'end', 'to', 'call', 'entity', 'kind', 'isOn', '__html', 'dangerouslySetInnerHTML'])
    Object.defineProperty(Object.prototype, name, { value: 'polluted', configurable: true });
  const fail = () => { throw new Error('polluted'); };
  Array.prototype.flatMap = Array.prototype.toSorted = Array.prototype.at = fail;
  Map.prototype.get = Set.prototype.has = String.prototype.matchAll = String.prototype.toLowerCase = fail;
  Node.prototype.appendChild = Element.prototype.append = Element.prototype.matches = fail;
</script>${story}`;

describe.each(browserNames)('a hostile page in %s', (name) => {
  const tested = useExtension(name);

  test.each<[title: string, html: string, headers?: Record<string, string>]>([
    ['has changed the prototypes of its world', polluted],
    [
      'admits trusted types and its own scripts only',
      story,
      {
        'content-security-policy':
          "img-src 'self'; default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts allow-same-origin",
      },
    ],
  ])('that %s is marked, and the card opens', async (_title, html, headers) => {
    const page = await tested.openHtml(html, headers);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Amazon Rekognition');
    expect(page.errors).toEqual([]);
  });

  test.each<[title: string, html: string, isRead: boolean]>([
    ['pictures like what scripts ask of a document', clobberedDocument, true],
    ['form fields like what scripts ask of an element', clobberedForm, name === 'firefox'],
    [
      'a form field so after it was marked',
      `${story}<script>addEventListener('click', () => {
      const form = document.querySelector('article').appendChild(document.createElement('form'));
      form.innerHTML = '<input name="parentElement"><p>Police used Amazon Rekognition.</p>';
    })</script>`,
      name === 'firefox',
    ],
  ])('that names %s answers, and is read only where that can be trusted', async (_title, html, isRead) => {
    const page = await tested.openHtml(html);
    const surface = await tested.openSilentPage();
    await page.page.bringToFront();
    await page.page.mouse.click(5, 5);
    // The content script is queried: in such a page's own world the test's scripts, too, would hit the page's names.
    await waitFor(
      isRead ? 'something found' : 'nothing found',
      () => countMentions(surface.page, page.page.url()),
      (count) => count !== null && count > 0 === isRead,
    );
    expect(page.errors).toEqual([]);
  });

  test('that listens everywhere learns that a box is open and nothing of what it says', async () => {
    const page = await tested.openHtml(`<script>(${spy.toString()})()</script>${story}`);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    const card = await page.waitForCard((text) => text.length > 200);
    await page.press('Tab');
    await page.press('Tab');
    const recorded = await page.call(readSpied);
    // The spy works: it has seen the host appear.
    expect(recorded.hosts).toBeGreaterThan(0);
    expect(recorded.roots).toBe(0);
    const revealed = card.split(/\s+/).filter((word) => word.length > 8 && !story.includes(word));
    expect(revealed.length).toBeGreaterThan(5);
    expect(revealed.filter((word) => recorded.text.includes(word))).toEqual([]);
  });

  test.each(['remove', 'hidePopover'] as const)(
    'that calls %s on the card gets it back at the next click',
    async (method) => {
      const page = await tested.openHtml(story);
      await page.waitForMark('Amazon Rekognition');
      await page.clickMark('Amazon Rekognition');
      await page.waitForCard();
      await page.call((name) => document.querySelector<HTMLElement>(':popover-open')?.[name](), method);
      await page.waitForNoCard();
      await page.clickMark('Amazon Rekognition');
      await page.waitForCard();
      expect(await page.call(() => document.querySelectorAll('[popover]').length)).toBe(1);
      expect(page.errors).toEqual([]);
    },
  );
});

interface Spied {
  hosts: number;
  roots: number;
  text: string;
}

/** Runs in the page before anything else: records everything it can receive, see or access. */
function spy(): void {
  const spied: Spied = { hosts: 0, roots: 0, text: '' };
  (globalThis as unknown as { spied: Spied }).spied = spied;
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (init) {
    spied.roots += 1;
    return attach.call(this, init);
  };
  const inspect = (target: EventTarget | null) => {
    if (
      !(target instanceof Element) ||
      target.closest('article, body > script, html') !== target.closest('html')
    )
      return;
    if (target.shadowRoot) spied.roots += 1;
    spied.text += target.textContent + target.outerHTML;
  };
  for (const key of Object.keys(HTMLElement.prototype)) {
    if (!key.startsWith('on')) continue;
    addEventListener(
      key.slice(2),
      (event) => {
        for (const target of event.composedPath()) inspect(target);
        inspect((event as FocusEvent).relatedTarget ?? null);
      },
      true,
    );
  }
  new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        if (node.hasAttribute('popover')) spied.hosts += 1;
        inspect(node);
      }
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

function readSpied(): Spied {
  const { spied } = globalThis as unknown as { spied: Spied };
  const selected = getSelection()?.toString() ?? '';
  const active = document.activeElement;
  const rest = [active, ...document.querySelectorAll(':popover-open')].map(
    (element) => element?.outerHTML ?? '',
  );
  const computed = [...document.querySelectorAll(':popover-open')].map(
    (element) => getComputedStyle(element).content,
  );
  return { ...spied, text: [spied.text, selected, ...rest, ...computed].join(' ') };
}
