import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CssHighlighter } from '../../../src/page/highlighting/css-highlighter.ts';
import type { HighlightedMention } from '../../../src/page/highlighting/highlighted-mention.ts';
import { readUnseenBlocks } from '../../../src/page/reading/read-blocks.ts';
import type { TextBlock } from '../../../src/page/reading/text-block.ts';
import { plainNames } from '../../../src/settings/mark-style/mark-names.ts';
import { painted } from '../tested-session.ts';

let root: HTMLElement;
let observer: MutationObserver;
let highlighter: CssHighlighter;

beforeEach(() => {
  root = document.createElement('article');
  document.body.append(root);
  highlighter = new CssHighlighter({ win: window, nameOf: plainNames, shadowRoots: () => [] });
  observer = new MutationObserver(() => {});
  observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
});

afterEach(() => {
  observer.disconnect();
  highlighter.clear();
  vi.restoreAllMocks();
  root.remove();
});

/** Marks each `Gender Shades`. */
function draw(html: string): void {
  root.innerHTML = html;
  for (const block of readUnseenBlocks(root)) {
    const found = [...block.text.matchAll(/Gender Shades/g)];
    highlighter.draw(
      block,
      found.map(({ index }) => mentionAt(block, index)),
      [],
    );
  }
  observer.takeRecords();
}

function mentionAt(block: TextBlock, start: number): HighlightedMention {
  const name = block.text.slice(start, start + 'Gender Shades'.length);
  const found = { entity: name, name, topic: 't', show: 'always', weight: 1 } as const;
  return { ...found, start, end: start + name.length, style: 0, colorScheme: 'light' };
}

/** Changes the page in one batch. */
function change(run: () => void): void {
  run();
  highlighter.noteChanges(observer.takeRecords());
}

/** The elements in which marks begin. */
const places = () =>
  [...CSS.highlights.values()]
    .flatMap((highlight) => [...highlight] as Range[])
    .map(({ startContainer }) => startContainer.parentElement?.localName);

describe('marks of a text that the page puts in anew', () => {
  const again = (html: string) => change(() => root.replaceChildren(...parse(html)));
  const parse = (html: string) => document.createRange().createContextualFragment(html).childNodes;

  it.each([
    ['a longer text', '<p>It is called Gender Shades, they say</p>'],
    ['a text with other elements', '<div><p>It is <b>called Gender</b> Shades</p></div>'],
  ])('go along into %s', (_, html) => {
    draw('<p>It is called Gender Shades</p>');
    again(html);
    expect(painted()).toEqual(['Gender Shades']);
    again(html);
    expect(painted()).toEqual(['Gender Shades']);
  });

  it.each([
    '<script type="text/plain">It is called Gender Shades</script>',
    '<style>It is called Gender Shades</style>',
    '<textarea>It is called Gender Shades</textarea>',
    '<div hidden>It is called Gender Shades</div>',
    '<div aria-hidden="true">It is called Gender Shades</div>',
    '<div style="display:none">It is called Gender Shades</div>',
    '<div contenteditable="true">It is called Gender Shades</div>',
    '<code>It is called Gender Shades</code>',
  ])('do not go into what is never read: %s', (unread) => {
    draw('<p>It is called Gender Shades</p>');
    again(`${unread}<p>It is called Gender Shades</p>`);
    expect(places()).toEqual(['p']);
  });

  it('do not go into an editor to which the page adds them', () => {
    draw('<p>It is called Gender Shades</p><div contenteditable="true"></div>');
    change(() => {
      root.firstElementChild?.remove();
      root.querySelector('div')?.append('It is called Gender Shades');
    });
    expect(painted()).toEqual([]);
  });

  it('wait for a page that first takes the text out', () => {
    draw('<p>It is called Gender Shades</p>');
    again('');
    again('<p>It is called Gender Shades</p>');
    expect(painted()).toEqual(['Gender Shades']);
  });

  it('are given up where the page puts in something else, until they are drawn again', () => {
    draw('<p>It is called Gender Shades</p>');
    again('<p>Something else</p>');
    again('<p>It is called Gender Shades</p>');
    expect(painted()).toEqual([]);
    draw('<p>It is called Gender Shades</p>');
    again('<p>It is called Gender Shades, they say</p>');
    expect(painted()).toEqual(['Gender Shades']);
  });

  it('cost no search when only attributes change', () => {
    draw('<p>It is called Gender Shades</p>');
    change(() => root.firstElementChild?.replaceChildren());
    const walk = vi.spyOn(Node.prototype, 'firstChild', 'get');
    change(() => root.setAttribute('class', 'other'));
    expect(walk).not.toHaveBeenCalled();
  });

  it('are looked for in a bounded part of a large batch, once', () => {
    draw('<p>It is called Gender Shades</p>'.repeat(300));
    const search = vi.spyOn(String.prototype, 'indexOf');
    const searched = () =>
      search.mock.contexts.reduce((sum: number, text) => sum + String(text).length + 100, 0);
    again('<p>A text that is put in by a page that never rests</p>'.repeat(5_000));
    const once = searched();
    expect(once).toBeGreaterThan(0);
    // 300 marks, each in fifty thousand characters; all texts would be five times as many.
    expect(once).toBeLessThan(300 * 60_000);
    search.mockClear();
    again('<p>Another text that is put in</p>'.repeat(5_000));
    expect(searched()).toBe(0);
  });
});
