import { describe, expect, it, vi } from 'vitest';
import type { PageChoices } from '../../src/contracts/page-choices.ts';
import type { PageSession } from '../../src/page/page-session.ts';
import { everything } from './every-choice.ts';
import { painted, prepareSession, settle } from './tested-session.ts';

const tested = prepareSession();

/** Changes the reader's choices: the background has them by the time the page receives them. */
function apply(session: PageSession, choices: PageChoices): void {
  tested.background.exceptions = choices.exceptions;
  session.apply(choices);
}

describe('what a session sends to the background', () => {
  const texts = () => tested.background.messages.map(({ removed, added }) => [removed.length, added.length]);

  it('is the whole page once, then only the blocks whose text has changed', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p><p>one</p><p>two</p>';
    tested.start();
    await settle().toEqual(['Gender Shades']);
    tested.background.messages.length = 0;
    tested.article.children[1]?.append(' Rekognition');
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    expect(texts()).toEqual([[1, 1]]);
  });

  it('is nothing where a place is read again and says what it said before', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p>';
    tested.start();
    await settle().toEqual(['Gender Shades']);
    tested.background.messages.length = 0;
    tested.article.innerHTML = '<p>Gender <b>Shades</b></p>';
    await expect.poll(() => tested.article.querySelector('b') && painted()).toEqual(['Gender Shades']);
    expect(texts()).toEqual([]);
  });

  it('is everything again when the background has forgotten it, and no mark is lost or left', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p><p>Amazon Rekognition</p>';
    tested.start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
    tested.background.forget();
    tested.article.firstElementChild?.replaceChildren('Gone.');
    tested.article.append('Rekognition');
    await settle().toEqual(['Amazon Rekognition', 'Rekognition']);
  });

  it('is sent a moment later if the background could not be reached: the reader need not leave and return', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p>';
    tested.background.isReachable = false;
    tested.start();
    await expect.poll(() => tested.background.refused).toBe(1);
    tested.background.isReachable = true;
    await settle().toEqual(['Gender Shades']);
  });

  it('waits in a hidden tab until that is seen; what is known is drawn as the reader chooses all the same', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p><p>Rekognition</p>';
    const session = tested.start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    tested.background.messages.length = 0;
    const visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    const withoutAudits = { ...everything, colorByTopic: new Map([['test/systems', '#1a6fb0']]) };
    apply(session, { ...withoutAudits, exceptions: [{ entity: 'test/rekognition', name: 'Rekognition' }] });
    await settle().toEqual(['Rekognition']);
    tested.article.insertAdjacentHTML('beforeend', '<p>Amazon Rekognition</p>');
    apply(session, { ...everything, exceptions: [{ entity: 'test/rekognition', name: 'Rekognition' }] });
    // A pending request would be sent as soon as the tab is visible, and be noticed here.
    expect(tested.background.messages).toEqual([]);
    visibility.mockRestore();
    document.dispatchEvent(new Event('visibilitychange'));
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
  });

  it('is sent when the reader returns, if the background could not be reached', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p>';
    tested.background.isReachable = false;
    tested.start();
    await expect.poll(() => tested.background.refused).toBe(1);
    tested.background.isReachable = true;
    document.dispatchEvent(new Event('visibilitychange'));
    await settle().toEqual(['Gender Shades']);
  });

  it('is answered for another state of the page, which has changed meanwhile: its marks are those of the last', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p>';
    tested.start();
    tested.background.onMessage = () => {
      tested.background.onMessage = undefined;
      tested.article.innerHTML = '<p>Rekognition</p>';
    };
    await settle().toEqual(['Rekognition']);
  });
});

