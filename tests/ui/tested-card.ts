import { afterEach, beforeEach, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../src/briefing/card-content.ts';
import { type CardServices, createCardPort } from '../../src/ui/card-controller.tsx';
import type { CardPort, CardRequest } from '../../src/ui/card-port.ts';
import { card } from './card-statement.ts';
import { waitUntil } from './wait-until.ts';

export let port: CardPort;
export let root: ShadowRoot;
export const services = {
  site: 'news.example.org',
  loadContent: vi.fn<CardServices['loadContent']>(),
  hideEntity: vi.fn<CardServices['hideEntity']>(),
  openLibrary: vi.fn<CardServices['openLibrary']>(),
  noteWrongMatch: vi.fn<CardServices['noteWrongMatch']>(),
  switchSite: vi.fn<CardServices['switchSite']>(),
  openSettings: vi.fn<CardServices['openSettings']>(),
};
const ada: CardContent = {
  ...card,
  ref: 'test/ada',
  title: 'Ada Example',
  type: 'person',
  related: [],
};

/** The closed root, which nobody outside can reach: taken where the card makes it. */
const attachShadow = Element.prototype.attachShadow;

/** Before each test a page with a term on it, and a card that can be opened there. */
export function prepareCards(): void {
  beforeEach(async () => {
    await page.viewport(1000, 800);
    Element.prototype.attachShadow = function (init) {
      root = attachShadow.call(this, init);
      return root;
    };
    document.body.innerHTML = `
    <p style="margin: 120px 0 2000px"><button id="before">Before</button> <span id="term">Example System</span> <b id="other">elsewhere</b></p>`;
    services.loadContent.mockImplementation(async ({ ref }) => (ref === ada.ref ? ada : card));
    port = createCardPort(services);
    port.applyAppearance({ theme: 'light', language: 'en' });
  });

  afterEach(() => {
    port.close();
    Element.prototype.attachShadow = attachShadow;
    vi.clearAllMocks();
    document.body.replaceChildren();
    scrollTo(0, 0);
  });
}

export function requestFor(term: Element, more: Partial<CardRequest> = {}): CardRequest {
  return {
    subject: { kind: 'entity', ref: card.ref },
    getRects: () => [...term.getClientRects()],
    contextElement: term,
    textOnPage: term.textContent ?? '',
    openedBy: 'click',
    ...more,
  };
}

export async function openCard(more: Partial<CardRequest> = {}, term = byId('term')): Promise<HTMLElement> {
  port.open(requestFor(term, more));
  await waitUntil(() => port.isOpen && dialog()?.style.opacity === '1');
  // What lies below its edge is drawn, and focus moved, when the card has its place.
  await waitUntil(() => dialog()?.querySelector('.known-to, .notice, .coming') != null);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return dialog() as HTMLElement;
}

export const byId = (id: string) => document.getElementById(id) as HTMLElement;
export const dialog = () => root?.querySelector<HTMLElement>('[role=dialog]');
export const host = () => root.host as HTMLElement;
export const button = (label: string) =>
  [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === label,
  );

/** As a reader does by key: the card takes no click of a script. */
export async function press(pressed: HTMLElement | null | undefined): Promise<void> {
  if (!pressed) throw new Error('What was to be pressed is not there.');
  pressed.focus({ preventScroll: true });
  await userEvent.keyboard('{Enter}');
}
