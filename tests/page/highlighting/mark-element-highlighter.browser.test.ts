import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HighlightedMention } from '../../../src/page/highlighting/highlighted-mention.ts';
import { createMarkElementHighlighter } from '../../../src/page/highlighting/mark-element-highlighter.ts';
import type { PageHighlighter } from '../../../src/page/highlighting/page-highlighter.ts';
import { watchChanges } from '../../../src/page/observing/watch-changes.ts';
import { readUnseenBlocks } from '../../../src/page/reading/read-blocks.ts';
import type { TextBlock } from '../../../src/page/reading/text-block.ts';
import { plainNames } from '../../../src/settings/mark-style/mark-names.ts';

let controller: AbortController;
let root: HTMLElement;
let highlighter: PageHighlighter;

beforeEach(() => {
  controller = new AbortController();
  root = document.createElement('article');
  document.body.append(root);
  const watcher = watchChanges({
    win: window,
    isSelfContained: () => true,
    onRecords: (records) => highlighter.noteChanges(records),
    onPending: () => {},
    signal: controller.signal,
  });
  highlighter = createMarkElementHighlighter({
    win: window,
    nameOf: plainNames,
    shadowRoots: () => [],
    unobserved: (work) => watcher.unobserved(work),
  });
  watcher.observe(document);
});

afterEach(() => {
  controller.abort();
  root.remove();
});

function draw(html: string, ...names: string[]): TextBlock {
  root.innerHTML = html;
  const block = [...readUnseenBlocks(root)][0] as TextBlock;
  const mentions: HighlightedMention[] = names.map((name) => {
    const start = block.text.indexOf(name);
    return {
      entity: name,
      name,
      topic: 't',
      show: 'always',
      weight: 1,
      start,
      end: start + name.length,
      style: 0,
      colorScheme: 'light',
    };
  });
  highlighter.draw(block, mentions, []);
  return block;
}

const marked = () => [...root.querySelectorAll('sidelight-mark')].map((mark) => mark.textContent);
/** Mutation observers run in a microtask of their own. */
const nextTask = () => new Promise((resolve) => setTimeout(resolve));

describe('painting with elements', () => {
  it.each([
    ['one text node', '<p>About Gender Shades today</p>', ['Gender Shades'], ['Gender Shades']],
    ['the whole of a text node', '<p>Rekognition</p>', ['Rekognition'], ['Rekognition']],
    ['several in one node', '<p>NIST and ACLU and IBM</p>', ['NIST', 'ACLU', 'IBM'], ['NIST', 'ACLU', 'IBM']],
    ['a name across elements', '<p>Gender <b>Sha</b>des</p>', ['Gender Shades'], ['Gender ', 'Sha', 'des']],
    [
      'a name behind a picture',
      '<p>See <img alt=""> Gender Shades</p>',
      ['Gender Shades'],
      ['Gender Shades'],
    ],
  ])('marks %s and leaves the page as found', (_, html, names, expected) => {
    const block = draw(html, ...names);
    const nodes = [...block.nodes];
    expect(marked()).toEqual(expected);
    highlighter.clear();
    expect(root.innerHTML).toBe(html);
    expect([...readUnseenBlocks(root)][0]?.nodes).toEqual(nodes);
  });

  it('keeps neighbouring text nodes apart, because a framework may own each of them', () => {
    const paragraph = document.createElement('p');
    const nodes = ['Gender ', 'Shades', ' and more'].map((text) => document.createTextNode(text));
    paragraph.append(...nodes);
    root.append(paragraph);
    const block = [...readUnseenBlocks(root)][0] as TextBlock;
    highlighter.draw(
      block,
      [
        {
          entity: 'a',
          name: 'a',
          topic: 't',
          show: 'always',
          weight: 1,
          start: 0,
          end: 13,
          style: 0,
          colorScheme: 'light',
        },
      ],
      [],
    );
    highlighter.clear();
    expect([...paragraph.childNodes]).toEqual(nodes);
    expect(nodes.map((node) => node.data)).toEqual(['Gender ', 'Shades', ' and more']);
  });

  it('paints a name inside a quotation and finds the name first', () => {
    root.innerHTML = '<p>She said that Rekognition fails often</p>';
    const block = [...readUnseenBlocks(root)][0] as TextBlock;
    const trace = {
      statement: 's',
      kind: 'verbatim' as const,
      similarity: 1,
      start: 9,
      end: 37,
      speakerDiffers: false,
      differences: [],
      colorScheme: 'light' as const,
    };
    highlighter.draw(
      block,
      [
        {
          entity: 'r',
          name: 'Rekognition',
          topic: 't',
          show: 'always',
          weight: 1,
          start: 14,
          end: 25,
          style: 0,
          colorScheme: 'light',
        },
      ],
      [trace],
    );
    expect(marked()).toEqual(['that ', 'Rekognition', ' fails often']);
    const at = (index: number) => {
      const box = root.querySelectorAll('sidelight-mark')[index]?.getBoundingClientRect() as DOMRect;
      return highlighter.itemAt(box.x + box.width / 2, box.y + box.height / 2)?.kind;
    };
    expect([at(0), at(1), at(2)]).toEqual(['statement', 'entity', 'statement']);
  });
});

describe('withdrawing when the page changes a text that was split', () => {
  const html = '<p>Tests of Gender Shades today</p>';
  const text = () => root.querySelector('p')?.firstChild as Text;
  const cases: [string, () => void, string][] = [
    [
      'writes into its node',
      () => {
        text().data = 'New words';
      },
      'New words',
    ],
    [
      'empties its node',
      () => {
        text().data = '';
      },
      '',
    ],
    ['removes its node', () => text().remove(), ''],
    ['replaces its node', () => text().replaceWith('Other'), 'Other'],
    [
      'puts an element beside its node',
      () => text().after(document.createElement('i')),
      'Tests of Gender Shades today',
    ],
    ['removes our element', () => root.querySelector('sidelight-mark')?.remove(), 'Tests of  today'],
    [
      'sets the text of the paragraph',
      () => {
        (root.querySelector('p') as Element).textContent = 'All new';
      },
      'All new',
    ],
  ];
  it.each(cases)('leaves the text whole when the page %s', async (_, change, expected) => {
    const block = draw(html, 'Gender Shades');
    change();
    await nextTask();
    expect(marked()).toEqual([]);
    expect(root.textContent).toBe(expected);
    expect(highlighter.accepts(root.querySelector('p') as Element)).toBe(false);
    highlighter.draw(
      block,
      [
        {
          entity: 'a',
          name: 'a',
          topic: 't',
          show: 'always',
          weight: 1,
          start: 0,
          end: 3,
          style: 0,
          colorScheme: 'light',
        },
      ],
      [],
    );
    expect(marked()).toEqual([]);
  });

  it('gives a node that the page moves its whole text back', async () => {
    draw(html, 'Gender Shades');
    const node = text();
    const other = document.createElement('p');
    root.append(other);
    other.append(node);
    await nextTask();
    expect(node.data).toBe('Tests of Gender Shades today');
    expect(root.textContent).toBe('Tests of Gender Shades today');
  });

  it('leaves a page alone that takes our elements away ten times', async () => {
    for (let round = 0; round < 10; round += 1) {
      draw('<p>Gender Shades</p>', 'Gender Shades');
      expect(marked()).toEqual(['Gender Shades']);
      root.querySelector('sidelight-mark')?.remove();
      await nextTask();
    }
    draw('<p>Gender Shades</p>', 'Gender Shades');
    expect(marked()).toEqual([]);
    expect(highlighter.restore()).toBe(false);
  });
});
