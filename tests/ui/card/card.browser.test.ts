import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../../src/view-models/card-content.ts';
import { waitUntil } from '../wait-until.ts';
import { card, gazette, pause, wording } from './card-statement.ts';
import {
  boxOf,
  button,
  byId,
  choose,
  frame,
  host,
  menuItem,
  openCard,
  openSection,
  port,
  prepareCards,
  press,
  requestFor,
  root,
  services,
  waitUntilItCounts,
} from './tested-card.ts';

prepareCards();

test('a click opens it in the top layer, labelled by its title, and the focus moves in', async () => {
  byId('before').focus();
  const shown = await openCard();
  expect(host().matches(':popover-open')).toBe(true);
  expect(host().shadowRoot).toBeNull();
  expect(root.getElementById(shown.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Example System',
  );
  expect(document.activeElement).toBe(host());
  expect(root.activeElement).toBe(shown);
  expect(root.hasFocus()).toBe(true);
});

test('Esc closes it and gives the focus back; nothing that it said is left, and soon nothing at all', async () => {
  byId('before').focus();
  const before = document.documentElement.outerHTML;
  await openCard();
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => !port.isOpen && root.querySelector('.card')?.childElementCount === 0);
  expect(document.activeElement).toBe(byId('before'));
  expect(root.body.inert).toBe(true);
  port.discard();
  expect(document.documentElement.outerHTML).toBe(before);
});

test('hovering opens it without moving the focus, and a click then keeps it', async () => {
  byId('before').focus();
  const shown = await openCard({ openedBy: 'hover' });
  expect(document.activeElement).toBe(byId('before'));
  port.open(requestFor(byId('term')));
  expect(port.isOpen).toBe(true);
  await waitUntil(() => root.activeElement === shown);
  expect(document.activeElement).toBe(host());
});

test('a click elsewhere closes it, one inside or with another button does not', async () => {
  await openCard();
  // Clicks at a point: the driver finds no element inside a closed root.
  const within = { position: { x: boxOf().left + 60, y: boxOf().top + 20 }, force: true };
  await userEvent.click(document.documentElement, within);
  await userEvent.click(byId('other'), { button: 'right' });
  expect(port.isOpen).toBe(true);
  await userEvent.click(byId('other'));
  expect(port.isOpen).toBe(false);
});

test('what a page makes up closes nothing, and moves nothing inside', async () => {
  const shown = await openCard();
  const at = { bubbles: true, composed: true, clientX: 5, clientY: 5 };
  for (const target of [byId('other'), host(), document, window]) {
    target.dispatchEvent(new PointerEvent('pointerdown', at));
    target.dispatchEvent(new MouseEvent('click', at));
    for (const key of ['Escape', 'Tab', 'ArrowLeft']) {
      for (const altKey of [false, true]) {
        target.dispatchEvent(new KeyboardEvent('keydown', { ...at, key, altKey }));
      }
    }
  }
  expect(port.isOpen).toBe(true);
  expect(root.activeElement).toBe(shown);
});

test('a second click on the term closes it', async () => {
  await openCard();
  port.open(requestFor(byId('term')));
  expect(port.isOpen).toBe(false);
});

test('keys and clicks inside do not reach the page, and Esc does not either', async () => {
  const events: string[] = [];
  const listen = (event: Event) => events.push(event.type);
  const types = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'focusin', 'wheel'];
  const shown = await openCard();
  for (const type of types) document.addEventListener(type, listen);
  button('More')?.focus();
  await userEvent.keyboard('x{Enter}');
  await waitUntil(() => root.activeElement === menuItem('Why is this marked?'));
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => shown.querySelector('.why') !== null);
  expect(shown.textContent).toContain('The page says “Example System”');
  shown.dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true }));
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => !port.isOpen);
  for (const type of types) document.removeEventListener(type, listen);
  expect(events).toEqual([]);
});

test('Esc that closes the card does not reach the page when it is released, whatever is released before', async () => {
  const events: string[] = [];
  const listen = (event: KeyboardEvent) => events.push(`${event.type} ${event.key}`);
  await openCard();
  // In the page, where the focus stays when hovering opens a card.
  byId('before').focus();
  await userEvent.keyboard('{a>}');
  for (const type of ['keydown', 'keyup'] as const) document.addEventListener(type, listen);
  await userEvent.keyboard('{Escape>}');
  expect(port.isOpen).toBe(false);
  // Forged events use up nothing.
  document.dispatchEvent(new KeyboardEvent('keyup', { key: 'Escape', bubbles: true }));
  await userEvent.keyboard('{/a}{/Escape}');
  await userEvent.keyboard('{Escape}');
  for (const type of ['keydown', 'keyup'] as const) document.removeEventListener(type, listen);
  expect(events).toEqual(['keyup Escape', 'keyup a', 'keydown Escape', 'keyup Escape']);
});

