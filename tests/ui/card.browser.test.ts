import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../src/briefing/card-content.ts';
import { type CardServices, createCardPort } from '../../src/ui/card-controller.tsx';
import type { CardPort, CardRequest } from '../../src/ui/card-port.ts';
import { card } from './card-statement.ts';
import { waitUntil } from './wait-until.ts';

let life: AbortController;
let port: CardPort;
let root: ShadowRoot;
const services = {
  site: 'news.example.org',
  loadContent: vi.fn<CardServices['loadContent']>(),
  readAppearance: vi.fn<CardServices['readAppearance']>(),
  watchAppearance: vi.fn<CardServices['watchAppearance']>(),
  hideEntity: vi.fn<CardServices['hideEntity']>(),
  noteWrongMatch: vi.fn<CardServices['noteWrongMatch']>(),
  switchSiteOff: vi.fn<CardServices['switchSiteOff']>(),
  openSettings: vi.fn<CardServices['openSettings']>(),
};
const ada: CardContent = { ...card, ref: 'test/ada', title: 'Ada Example', type: 'person', related: [] };

/** The closed root, which nobody outside can reach: taken where the card makes it. */
const attachShadow = Element.prototype.attachShadow;

beforeEach(async () => {
  await page.viewport(1000, 800);
  Element.prototype.attachShadow = function (init) {
    root = attachShadow.call(this, init);
    return root;
  };
  document.body.innerHTML = `
    <p style="margin: 120px 0 2000px"><button id="before">Before</button> <span id="term">Example System</span> <b id="other">elsewhere</b></p>`;
  services.loadContent.mockImplementation(async ({ ref }) => (ref === ada.ref ? ada : card));
  services.readAppearance.mockResolvedValue({ theme: 'light', language: 'en' });
  life = new AbortController();
  port = createCardPort(services, life.signal);
});

afterEach(() => {
  life.abort();
  Element.prototype.attachShadow = attachShadow;
  vi.clearAllMocks();
  document.body.replaceChildren();
  scrollTo(0, 0);
});

function requestFor(term: Element, more: Partial<CardRequest> = {}): CardRequest {
  return {
    subject: { kind: 'entity', ref: card.ref },
    getRects: () => [...term.getClientRects()],
    contextElement: term,
    textOnPage: term.textContent ?? '',
    openedBy: 'click',
    ...more,
  };
}

async function openCard(more: Partial<CardRequest> = {}, term = byId('term')): Promise<HTMLElement> {
  port.open(requestFor(term, more));
  await waitUntil(() => port.isOpen && dialog()?.style.visibility === 'visible');
  // Focus moves when the card has its place.
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return dialog() as HTMLElement;
}

const byId = (id: string) => document.getElementById(id) as HTMLElement;
const dialog = () => root?.querySelector<HTMLElement>('[role=dialog]');
const host = () => root.host as HTMLElement;
const button = (label: string) =>
  [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === label,
  );

test('a click opens it in the top layer, labelled by its title, and the focus moves in', async () => {
  byId('before').focus();
  const shown = await openCard();
  expect(host().matches(':popover-open')).toBe(true);
  expect(host().shadowRoot).toBeNull();
  expect(root.getElementById(shown.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(
    'Example System',
  );
  expect(root.activeElement).toBe(shown);
});

test('Esc closes it, leaves nothing behind and gives the focus back', async () => {
  byId('before').focus();
  const before = document.documentElement.outerHTML;
  await openCard();
  await userEvent.keyboard('{Escape}');
  expect(port.isOpen).toBe(false);
  expect(document.activeElement).toBe(byId('before'));
  expect(document.documentElement.outerHTML).toBe(before);
});

test('hovering opens it without moving the focus, and a click then keeps it', async () => {
  byId('before').focus();
  const shown = await openCard({ openedBy: 'hover' });
  expect(document.activeElement).toBe(byId('before'));
  port.open(requestFor(byId('term')));
  expect(port.isOpen).toBe(true);
  expect(root.activeElement).toBe(shown);
});

test('a click elsewhere closes it, one inside or with another button does not', async () => {
  const shown = await openCard();
  shown
    .querySelector('h2')
    ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
  byId('other').dispatchEvent(
    new PointerEvent('pointerdown', { bubbles: true, button: 2, clientX: 5, clientY: 5 }),
  );
  expect(port.isOpen).toBe(true);
  byId('other').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 5, clientY: 5 }));
  expect(port.isOpen).toBe(false);
});

