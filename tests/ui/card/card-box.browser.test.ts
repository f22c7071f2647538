/** The part of a card that is in the page: its box, and what a page can do to it. */
import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { waitUntil } from '../wait-until.ts';
import {
  boxOf,
  byId,
  choose,
  dialog,
  frame,
  host,
  isShown,
  onFailed,
  openCard,
  port,
  prepareCards,
  requestFor,
  root,
  services,
  waitUntilItCounts,
} from './tested-card.ts';

prepareCards();
afterEach(() => vi.useRealTimers());

const rootOf = (node: Node) => node.getRootNode() as ShadowRoot;
const sheetOf = (node: Node) => rootOf(node).adoptedStyleSheets[0];
const status = () => dialog()?.querySelector('[role=status]')?.textContent ?? '';

test('the frame has a name and no address, and its document cannot be read from outside', async () => {
  await openCard();
  expect(frame().title).toBe('Sidelight');
  expect(frame().getAttributeNames()).not.toContain('src');
  expect(host().shadowRoot).toBeNull();
  expect(host().childNodes).toHaveLength(0);
});

test('a card that is only prepared is not seen, takes no focus and no click, and is there at once', async () => {
  byId('before').focus();
  port.prepare(requestFor(byId('term')));
  await waitUntil(() => dialog()?.querySelector('.pack-provenance') != null);
  expect(port.isOpen).toBe(false);
  expect(host().matches(':popover-open')).toBe(false);
  expect(getComputedStyle(frame()).opacity).toBe('0');
  expect(root.body.inert).toBe(true);
  expect(document.activeElement).toBe(byId('before'));
  const { left, top } = boxOf();
  expect(document.elementFromPoint(left + 20, top + 20)).not.toBe(host());
  await openCard();
  expect(services.loadContent).toHaveBeenCalledTimes(1);
});

test('what is drawn for one mark gives way to another that is clicked', async () => {
  port.prepare(requestFor(byId('term')));
  await openCard({ subject: { kind: 'entity', ref: 'test/ada' } }, byId('other'));
  await waitUntil(() => dialog()?.querySelector('h2')?.textContent === 'Ada Example');
});

test('the frame is kept for the next card, and gone from a page at rest', async () => {
  await openCard();
  const first = frame();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  port.close();
  vi.advanceTimersByTime(9_000);
  expect(first.isConnected).toBe(true);
  vi.advanceTimersByTime(1_000);
  expect(first.isConnected).toBe(false);
});

test('what is pressed while the page lays something new over it is refused, said, and works half a second later', async () => {
  services.hideEntity.mockResolvedValue();
  await openCard();
  const menu = document.body.appendChild(document.createElement('div'));
  menu.popover = 'manual';
  menu.style.cssText = 'inset: auto 0 0 auto; margin: 0';
  const flicker = setInterval(() => menu.togglePopover(), 20);
  await waitUntil(() => !port.mayAct);
  await choose('Hide this entity');
  await waitUntil(() => status().includes('just covered or moved'));
  expect(services.hideEntity).not.toHaveBeenCalled();
  clearInterval(flicker);
  await waitUntilItCounts();
  await choose('Hide this entity');
  await waitUntil(() => status().includes('Hidden everywhere'));
});

test.each([
  ['a popover', '<div popover="manual">Cover</div>'],
  ['a popover that lets clicks through', '<div popover="manual" style="pointer-events: none">Cover</div>'],
])('%s that a page opens later is below the card, and nothing counts for a while', async (_name, html) => {
  document.body.insertAdjacentHTML('beforeend', html);
  const cover = document.querySelector('[popover]') as HTMLElement;
  cover.style.cssText += 'inset: 0; width: 100%; height: 100%; margin: 0';
  await openCard();
  await waitUntilItCounts();
  cover.showPopover();
  expect(port.mayAct).toBe(false);
  const { left, top } = boxOf();
  cover.style.pointerEvents = 'auto';
  await waitUntil(() => document.elementFromPoint(left + 20, top + 20) === host());
  await waitUntilItCounts();
  expect(isShown()).toBe(true);
});

test('what an element draws outside its own place is below the card, too', async () => {
  document.body.insertAdjacentHTML(
    'beforeend',
    '<div popover="manual"><p style="position: fixed; inset: 0; margin: 0">Cover</p></div>',
  );
  const cover = document.querySelector('[popover]') as HTMLElement;
  cover.style.cssText =
    'inset: auto 0 0 auto; margin: 0; border: 0; padding: 0; width: 0; height: 0; overflow: visible';
  await openCard();
  const { left, top } = boxOf();
  cover.showPopover();
  expect(document.elementFromPoint(left + 20, top + 20)).toBe(cover.firstChild);
  await waitUntil(() => document.elementFromPoint(left + 20, top + 20) === host());
});