test('Tab stays inside, forwards and backwards', async () => {
  const shown = await openCard();
  const stops = new Set<Element | null>();
  for (let count = 0; count < 60; count += 1) {
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement).toBe(host());
    stops.add(root.activeElement);
  }
  expect(stops.has(button('Close') as Element)).toBe(true);
  expect(stops.has(button('More') as Element)).toBe(true);
  shown.focus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(root.activeElement).toBe(button('More'));
});

test('it is beside the term, inside the window, and follows it when the page scrolls', async () => {
  await openCard();
  const term = byId('term').getBoundingClientRect();
  const box = boxOf();
  expect(box.top).toBeGreaterThanOrEqual(term.bottom);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(box.width).toBeGreaterThanOrEqual(320);
  expect(box.width).toBeLessThanOrEqual(450);
  scrollBy(0, 50);
  await waitUntil(() => Math.abs(boxOf().top - (box.top - 50)) <= 1);
  expect(boxOf().height).toBe(box.height);
});

test('with no room below it is above the term, whole', async () => {
  byId('term').style.cssText = 'position: fixed; bottom: 10px; left: 900px';
  await openCard();
  const box = boxOf();
  expect(box.bottom).toBeLessThanOrEqual(byId('term').getBoundingClientRect().top);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
});

test('in a narrow window it is a sheet at the bottom', async () => {
  await page.viewport(400, 700);
  await openCard();
  const box = boxOf();
  expect([box.left, box.right, box.bottom]).toEqual([0, 400, 700]);
  expect(box.height).toBeLessThanOrEqual(490);
});

test.each([
  'html > div, *:popover-open { display: none !important }',
  '* { all: unset !important; font-size: 3px !important }',
  'html { font-size: 4px; zoom: 1.5 } body { transform: scale(2) }',
])('no style of the page reaches it: %s', async (style) => {
  const free = await openCard();
  const { width, height } = boxOf();
  const font = getComputedStyle(free).fontSize;
  port.close();
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = style;
  const shown = await openCard();
  expect(frame().checkVisibility()).toBe(true);
  expect(boxOf().width).toBeCloseTo(width, 0);
  expect(boxOf().height).toBeCloseTo(height, -2);
  expect(getComputedStyle(shown).fontSize).toBe(font);
  sheet.remove();
});

test('in a modal dialog it can be used, and it moves home when the dialog closes', async () => {
  const modal = document.body.appendChild(document.createElement('dialog'));
  modal.innerHTML = '<p><span id="inside">Example System</span></p>';
  modal.showModal();
  await openCard({}, byId('inside'));
  expect(host().parentElement).toBe(modal);
  button('More')?.focus();
  expect(root.activeElement).toBe(button('More'));
  modal.close();
  await waitUntil(() => host().parentElement === document.documentElement);
  expect(host().matches(':popover-open')).toBe(true);
  expect(document.activeElement).toBe(host());
  expect(root.activeElement).toBe(button('More'));
});

test('it moves into a modal dialog that opens later, and is in that of its term, not in the fullscreen around', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<section><dialog><span id="inside">Example System</span></dialog></section>',
  );
  const dialog = document.querySelector('dialog') as HTMLDialogElement;
  await openCard();
  dialog.showModal();
  await waitUntil(() => host().parentElement === dialog);
  expect(host().matches(':popover-open')).toBe(true);
  port.close();
  // Something that only a real click can cause.
  Object.defineProperty(document, 'fullscreenElement', { value: dialog.parentElement, configurable: true });
  await openCard({}, byId('inside'));
  Reflect.deleteProperty(document, 'fullscreenElement');
  expect(host().parentElement).toBe(dialog);
});

// Moving it would close it for a moment, and each close fires an event.
test('popovers and dialogs that open and close elsewhere do not move it', async () => {
  document.body.insertAdjacentHTML('beforeend', '<div popover="manual">Menu</div><dialog>News</dialog>');
  const [menu, news] = [
    document.querySelector('[popover]') as HTMLElement,
    document.querySelector('dialog') as HTMLDialogElement,
  ];
  const shown = await openCard();
  const moves: Node[] = [];
  const observer = new MutationObserver((records) =>
    moves.push(...records.flatMap(({ removedNodes }) => [...removedNodes])),
  );
  observer.observe(document, { childList: true, subtree: true });
  let reported = 0;
  for (const type of ['toggle', 'close']) {
    for (const element of [menu, news]) element.addEventListener(type, () => (reported += 1));
  }
  menu.showPopover();
  news.show();
  await waitUntil(() => reported === 2);
  menu.hidePopover();
  news.close();
  await waitUntil(() => reported === 5);
  observer.disconnect();
  expect(moves).toEqual([]);
  expect(root.activeElement).toBe(shown);
});

