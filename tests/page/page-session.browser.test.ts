import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMarkElementPainter } from '../../src/page/mark-element-painter.ts';
import type { PageChoices } from '../../src/page/page-choices.ts';
import { type PageSession, startPageSession } from '../../src/page/page-session.ts';
import { textOf } from '../../src/page/painted-item.ts';
import { plainNames } from '../../src/settings/mark-names.ts';
import { createTestBackground, type TestBackground } from './test-background.ts';

const everything: PageChoices = {
  isOn: true,
  colorByTopic: new Map([
    ['test/systems', '#1a6fb0'],
    ['test/audits', '#b01a3c'],
  ]),
  hiddenEntities: new Set(),
  exceptions: [],
  density: 'every',
  extent: 'whole-page',
  painter: 'auto',
  hover: { isOn: false, openDelayMs: 300, closeDelayMs: 300 },
  appearance: { theme: 'auto', language: 'en' },
};

let controller: AbortController;
let background: TestBackground;
let article: HTMLElement;

beforeEach(() => {
  controller = new AbortController();
  background = createTestBackground();
  article = document.createElement('article');
  document.body.append(article);
});

afterEach(() => {
  controller.abort();
  article.remove();
});

function start(choices: Partial<PageChoices> = {}, onPainted = () => {}): PageSession {
  return startPageSession({
    view: window,
    sendText: background.sendText,
    choices: { ...everything, ...choices },
    loadMarkElementPainter: async () => createMarkElementPainter,
    nameOf: plainNames,
    onPaint: () => undefined,
    onPainted,
    onNothing: () => undefined,
    signal: controller.signal,
  });
}

/** The reader changes something: the background knows it when the page hears of it. */
function apply(session: PageSession, choices: PageChoices): void {
  background.exceptions = choices.exceptions;
  session.apply(choices);
}

/** The text under our highlights and in our elements, as a reader sees it. */
function painted(): string[] {
  const ranges = [...CSS.highlights]
    .filter(([name]) => name.startsWith('sidelight'))
    .flatMap(([, highlight]) => [...highlight] as Range[]);
  const elements = [...document.querySelectorAll('sidelight-mark')];
  return [...ranges.map(String), ...elements.map((element) => element.textContent ?? '')]
    .filter(Boolean)
    .sort();
}

const settle = () => expect.poll(painted);

describe('what a session tells the background', () => {
  const texts = () => background.messages.map(({ removed, added }) => [removed.length, added.length]);

  it('is the whole page once, then only the blocks whose text has changed', async () => {
    article.innerHTML = '<p>Gender Shades</p><p>one</p><p>two</p>';
    start();
    await settle().toEqual(['Gender Shades']);
    background.messages.length = 0;
    article.children[1]?.append(' Rekognition');
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    expect(texts()).toEqual([[1, 1]]);
  });

  it('is nothing where a place is read again and says what it said before', async () => {
    article.innerHTML = '<p>Gender Shades</p>';
    start();
    await settle().toEqual(['Gender Shades']);
    background.messages.length = 0;
    article.innerHTML = '<p>Gender <b>Shades</b></p>';
    await expect.poll(() => article.querySelector('b') && painted()).toEqual(['Gender Shades']);
    expect(texts()).toEqual([]);
  });

  it('is everything again when the background has forgotten it, and no mark is lost or left', async () => {
    article.innerHTML = '<p>Gender Shades</p><p>Amazon Rekognition</p>';
    start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
    background.forget();
    article.firstElementChild?.replaceChildren('Gone.');
    article.append('Rekognition');
    await settle().toEqual(['Amazon Rekognition', 'Rekognition']);
  });

  it('is told a moment later, where the background could not be reached: nobody need leave the page and come back', async () => {
    article.innerHTML = '<p>Gender Shades</p>';
    background.isReachable = false;
    start();
    await expect.poll(() => background.refused).toBe(1);
    background.isReachable = true;
    await settle().toEqual(['Gender Shades']);
  });

  it('waits in a hidden tab until that is seen; what is known is drawn as the reader chooses all the same', async () => {
    article.innerHTML = '<p>Gender Shades</p><p>Rekognition</p>';
    const session = start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    background.messages.length = 0;
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const withoutAudits = { ...everything, colorByTopic: new Map([['test/systems', '#1a6fb0']]) };
    apply(session, { ...withoutAudits, exceptions: [{ entity: 'test/rekognition', name: 'Rekognition' }] });
    await settle().toEqual(['Rekognition']);
    article.insertAdjacentHTML('beforeend', '<p>Amazon Rekognition</p>');
    apply(session, { ...everything, exceptions: [{ entity: 'test/rekognition', name: 'Rekognition' }] });
    // What is not asked for now is asked for at once when the tab is seen, so that it would have been noticed here.
    expect(background.messages).toEqual([]);
    visibility.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
  });

  it('is told when the reader comes back, where the background could not be reached', async () => {
    article.innerHTML = '<p>Gender Shades</p>';
    background.isReachable = false;
    start();
    await expect.poll(() => background.refused).toBe(1);
    background.isReachable = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle().toEqual(['Gender Shades']);
  });

  it('is answered for another state of the page, which has changed meanwhile: its marks are those of the last', async () => {
    article.innerHTML = '<p>Gender Shades</p>';
    start();
    background.onMessage = () => {
      background.onMessage = undefined;
      article.innerHTML = '<p>Rekognition</p>';
    };
    await settle().toEqual(['Rekognition']);
  });
});