test('a second click on the term closes it', async () => {
  await openCard();
  port.open(requestFor(byId('term')));
  expect(port.isOpen).toBe(false);
});

test('keys and clicks inside do not reach the page, and Esc does not either', async () => {
  const heard: string[] = [];
  const listen = (event: Event) => heard.push(event.type);
  const types = ['keydown', 'keyup', 'keypress', 'click', 'mousedown', 'focusin', 'wheel'];
  const shown = await openCard();
  for (const type of types) document.addEventListener(type, listen);
  button('Why is this marked?')?.focus();
  await userEvent.keyboard('x{Enter}');
  expect(shown.textContent).toContain('The page says “Example System”');
  shown.dispatchEvent(new WheelEvent('wheel', { bubbles: true, composed: true }));
  await userEvent.keyboard('{Escape}');
  for (const type of types) document.removeEventListener(type, listen);
  expect(port.isOpen).toBe(false);
  expect(heard).toEqual([]);
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
  expect(stops.has(button('Settings') as Element)).toBe(true);
  shown.focus();
  await userEvent.keyboard('{Shift>}{Tab}{/Shift}');
  expect(root.activeElement).toBe(button('Settings'));
});

test('it stands beside the term, inside the window, and follows it when the page scrolls', async () => {
  const shown = await openCard();
  const term = byId('term').getBoundingClientRect();
  const box = shown.getBoundingClientRect();
  expect(box.top).toBeGreaterThanOrEqual(term.bottom);
  expect(box.left).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
  expect(box.width).toBeGreaterThanOrEqual(320);
  expect(box.width).toBeLessThanOrEqual(450);
  scrollBy(0, 50);
  await waitUntil(() => Math.abs(shown.getBoundingClientRect().top - (box.top - 50)) <= 1);
  expect(shown.getBoundingClientRect().height).toBe(box.height);
});

test('with no room below it stands above the term, whole', async () => {
  byId('term').style.cssText = 'position: fixed; bottom: 10px; left: 900px';
  const shown = await openCard();
  const box = shown.getBoundingClientRect();
  expect(box.bottom).toBeLessThanOrEqual(byId('term').getBoundingClientRect().top);
  expect(box.top).toBeGreaterThanOrEqual(0);
  expect(box.right).toBeLessThanOrEqual(innerWidth);
});

test('in a narrow window it is a sheet at the bottom', async () => {
  await page.viewport(400, 700);
  const box = (await openCard()).getBoundingClientRect();
  expect([box.left, box.right, box.bottom]).toEqual([0, 400, 700]);
  expect(box.height).toBeLessThanOrEqual(490);
});

test.each([
  'html > div, *:popover-open { display: none !important }',
  '* { all: unset !important; font-size: 3px !important }',
  'html { font-size: 4px; zoom: 1.5 } body { transform: scale(2) }',
])('no style of the page reaches it: %s', async (style) => {
  const free = await openCard();
  const { width, height } = free.getBoundingClientRect();
  const font = getComputedStyle(free).fontSize;
  port.close();
  const sheet = document.head.appendChild(document.createElement('style'));
  sheet.textContent = style;
  const shown = await openCard();
  expect(shown.checkVisibility()).toBe(true);
  expect(shown.getBoundingClientRect().width).toBeCloseTo(width, 0);
  expect(shown.getBoundingClientRect().height).toBeCloseTo(height, -2);
  expect(getComputedStyle(shown).fontSize).toBe(font);
  sheet.remove();
});

