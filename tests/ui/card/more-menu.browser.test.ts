import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import {
  boxOf,
  button,
  choose,
  dialog,
  frame,
  menuItem,
  openCard,
  port,
  prepareCards,
  press,
  root,
  services,
  waitUntilItCounts,
} from './tested-card.ts';

prepareCards();

const mention = { name: 'ExSys', wordsBeside: { before: 'the', after: 'runs on' } };
const menu = () => root.querySelector<HTMLElement>('[role=menu]');
const words = () => [...root.querySelectorAll('[role=menuitem]')].map(({ textContent }) => textContent);
const focused = () => root.activeElement?.textContent ?? '';

async function openMenu(key = '{Enter}'): Promise<void> {
  frame().focus({ preventScroll: true });
  button('More')?.focus();
  await userEvent.keyboard(key);
  await waitUntil(() => root.activeElement?.role === 'menuitem');
}

/** Clicks at a point of the window: the driver finds no element inside a closed root. */
async function click(element: Element | null = null): Promise<void> {
  const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
  const position = { x: boxOf().left + left + 8, y: boxOf().top + top + 8 };
  await userEvent.click(document.documentElement, { position, force: true });
}

test('every action is one of the menu, in words', async () => {
  await openCard({ mention });
  await openMenu();
  expect(words()).toEqual([
    'Why is this marked?',
    'Wrong match',
    'Hide this entity',
    'Not on this site',
    'Stop marking this topic Systems',
    'Copy citation',
    'Report an error',
    'Options',
  ]);
});

test('the story of a kept quotation can be switched off, unlike the topics of a pack’s', async () => {
  const pack = { ...card.pack, id: 'kept-0123456789abcdef', keptCount: 2 };
  const topic = { ...card.topic, ref: 'kept-0123456789abcdef/story', title: 'New pipes' };
  services.loadContent.mockResolvedValue({ ...card, kind: 'statement', type: 'statement', pack, topic });
  await openCard({ subject: { kind: 'statement', ref: card.ref }, textOnPage: 'x' });
  await waitUntilItCounts();
  await choose('Stop marking this topic');
  expect(services.switchTopic).toHaveBeenCalledWith(topic.ref, false);
});

test('a quotation is marked whatever topics are on, and is no entity', async () => {
  const { ref } = card;
  services.loadContent.mockResolvedValue({ ...card, kind: 'statement', type: 'statement' });
  await openCard({ subject: { kind: 'statement', ref } });
  await openMenu();
  expect(words()).toEqual([
    'Why is this marked?',
    'Not on this site',
    'Copy citation',
    'Report an error',
    'Options',
  ]);
});

test('arrows, Home, End and letters move in it, round and round; the button says whether it is open', async () => {
  await openCard({ mention });
  const more = button('More');
  expect([more?.ariaHasPopup, more?.ariaExpanded]).toEqual(['menu', 'false']);
  await openMenu('{ArrowDown}');
  expect([more?.ariaExpanded, more?.getAttribute('aria-controls')]).toEqual(['true', menu()?.id]);
  const visited: string[] = [focused()];
  for (const key of [
    'ArrowDown',
    'ArrowUp',
    'ArrowUp',
    'ArrowDown',
    'End',
    'Home',
    'n',
    'o',
    'x',
    'w',
    'w',
  ]) {
    await userEvent.keyboard(`{${key}}`);
    visited.push(focused());
  }
  expect(visited.map((label) => label.slice(0, 5))).toEqual([
    ...['Why i', 'Wrong', 'Why i', 'Optio', 'Why i', 'Optio', 'Why i'],
    ...['Not o', 'Optio', 'Optio', 'Why i', 'Wrong'],
  ]);
  await userEvent.keyboard('{Escape}');
  await openMenu('{ArrowUp}');
  expect(focused()).toBe('Options');
});

test('Esc closes the menu alone and gives the focus back, a second one the card', async () => {
  await openCard();
  await openMenu(' ');
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await waitUntil(() => menu() === null);
  expect(port.isOpen).toBe(true);
  expect(root.activeElement).toBe(button('More'));
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => !port.isOpen);
});