describe('what a reader called a wrong match', () => {
  it('loses its mark and its place among what was found at once, and gets both back', async () => {
    article.innerHTML =
      '<p>Tests of Amazon Rekognition and <i>Gender Shades</i>.</p><p>Gender Shades art.</p>';
    const session = start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades', 'Gender Shades']);
    const named = () => session.found.flatMap(({ mentions }) => mentions.map(({ entity }) => entity));
    apply(session, {
      ...everything,
      exceptions: [{ entity: 'test/shades', name: 'Gender Shades', beside: 'art' }],
    });
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
    expect(named()).toEqual(['test/rekognition', 'test/shades']);
    apply(session, { ...everything, exceptions: [{ entity: 'test/shades', name: 'Gender Shades' }] });
    await settle().toEqual(['Amazon Rekognition']);
    expect(named()).toEqual(['test/rekognition']);
    apply(session, everything);
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades', 'Gender Shades']);
  });
});

describe('what a session paints', () => {
  it('paints names across inline elements without touching the page', async () => {
    article.innerHTML = '<p>Tests of Amazon <b>Rekog</b>nition and <i>Gender Shades</i>.</p>';
    const before = document.documentElement.outerHTML;
    start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('leaves nothing when it is stopped', async () => {
    article.innerHTML = '<p>Gender Shades</p>';
    start();
    await settle().toEqual(['Gender Shades']);
    controller.abort();
    expect([...CSS.highlights.keys()]).toEqual([]);
  });

  it('follows a topic that is switched off and on again', async () => {
    article.innerHTML = '<p>Rekognition and Gender Shades</p>';
    const session = start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    apply(session, { ...everything, colorByTopic: new Map([['test/audits', '#b01a3c']]) });
    await settle().toEqual(['Gender Shades']);
    apply(session, everything);
    await settle().toEqual(['Gender Shades', 'Rekognition']);
  });

  it('changes the painter without a trace of the other', async () => {
    article.innerHTML = '<p>Rekognition and Gender Shades</p>';
    const session = start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    apply(session, { ...everything, painter: 'mark-element' });
    await expect.poll(() => article.querySelectorAll('sidelight-mark').length).toBe(2);
    expect([...CSS.highlights.keys()]).toEqual([]);
    apply(session, everything);
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    expect(article.innerHTML).toBe('<p>Rekognition and Gender Shades</p>');
    expect(article.firstChild?.childNodes.length).toBe(1);
  });
});

describe('text that nobody can see', () => {
  it.each(['auto', 'mark-element'] as const)(
    'is painted by %s when it can be seen, beside what is painted',
    async (painter) => {
      article.innerHTML =
        '<style>.off { opacity: 0 }</style><p>Gender Shades and <b class="off">Rekognition</b> and <i class="off">x</i> Gender Shades</p>';
      start({ painter });
      await settle().toEqual(['Gender Shades', 'Gender Shades']);
      article.querySelector('b')?.classList.remove('off');
      await settle().toEqual(['Gender Shades', 'Gender Shades', 'Rekognition']);
      article.querySelector('b')?.classList.add('off');
      await settle().toEqual(['Gender Shades', 'Gender Shades']);
    },
  );

  it('has layout asked for nothing on a page that has nothing to show', async () => {
    article.innerHTML = '<p>Microsoft</p><p>Microsoft, too</p>';
    const onPainted = vi.fn();
    const asked = vi.spyOn(Range.prototype, 'getClientRects');
    const styled = vi.spyOn(window, 'getComputedStyle');
    const session = start({}, onPainted);
    await session.whenRead;
    expect(session.found).toHaveLength(2);
    expect([asked.mock.calls.length, styled.mock.calls.length]).toEqual([0, 0]);
    article.insertAdjacentHTML('beforeend', '<p>Rekognition</p>');
    await settle().toContain('Rekognition');
    expect(asked).toHaveBeenCalled();
  });
});

describe('a page that changes', () => {
  const cases: [string, string, () => void, string[]][] = [
    [
      'an added paragraph',
      '<p>none</p>',
      () => article.insertAdjacentHTML('beforeend', '<p>Gender Shades</p>'),
      ['Gender Shades'],
    ],
    ['text written into a node', '<p>none</p>', () => setText('Rekognition again'), ['Rekognition']],
    ['text taken out of a node', '<p>Rekognition</p>', () => setText('nothing'), []],
    [
      'a name completed by a sibling',
      '<p>Gender </p>',
      () => article.firstElementChild?.append('Shades'),
      ['Gender Shades'],
    ],
    ['a name cut in two', '<p>Gender Shades</p>', () => firstText().deleteData(3, 5), []],
    [
      'a paragraph removed',
      '<p>Rekognition</p><p>Gender Shades</p>',
      () => article.firstElementChild?.remove(),
      ['Gender Shades'],
    ],
    [
      'a paragraph moved',
      '<p>Rekognition</p><p>Gender Shades</p>',
      () => article.append(article.firstElementChild as Element),
      ['Gender Shades', 'Rekognition'],
    ],
    [
      'inline text moved to another paragraph',
      '<p><b>Gender </b></p><p>Shades</p>',
      () => article.children[1]?.prepend(article.querySelector('b') as Element),
      ['Gender Shades'],
    ],
    [
      'text that is displayed',
      '<p style="position:absolute" class="gone">Rekognition</p><style>.gone{display:none}</style>',
      () => article.querySelector('p')?.classList.remove('gone'),
      ['Rekognition'],
    ],
    [
      'text whose style hid it',
      '<p style="display:none">Rekognition</p>',
      () => article.querySelector('p')?.removeAttribute('style'),
      ['Rekognition'],
    ],
    [
      'text that was hidden until found',
      '<div hidden="until-found"><p>Rekognition</p></div>',
      () => article.querySelector('div')?.removeAttribute('hidden'),
      ['Rekognition'],
    ],
    [
      'text that is handed to an editor',
      '<p>Rekognition</p>',
      () => article.querySelector('p')?.setAttribute('contenteditable', ''),
      [],
    ],
    [
      'a <details> that is opened',
      '<details><summary>More</summary><p>Rekognition</p></details>',
      () => article.querySelector('details')?.setAttribute('open', ''),
      ['Rekognition'],
    ],
  ];
  it.each(cases)('keeps up with %s', async (_, html, change, expected) => {
    article.innerHTML = `${html}<p>Gender Shades, Rekognition</p>`;
    start();
    await settle().toContain('Gender Shades');
    change();
    await settle().toEqual([...expected, 'Gender Shades', 'Rekognition'].sort());
  });

  it('loses no batch however fast they come', async () => {
    start();
    for (let round = 0; round < 60; round += 1) {
      article.insertAdjacentHTML('beforeend', `<p>${round} Gender Shades</p>`);
      if (round % 3 === 0) await new Promise(requestAnimationFrame);
    }
    await settle().toHaveLength(60);
  });

  it('reads a batch of thousands once', async () => {
    const onPainted = vi.fn();
    start({}, onPainted);
    await expect.poll(() => onPainted.mock.calls.length).toBe(1);
    background.messages.length = 0;
    for (let round = 0; round < 3_000; round += 1) {
      article.insertAdjacentHTML('beforeend', `<section>${round}</section>`);
    }
    article.insertAdjacentHTML('beforeend', '<p>Rekognition</p>');
    await settle().toEqual(['Rekognition']);
    expect(background.messages.length).toBe(1);
  });

  it('puts its highlights back once when a page clears the registry', async () => {
    article.innerHTML = '<p>Rekognition</p>';
    const session = start();
    await settle().toEqual(['Rekognition']);
    CSS.highlights.clear();
    article.append(document.createElement('p'), 'x');
    await settle().toEqual(['Rekognition']);
    CSS.highlights.clear();
    article.append('Gender Shades');
    await expect.poll(() => session.items.length).toBe(0);
    expect(painted()).toEqual([]);
  });

  function firstText(): Text {
    return article.querySelector('p')?.firstChild as Text;
  }

  function setText(text: string): void {
    firstText().data = text;
  }
});

describe('shadow trees', () => {
  it('paints in open roots, nested ones and later ones', async () => {
    article.innerHTML = '<div id="a"></div><p>Rekognition</p>';
    const root = (article.querySelector('#a') as Element).attachShadow({ mode: 'open' });
    root.innerHTML = '<p>Gender Shades</p><div id="b"></div>';
    const inner = (root.querySelector('#b') as Element).attachShadow({ mode: 'open' });
    inner.innerHTML = '<p>Amazon Rekognition</p>';
    start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades', 'Rekognition']);
    inner.innerHTML = '<p>Rekognition</p>';
    await settle().toEqual(['Gender Shades', 'Rekognition', 'Rekognition']);
  });

  it('paints in a custom element that is defined late', async () => {
    article.innerHTML = '<late-article></late-article><p>Rekognition</p>';
    start();
    await settle().toEqual(['Rekognition']);
    customElements.define(
      'late-article',
      class extends HTMLElement {
        constructor() {
          super();
          this.attachShadow({ mode: 'open' }).innerHTML = '<p>Gender Shades</p>';
        }
      },
    );
    await settle().toEqual(['Gender Shades', 'Rekognition']);
  });

  it('leaves closed roots alone', async () => {
    article.innerHTML = '<div></div><p>Rekognition</p>';
    (article.querySelector('div') as Element).attachShadow({ mode: 'closed' }).innerHTML =
      '<p>Gender Shades</p>';
    const session = start();
    await settle().toEqual(['Rekognition']);
    expect(session.items.map(textOf)).toEqual(['Rekognition']);
  });
});

describe('where it does not belong', () => {
  it.each([
    ['an editable element', '<div contenteditable>Rekognition</div>'],
    ['a paragraph in an editable element', '<div contenteditable><p>Rekognition</p></div>'],
    ['code', '<pre><code>Rekognition</code></pre>'],
    ['a text field', '<textarea>Rekognition</textarea>'],
    ['text that is not displayed', '<div style="display:none"><p>Rekognition</p></div>'],
    ['MathML', '<math><mtext>Rekognition</mtext></math>'],
    ['SVG', '<svg><text>Rekognition</text></svg>'],
  ])('leaves %s alone, also when it changes', async (_, html) => {
    article.innerHTML = `${html}<p>Gender Shades</p>`;
    start();
    await settle().toEqual(['Gender Shades']);
    const walker = document.createTreeWalker(article.firstElementChild as Element, NodeFilter.SHOW_TEXT);
    (walker.nextNode() as Text).data = 'Rekognition anew';
    article.append('Gender Shades');
    await settle().toEqual(['Gender Shades', 'Gender Shades']);
  });
});