test('in a modal dialog it can be used, and it moves home when the dialog closes', async () => {
  const modal = document.body.appendChild(document.createElement('dialog'));
  modal.innerHTML = '<p><span id="inside">Example System</span></p>';
  modal.showModal();
  await openCard({}, byId('inside'));
  expect(host().parentElement).toBe(modal);
  button('Why is this marked?')?.focus();
  expect(root.activeElement).toBe(button('Why is this marked?'));
  modal.close();
  await waitUntil(() => host().parentElement === document.documentElement);
  expect(host().matches(':popover-open')).toBe(true);
  expect(root.activeElement).toBe(button('Why is this marked?'));
});

test('a related entity opens in the same place, with a way back', async () => {
  const shown = await openCard();
  button('Ada Example')?.click();
  await waitUntil(() => shown.querySelector('h2')?.textContent === 'Ada Example');
  expect(root.activeElement).toBe(shown);
  button('Back to Example System')?.click();
  expect(shown.querySelector('h2')?.textContent).toBe('Example System');
});

test('the way through related entities leads back and forth, by button and by key, to where it was left', async () => {
  const shown = await openCard();
  const title = () => shown.querySelector('h2')?.textContent;
  const body = () => shown.querySelector('.body') as HTMLElement;
  body().scrollTop = 60;
  button('Ada Example')?.click();
  await waitUntil(() => title() === 'Ada Example');
  expect(button('Forward to Ada Example')).toBeUndefined();
  button('Back to Example System')?.click();
  expect([title(), body().scrollTop]).toEqual(['Example System', 60]);
  button('Forward to Ada Example')?.click();
  expect([title(), body().scrollTop]).toEqual(['Ada Example', 0]);
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(title()).toBe('Example System');
  await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
  expect(title()).toBe('Ada Example');
  expect(root.activeElement).toBe(shown);
});

test.each([
  ['below', ''],
  ['above', 'position: fixed; bottom: 10px; left: 500px'],
])('once it stands %s its term, nothing inside makes it jump or shrink', async (_side, style) => {
  byId('term').style.cssText = style;
  const shown = await openCard();
  const first = shown.getBoundingClientRect();
  button('Why is this marked?')?.click();
  for (const details of shown.querySelectorAll('details')) details.open = true;
  await waitUntil(() => shown.querySelector('ins') !== null);
  const opened = shown.getBoundingClientRect();
  expect([opened.left, opened.top]).toEqual([first.left, first.top]);
  button('Ada Example')?.click();
  await waitUntil(() => shown.querySelector('h2')?.textContent === 'Ada Example');
  const next = shown.getBoundingClientRect();
  expect(next.height).toBeGreaterThanOrEqual(opened.height);
});

test('what is long in coming is announced, and then stands in the same place', async () => {
  let answer: (content: CardContent) => void = () => {};
  services.loadContent.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const shown = await openCard();
  expect(shown.querySelector('[role=status]')?.textContent).toContain('Looking up “Example System”');
  expect(root.activeElement).toBe(shown);
  const before = shown.getBoundingClientRect();
  answer(card);
  await waitUntil(() => shown.querySelector('.summary') !== null);
  const after = shown.getBoundingClientRect();
  expect([after.left, after.top]).toEqual([before.left, before.top]);
  expect(after.height).toBeGreaterThanOrEqual(before.height);
  expect(root.activeElement).toBe(shown);
});

test('what was asked ahead is not asked twice', async () => {
  port.prepare({ kind: 'entity', ref: card.ref });
  port.prepare({ kind: 'entity', ref: card.ref });
  await openCard();
  expect(services.loadContent).toHaveBeenCalledTimes(1);
});

const mention = { name: 'ExSys', wordsBeside: { before: 'the', after: 'runs on' } };