test('a dialog that holds the card and is opened again at once is below it, too', async () => {
  const modal = document.body.appendChild(document.createElement('dialog'));
  modal.innerHTML =
    '<p><span id="inside">Example System</span></p><p style="position: fixed; inset: 0; margin: 0">Cover</p>';
  modal.showModal();
  await openCard({}, byId('inside'));
  await waitUntilItCounts();
  const { left, top } = boxOf();
  modal.close();
  modal.showModal();
  await waitUntil(() => document.elementFromPoint(left + 20, top + 20) === host());
});

test.each<[what: string, change: (box: HTMLElement, frame: HTMLElement) => unknown]>([
  ['makes the frame invisible', (_box, inner) => inner.style.setProperty('opacity', '0', 'important')],
  ['makes what is around the frame invisible', (box) => box.style.setProperty('opacity', '0')],
  ['makes the frame invisible by an animation', (_box, inner) => inner.animate({ opacity: [0, 0] }, 1e7)],
  ['puts something beside the frame', (box) => box.insertAdjacentHTML('beforeend', '<p>Cover</p>')],
  ['puts something before it', (box) => box.insertAdjacentHTML('beforebegin', '<p>Cover</p>')],
  ['gives it another class', (box) => box.classList.add('other')],
  ['gives it another attribute', (_box, inner) => inner.setAttribute('part', 'frame')],
  ['opens a root inside', (box) => box.attachShadow({ mode: 'open' })],
  ['adds a style sheet', (box) => rootOf(box).adoptedStyleSheets.push(new CSSStyleSheet())],
  ['adds a rule to its style sheet', (box) => sheetOf(box)?.insertRule('iframe { opacity: 0 }')],
  [
    'switches its style sheet off',
    (box) => sheetOf(box) && Object.assign(sheetOf(box) ?? {}, { disabled: true }),
  ],
])('nothing counts in a box that a page has got hold of, once it %s', async (_what, change) => {
  await openCard();
  await waitUntilItCounts();
  change(frame().parentElement as HTMLElement, frame());
  expect(port.mayAct).toBe(false);
});

test('a page that draws itself smaller or larger leaves the card as large as it was', async () => {
  await openCard();
  const { width } = boxOf();
  for (const zoom of ['0.2', '3']) {
    document.documentElement.style.zoom = zoom;
    expect(boxOf().width).not.toBeCloseTo(width, 0);
    await waitUntil(() => Math.abs(boxOf().width - width) < 1);
  }
  document.documentElement.style.removeProperty('zoom');
});

test('a popover inside a component of the page is noticed before anything counts', async () => {
  const component = document.body.appendChild(document.createElement('div'));
  component.attachShadow({ mode: 'open' }).innerHTML = '<div popover="manual">Cover</div>';
  await openCard();
  await waitUntilItCounts();
  component.shadowRoot?.querySelector<HTMLElement>('[popover]')?.showPopover();
  expect(port.mayAct).toBe(false);
});

test('a page that covers it again and again is left the field', async () => {
  document.body.insertAdjacentHTML('beforeend', '<div popover="manual">Cover</div>');
  const cover = document.querySelector('[popover]') as HTMLElement;
  cover.style.cssText = 'inset: 0; width: 100%; height: 100%; margin: 0';
  await openCard();
  const fight = setInterval(() => {
    if (cover.matches(':popover-open')) cover.hidePopover();
    cover.showPopover();
  }, 20);
  await waitUntil(() => !port.isOpen);
  clearInterval(fight);
});

test('a card that moves with its term does not count until it is still', async () => {
  await openCard();
  await waitUntilItCounts();
  byId('term').style.cssText = 'position: relative; left: 60px';
  window.dispatchEvent(new Event('resize'));
  await waitUntil(() => !port.mayAct);
  await waitUntilItCounts();
});

test('a page that takes the box away has closed the card; one that moves it gets it back as it was opened', async () => {
  await openCard();
  const box = host();
  box.remove();
  expect(port.isOpen).toBe(false);
  await openCard();
  document.body.append(host());
  await waitUntil(isShown);
  expect(dialog()?.querySelector('h2')?.textContent).toBe('Example System');
});

test('nothing of a page’s is ever shown in the frame', async () => {
  await openCard();
  const shown = frame();
  shown.src = 'about:blank#mine';
  await waitUntil(() => !shown.isConnected);
});

test('Esc closes it from the page, too, and the pointer in the card is known', async () => {
  await openCard({ openedBy: 'hover' });
  byId('before').focus();
  const { left, top } = boxOf();
  await userEvent.hover(document.documentElement, { position: { x: left + 60, y: top + 60 }, force: true });
  await waitUntil(() => port.hasPointer);
  await userEvent.hover(byId('other'));
  await waitUntil(() => !port.hasPointer);
  await userEvent.keyboard('{Escape}');
  expect(port.isOpen).toBe(false);
  expect(onFailed).not.toHaveBeenCalled();
});