test('on a page with a date, the latest that happened since is said, and the dates are a press away', async () => {
  const events = [
    ...card.events,
    { date: { value: '2022', precision: 'year' as const }, text: 'The pause ends.', cites: [] },
  ];
  services.loadContent.mockResolvedValue({ ...card, events });
  const shown = await openCard({ pageDate: '2020-06-10' });
  expect(shown.querySelector('.since')?.textContent).toBe('Since this page · 2022: The pause ends. 1 more');
  await press(button('1 more'));
  await waitUntil(() => shown.querySelector('.since') === null);
  expect(root.activeElement?.textContent).toBe('Dates 3');
  const dates = shown.querySelector('.body')?.textContent ?? '';
  expect(dates.indexOf('After this page was published')).toBeLessThan(dates.indexOf('May 2021'));
  expect(dates.indexOf('Before')).toBeLessThan(dates.indexOf('is announced'));
});

test('each statement names speaker, outlets and dates, and says plainly what each outlet did', async () => {
  const said = (await openSection('Quotes')).querySelector('.statement')?.textContent ?? '';
  for (const part of [
    'Ada Example, director',
    '“We will pause the sale of our system for one year. […] We hope that this helps everybody.”',
    'The Gazette 10 June 2020 leaves out 6 words',
    'As printed: Example said in a letter',
    'Joined without a mark',
    'Closes the quotation marks early; these words of the statement are outside them: and more',
    'Altered copy of a story of the Herald',
  ]) {
    expect(said).toContain(part);
  }
});

test('the words in which an outlet differs are shown on demand, marked by more than colour', async () => {
  const shown = await openSection('Quotes');
  const details = [...shown.querySelectorAll('details')].find(({ textContent }) =>
    textContent?.includes('The Herald'),
  );
  await press(details?.querySelector('summary'));
  await waitUntil(() => details?.querySelector('ins') !== null && details?.querySelector('del') !== null);
  expect(details?.querySelector('ins')?.textContent).toContain('everyone');
  expect(details?.querySelector('del')?.textContent).toContain('one year.');
});

test('signs that are not in a comparison are not explained', async () => {
  const sentences = [`We begin ${'and go on '.repeat(9)}at length.`, 'We end.'];
  const statements = [{ ...pause, sentences, wordings: [wording(gazette, 'We end.')] }];
  services.loadContent.mockResolvedValue({ ...card, statements });
  const shown = await openSection('Quotes');
  const details = shown.querySelector<HTMLDetailsElement>('.printed details');
  await press(details?.querySelector('summary'));
  await waitUntil(() => details?.querySelector('.gap')?.textContent?.includes('words left out'));
  expect(details?.querySelector('ins, del, .key')).toBeNull();
});

test('text is shown as text', async () => {
  services.loadContent.mockResolvedValue({ ...card, lead: '<img src=x onerror=alert(1)>' });
  const shown = await openCard();
  expect(shown.querySelector('img')).toBeNull();
  expect(shown.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('an answer that comes after the reader closed it opens nothing', async () => {
  let answer: (content: CardContent) => void = () => {};
  services.loadContent.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  port.open(requestFor(byId('term')));
  port.close();
  answer(card);
  await new Promise((resolve) => setTimeout(resolve));
  expect(port.isOpen).toBe(false);
});

test('a background that cannot be reached is reported, and trying again loads the card', async () => {
  services.loadContent.mockRejectedValueOnce(new Error('gone'));
  const shown = await openCard();
  expect(shown.querySelector('[role=alert]')?.textContent).toContain('could not load this card');
  await press(button('Try again'));
  await waitUntil(() => shown.querySelector('h2')?.textContent === 'Example System');
});

test('what the reader asks for is done, and what fails is said', async () => {
  const shown = await openCard();
  await waitUntilItCounts();
  const status = () => shown.querySelector('[role=status]')?.textContent;
  services.hideEntity.mockResolvedValue();
  await choose('Hide this entity');
  await waitUntil(() => status()?.includes('Hidden everywhere'));
  expect(services.hideEntity).toHaveBeenCalledWith('test/example-system', true);
  services.switchSite.mockRejectedValue(new Error('the store is full'));
  // What was said has made the card higher.
  await waitUntilItCounts();
  await choose('Not on this site');
  await waitUntil(() => status()?.includes('the store is full'));
});

test('if the page does not allow copying, the text is shown for copying by hand', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await openCard();
  await choose('Copy citation');
  await waitUntil(() => root.querySelector('textarea')?.value.includes('https://gazette.example/pause'));
  writeText.mockRestore();
});

test('forty statements begin as three', async () => {
  const [statement] = card.statements;
  const statements = Array.from({ length: 40 }, (_, number) => ({
    ...(statement as object),
    ref: `test/${number}`,
  }));
  services.loadContent.mockResolvedValue({
    ...card,
    statements: statements as unknown as CardContent['statements'],
  });
  const shown = await openSection('Quotes');
  expect(shown.querySelectorAll('.statement')).toHaveLength(3);
  await press(button('Show 37 more'));
  await waitUntil(() => shown.querySelectorAll('.statement').length === 40);
});