test('why it is marked: the name, its rule, the pack', async () => {
  services.loadContent.mockResolvedValue({
    ...card,
    isCommon: true,
    ruledNames: [
      {
        text: 'ExSys',
        needs: {
          words: Array.from({ length: 15 }, (_, number) => `word${number}*`),
          entities: ['Ada Example'],
        },
        isPresumed: false,
        unless: ['river'],
      },
    ],
  });
  const shown = await openCard({ mention });
  button('Why is this marked?')?.click();
  await waitUntil(() => shown.querySelector('.why') !== null);
  const why = shown.querySelector('.why')?.textContent ?? '';
  for (const part of [
    'The pack “Test pack” knows “ExSys” as a name of Example System.',
    'It counts only near one of these words: “word0…”',
    '“word11…” and 3 more.',
    'It also counts where the page mentions: Ada Example.',
    'It does not count near: “river”.',
    'It is common in the news',
    'Other names that the pack “Test pack” knows for Example System: “Example System”.',
  ]) {
    expect(why).toContain(part);
  }
});

test('a wrong match is asked about, noted as far as the reader says, and can be taken back', async () => {
  services.noteWrongMatch.mockResolvedValue();
  const shown = await openCard({ mention });
  const status = () => shown.querySelector('[role=status]')?.textContent;
  button('Wrong match')?.click();
  await waitUntil(() => root.activeElement === button('on news.example.org'));
  button('Cancel')?.click();
  await waitUntil(() => root.activeElement === button('Wrong match'));
  expect(services.noteWrongMatch).not.toHaveBeenCalled();
  button('Wrong match')?.click();
  await waitUntil(() => button('wherever it reads “the ExSys”') !== undefined);
  button('wherever it reads “ExSys runs on”')?.click();
  await waitUntil(() => status()?.includes('“ExSys” is left out there'));
  const wrong = { entity: card.ref, name: 'ExSys', beside: 'runs on' };
  expect(services.noteWrongMatch).toHaveBeenLastCalledWith(wrong, true);
  button('Undo')?.click();
  await waitUntil(() => status() === 'Undone.');
  expect(services.noteWrongMatch).toHaveBeenLastCalledWith(wrong, false);
  expect(root.activeElement).toBe(button('Copy citation'));
});

test('what is related to the term was not marked by it: no wrong match is offered there', async () => {
  const shown = await openCard({ mention });
  button('Ada Example')?.click();
  await waitUntil(() => shown.querySelector('h2')?.textContent === 'Ada Example');
  expect(button('Wrong match')).toBeUndefined();
});

test('a long statement is unfolded without the focus being lost', async () => {
  const [statement] = card.statements;
  const sentences = [Array.from({ length: 90 }, () => 'word').join(' ')];
  services.loadContent.mockResolvedValue({ ...card, statements: [{ ...statement, sentences } as never] });
  const shown = await openCard();
  button('Show the whole statement')?.focus();
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => button('Show the whole statement') === undefined);
  expect(root.activeElement).toBe(shown.querySelector('.quote'));
});

test('on a page with a date, what happened since comes first, and only that', async () => {
  const shown = await openCard({ pageDate: '2020-06-10' });
  const first = shown.querySelector('.body')?.firstElementChild;
  expect(first?.textContent).toContain('After this page was published');
  expect(first?.textContent).toContain('May 2021');
  expect(first?.textContent).not.toContain('is announced');
});

test('each statement names speaker, outlets and dates, and says plainly what each outlet did', async () => {
  const said = (await openCard()).querySelector('.statement')?.textContent ?? '';
  for (const part of [
    'Ada Example, director',
    '“We will pause the sale of our system for one year. […] We hope that this helps everybody.”',
    'The Gazette 10 June 2020 leaves out 6 words',
    'As printed: Example said in a letter',
    'Joined without a sign',
    'Closes the quotation marks early; these words of the statement stand outside them: and more',
    'Altered copy of a story of the Herald',
  ]) {
    expect(said).toContain(part);
  }
});