describe('what a reader called a wrong match', () => {
  it('loses its mark and its place among what was found at once, and gets both back', async () => {
    tested.article.innerHTML =
      '<p>Tests of Amazon Rekognition and <i>Gender Shades</i>.</p><p>Gender Shades art.</p>';
    const session = tested.start();
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
    tested.article.innerHTML = '<p>Tests of Amazon <b>Rekog</b>nition and <i>Gender Shades</i>.</p>';
    const before = document.documentElement.outerHTML;
    tested.start();
    await settle().toEqual(['Amazon Rekognition', 'Gender Shades']);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it('leaves nothing when it is stopped', async () => {
    tested.article.innerHTML = '<p>Gender Shades</p>';
    tested.start();
    await settle().toEqual(['Gender Shades']);
    tested.controller.abort();
    expect([...CSS.highlights.keys()]).toEqual([]);
  });

  it('follows a topic that is switched off and on again', async () => {
    tested.article.innerHTML = '<p>Rekognition and Gender Shades</p>';
    const session = tested.start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    apply(session, { ...everything, colorByTopic: new Map([['test/audits', '#b01a3c']]) });
    await settle().toEqual(['Gender Shades']);
    apply(session, everything);
    await settle().toEqual(['Gender Shades', 'Rekognition']);
  });

  it('changes the highlighter without remains of the other', async () => {
    tested.article.innerHTML = '<p>Rekognition and Gender Shades</p>';
    const session = tested.start();
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    apply(session, { ...everything, highlighter: 'mark-element' });
    await expect.poll(() => tested.article.querySelectorAll('sidelight-mark').length).toBe(2);
    expect([...CSS.highlights.keys()]).toEqual([]);
    apply(session, everything);
    await settle().toEqual(['Gender Shades', 'Rekognition']);
    expect(tested.article.innerHTML).toBe('<p>Rekognition and Gender Shades</p>');
    expect(tested.article.firstChild?.childNodes.length).toBe(1);
  });
});

describe('a highlighter that is changed while another change is being drawn', () => {
  it.each(['mark-element', 'custom-highlight'] as const)('draws every mark, with %s', async (highlighter) => {
    const count = 400;
    tested.article.innerHTML = '<p>Rekognition</p>'.repeat(count);
    const other = highlighter === 'mark-element' ? 'custom-highlight' : 'mark-element';
    const colorByTopic = new Map([['test/systems', '#b01a3c']]);
    const session = tested.start({ ...everything, highlighter: other });
    await expect.poll(() => session.items.length, { timeout: 10_000 }).toBe(count);
    // Every block is drawn again, in more than one slice.
    apply(session, { ...everything, highlighter: other, colorByTopic });
    // The session gets its first slices.
    await new Promise((resolve) => setTimeout(resolve));
    apply(session, { ...everything, highlighter, colorByTopic });
    const countDrawn = () =>
      highlighter === 'mark-element'
        ? tested.article.querySelectorAll('sidelight-mark').length
        : [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    await expect.poll(countDrawn, { timeout: 10_000 }).toBe(count);
    expect(session.items.length).toBe(count);
  });
});

describe('invisible text', () => {
  it.each(['auto', 'mark-element'] as const)(
    'is marked by %s when it becomes visible, beside the existing marks',
    async (highlighter) => {
      tested.article.innerHTML =
        '<style>.off { opacity: 0 }</style><p>Gender Shades and <b class="off">Rekognition</b> and <i class="off">x</i> Gender Shades</p>';
      tested.start({ highlighter });
      await settle().toEqual(['Gender Shades', 'Gender Shades']);
      tested.article.querySelector('b')?.classList.remove('off');
      await settle().toEqual(['Gender Shades', 'Gender Shades', 'Rekognition']);
      tested.article.querySelector('b')?.classList.add('off');
      await settle().toEqual(['Gender Shades', 'Gender Shades']);
    },
  );

  it('has layout asked for nothing on a page that has nothing to show', async () => {
    tested.article.innerHTML = '<p>Microsoft</p><p>Microsoft, too</p>';
    const onDrawn = vi.fn();
    const asked = vi.spyOn(Range.prototype, 'getClientRects');
    const styled = vi.spyOn(window, 'getComputedStyle');
    const session = tested.start({}, onDrawn);
    await expect.poll(() => session.isRead).toBe(true);
    expect(session.found).toHaveLength(2);
    expect([asked.mock.calls.length, styled.mock.calls.length]).toEqual([0, 0]);
    tested.article.insertAdjacentHTML('beforeend', '<p>Rekognition</p>');
    await settle().toContain('Rekognition');
    expect(asked).toHaveBeenCalled();
  });
});

describe('a page that changes', () => {
  const cases: [string, string, () => void, string[]][] = [
    [
      'an added paragraph',
      '<p>none</p>',
      () => tested.article.insertAdjacentHTML('beforeend', '<p>Gender Shades</p>'),
      ['Gender Shades'],
    ],
    ['text written into a node', '<p>none</p>', () => setText('Rekognition again'), ['Rekognition']],
    ['text taken out of a node', '<p>Rekognition</p>', () => setText('nothing'), []],
    [
      'a name completed by a sibling',
      '<p>Gender </p>',
      () => tested.article.firstElementChild?.append('Shades'),
      ['Gender Shades'],
    ],
    ['a name cut in two', '<p>Gender Shades</p>', () => firstText().deleteData(3, 5), []],
    [
      'a paragraph removed',
      '<p>Rekognition</p><p>Gender Shades</p>',
      () => tested.article.firstElementChild?.remove(),
      ['Gender Shades'],
    ],
    [
      'a paragraph moved',
      '<p>Rekognition</p><p>Gender Shades</p>',
      () => tested.article.append(tested.article.firstElementChild as Element),
      ['Gender Shades', 'Rekognition'],
    ],
    [
      'inline text moved to another paragraph',
      '<p><b>Gender </b></p><p>Shades</p>',
      () => tested.article.children[1]?.prepend(tested.article.querySelector('b') as Element),
      ['Gender Shades'],
    ],
    [
      'text that is displayed',
      '<p style="position:absolute" class="gone">Rekognition</p><style>.gone{display:none}</style>',
      () => tested.article.querySelector('p')?.classList.remove('gone'),
      ['Rekognition'],
    ],
    [
      'text whose style hid it',
      '<p style="display:none">Rekognition</p>',
      () => tested.article.querySelector('p')?.removeAttribute('style'),
      ['Rekognition'],
    ],
    [
      'text that was hidden until found',
      '<div hidden="until-found"><p>Rekognition</p></div>',
      () => tested.article.querySelector('div')?.removeAttribute('hidden'),
      ['Rekognition'],
    ],
    [
      'text that is handed to an editor',
      '<p>Rekognition</p>',
      () => tested.article.querySelector('p')?.setAttribute('contenteditable', ''),
      [],
    ],
    [
      'a <details> that is opened',
      '<details><summary>More</summary><p>Rekognition</p></details>',
      () => tested.article.querySelector('details')?.setAttribute('open', ''),
      ['Rekognition'],
    ],
  ];
  it.each(cases)('keeps up with %s', async (_, html, change, expected) => {
    tested.article.innerHTML = `${html}<p>Gender Shades, Rekognition</p>`;
    tested.start();
    await settle().toContain('Gender Shades');
    change();
    await settle().toEqual([...expected, 'Gender Shades', 'Rekognition'].sort());
  });

  it('loses no batch however fast they come', async () => {
    tested.start();
    for (let round = 0; round < 60; round += 1) {
      tested.article.insertAdjacentHTML('beforeend', `<p>${round} Gender Shades</p>`);
      if (round % 3 === 0) await new Promise(requestAnimationFrame);
    }
    await settle().toHaveLength(60);
  });

  it('reads a batch of thousands once', async () => {
    const onDrawn = vi.fn();
    tested.start({}, onDrawn);
    await expect.poll(() => onDrawn.mock.calls.length).toBe(1);
    tested.background.messages.length = 0;
    for (let round = 0; round < 3_000; round += 1) {
      tested.article.insertAdjacentHTML('beforeend', `<section>${round}</section>`);
    }
    tested.article.insertAdjacentHTML('beforeend', '<p>Rekognition</p>');
    await settle().toEqual(['Rekognition']);
    expect(tested.background.messages.length).toBe(1);
  });

  function firstText(): Text {
    return tested.article.querySelector('p')?.firstChild as Text;
  }

  function setText(text: string): void {
    firstText().data = text;
  }
});