test.each([
  ['Tab', 'Close'],
  ['Shift>}{Tab}{/Shift', 'As of'],
])('%s leaves it and goes on from its button', async (key) => {
  const shown = await openCard();
  await openMenu();
  await userEvent.keyboard(`{${key}}`);
  await waitUntil(() => menu() === null);
  const stops = [...shown.querySelectorAll<HTMLElement>('a[href], button, summary')].filter((stop) =>
    stop.checkVisibility(),
  );
  const at = stops.indexOf(button('More') as HTMLElement);
  const next = key === 'Tab' ? stops[(at + 1) % stops.length] : stops[at - 1];
  expect(root.activeElement).toBe(next);
});

test('a press elsewhere in the card closes it, and one on its button', async () => {
  const shown = await openCard();
  await openMenu();
  await click(shown.querySelector('h2'));
  await waitUntil(() => menu() === null);
  expect(port.isOpen).toBe(true);
  await click(button('More'));
  await waitUntil(() => root.activeElement === menuItem('Why is this marked?'));
  await click(button('More'));
  await waitUntil(() => menu() === null);
  expect(root.activeElement).toBe(button('More'));
});

test.each([
  [400, 480, 16],
  [400, 690, 16],
  [400, 690, 32],
  [320, 480, 32],
  [1000, 800, 32],
])(
  'in a window of %i × %i px with text of %i px it is whole inside the card',
  async (width, height, textPx) => {
    await page.viewport(width, height);
    const shown = await openCard({ mention });
    root.documentElement.style.fontSize = `${textPx}px`;
    for (const direction of ['ltr', 'rtl']) {
      root.documentElement.dir = direction;
      await openMenu('{ArrowDown}');
      for (const label of words()) {
        expect(focused()).toBe(label);
        const item = (root.activeElement as HTMLElement).getBoundingClientRect();
        const box = menu()?.getBoundingClientRect() as DOMRect;
        const around = shown.getBoundingClientRect();
        expect(box.left).toBeGreaterThanOrEqual(around.left);
        expect(box.right).toBeLessThanOrEqual(around.right);
        expect(box.top).toBeGreaterThanOrEqual(around.top);
        expect(item.top).toBeGreaterThanOrEqual(box.top);
        expect(item.bottom).toBeLessThanOrEqual(box.bottom);
        expect(item.right).toBeLessThanOrEqual(box.right);
        await userEvent.keyboard('{ArrowDown}');
      }
      await userEvent.keyboard('{Escape}');
      await waitUntil(() => menu() === null);
    }
  },
);

test('a card of few words has room for all of it', async () => {
  services.loadContent.mockResolvedValue({
    ...card,
    ...{
      summary: 'A system.',
      summaryCites: [],
      facts: [],
      statements: [],
      positions: [],
      events: [],
      related: [],
    },
  });
  await openCard({ mention });
  await openMenu();
  const { scrollHeight, clientHeight } = menu() as HTMLElement;
  expect(scrollHeight).toBe(clientHeight);
});

test('a topic is switched off, and on again by undo, after which the focus is on the menu’s button', async () => {
  services.switchTopic.mockResolvedValue();
  await openCard();
  await waitUntilItCounts();
  const status = () => dialog()?.querySelector('[role=status]')?.textContent;
  await choose('Stop marking this topic');
  await waitUntil(() => status()?.startsWith('“Systems” is no longer marked'));
  expect(menu()).toBeNull();
  await press(button('Undo'));
  await waitUntil(() => status() === 'Undone.');
  expect(services.switchTopic.mock.calls).toEqual([
    ['test/systems', false],
    ['test/systems', true],
  ]);
  expect(root.activeElement).toBe(button('More'));
});

test('what is pressed before the card has been still is refused', async () => {
  await openCard();
  const cover = document.body.appendChild(document.createElement('div'));
  cover.popover = 'manual';
  const flicker = setInterval(() => cover.togglePopover(), 20);
  await waitUntil(() => !port.mayAct);
  await choose('Stop marking this topic');
  await waitUntil(() =>
    dialog()?.querySelector('[role=status]')?.textContent?.includes('just covered or moved'),
  );
  clearInterval(flicker);
  expect(services.switchTopic).not.toHaveBeenCalled();
});

test('a pack without topics has none to switch off', async () => {
  services.loadContent.mockResolvedValue({ ...card, topic: { ref: '', title: '', color: '#6b7280' } });
  await openCard();
  await openMenu();
  expect(menuItem('Stop marking this topic')).toBeUndefined();
});