test('the words in which an outlet differs are shown on demand, marked by more than colour', async () => {
  const shown = await openCard();
  const details = [...shown.querySelectorAll('details')].find(({ textContent }) =>
    textContent?.includes('The Herald'),
  );
  details?.querySelector('summary')?.click();
  await waitUntil(() => details?.querySelector('ins') !== null && details?.querySelector('del') !== null);
  expect(details?.querySelector('ins')?.textContent).toContain('everyone');
  expect(details?.querySelector('del')?.textContent).toContain('one year.');
});

test('text is shown as text', async () => {
  services.loadContent.mockResolvedValue({ ...card, summary: '<img src=x onerror=alert(1)>' });
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

test('a background that cannot be reached is told, and trying again brings the card', async () => {
  services.loadContent.mockRejectedValueOnce(new Error('gone'));
  services.readAppearance.mockRejectedValueOnce(new Error('gone'));
  const shown = await openCard();
  expect(shown.querySelector('[role=alert]')?.textContent).toContain('could not load this card');
  button('Try again')?.click();
  await waitUntil(() => shown.querySelector('h2')?.textContent === 'Example System');
});

test('what the reader asks for is done, and what fails is said', async () => {
  const shown = await openCard();
  const status = () => shown.querySelector('[role=status]')?.textContent;
  services.hideEntity.mockResolvedValue();
  button('Hide this entity')?.click();
  await waitUntil(() => status()?.includes('Hidden everywhere'));
  expect(services.hideEntity).toHaveBeenCalledWith('test/example-system', true);
  services.switchSiteOff.mockRejectedValue(new Error('the store is full'));
  button('Not on this site')?.click();
  await waitUntil(() => status()?.includes('the store is full'));
});

test('where the page lets nobody copy, the text is shown to be copied by hand', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('not allowed'));
  await openCard();
  button('Copy citation')?.click();
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
  const shown = await openCard();
  expect(shown.querySelectorAll('.statement')).toHaveLength(3);
  button('Show 37 more')?.click();
  await waitUntil(() => shown.querySelectorAll('.statement').length === 40);
});

test.each(['light', 'dark'] as const)('axe finds nothing to mend in the %s card', async (theme) => {
  services.readAppearance.mockResolvedValue({ theme, language: 'en' });
  const shown = await openCard({ pageDate: '2020-06-10' });
  for (const details of shown.querySelectorAll('details')) details.open = true;
  button('Why is this marked?')?.click();
  await Promise.all(shown.getAnimations().map(({ finished }) => finished));
  Object.defineProperty(host(), 'shadowRoot', { value: root });
  expect(await findViolations(host())).toEqual([]);
});

test.each(['light', 'dark'] as const)('every text of the %s card has contrast enough', async (theme) => {
  services.readAppearance.mockResolvedValue({ theme, language: 'en' });
  const shown = await openCard({ pageDate: '2020-06-10' });
  for (const details of shown.querySelectorAll('details')) details.open = true;
  await waitUntil(() => shown.querySelector('ins'));
  // axe cannot tell what lies behind a box in the top layer; so the same box, in the page and unfolded.
  document.adoptedStyleSheets = [...root.adoptedStyleSheets];
  document.body.replaceChildren(shown.parentElement as Element);
  shown.style.cssText += 'position: static; translate: none; max-height: none; animation: none';
  expect(await findViolations(shown, ['color-contrast'])).toEqual([]);
  const { passes } = await axe.run(shown, { runOnly: ['color-contrast'] });
  expect(passes[0]?.nodes.length).toBeGreaterThan(30);
  document.adoptedStyleSheets = [];
});

async function findViolations(element: Element, rules?: string[]): Promise<string[]> {
  const { violations } = await axe.run(element, rules === undefined ? {} : { runOnly: rules });
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}

test('when the extension goes, the card goes', async () => {
  await openCard();
  life.abort();
  expect(document.documentElement.querySelector(':popover-open')).toBeNull();
});
