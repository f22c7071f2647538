import { afterEach, beforeEach, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type {
  BoxCalls,
  BoxLink,
  CardCalls,
  CardLink,
  CardRequest,
} from '../../../src/contracts/card-calls.ts';
import { CardBox } from '../../../src/page/interaction/card-box.ts';
import type { CardOpening } from '../../../src/page/interaction/card-opening.ts';
import { CardPage, type CardServices } from '../../../src/ui/card/card-page.tsx';
import type { CardContent } from '../../../src/view-models/card-content.ts';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';

export let port: CardBox;
/** The document of the card, in its frame. */
export let root: Document;
export const services = {
  site: 'news.example.org',
  loadContent: vi.fn<CardServices['loadContent']>(),
  hideEntity: vi.fn<CardServices['hideEntity']>(),
  openLibrary: vi.fn<CardServices['openLibrary']>(),
  noteWrongMatch: vi.fn<CardServices['noteWrongMatch']>(),
  switchTopic: vi.fn<CardServices['switchTopic']>(),
  switchSite: vi.fn<CardServices['switchSite']>(),
  openSettings: vi.fn<CardServices['openSettings']>(),
};
export const onFailed = vi.fn();
const ada: CardContent = {
  ...card,
  ref: 'test/ada',
  title: 'Ada Example',
  type: 'person',
  related: [],
};

/** The box's closed root, which cannot be reached from outside: captured where the box creates it. */
let boxRoot: ShadowRoot;
const attachShadow = Element.prototype.attachShadow;

/** Before each test: a page with a term, on which a card can be opened. */
export function prepareCards(): void {
  beforeEach(async () => {
    await page.viewport(1000, 800);
    Element.prototype.attachShadow = function (init) {
      boxRoot = attachShadow.call(this, init);
      return boxRoot;
    };
    document.body.innerHTML = `
    <p style="margin: 120px 0 2000px"><button id="before">Before</button> <span id="term">Example System</span> <b id="other">elsewhere</b></p>`;
    services.loadContent.mockImplementation(async ({ ref }) => (ref === ada.ref ? ada : card));
    const address = new URL('../empty-page.html', import.meta.url).href;
    port = new CardBox({
      win: window,
      shownClass: 'sidelight-shown',
      address,
      connect,
      onFailed,
    });
    port.applyAppearance({ theme: 'light', language: 'en' });
  });

  afterEach(() => {
    port.discard();
    Element.prototype.attachShadow = attachShadow;
    vi.clearAllMocks();
    document.body.replaceChildren();
    scrollTo(0, 0);
  });
}

/**
 * The frame has a page of this origin, in which the card is rendered as by `card.iife.ts`; messages between card and
 * box are direct calls.
 */
function connect(_token: string, listener: BoxCalls, signal: AbortSignal): CardLink {
  let toCard: CardCalls | undefined;
  queueMicrotask(() => {
    const inner = frame();
    inner.addEventListener(
      'load',
      () => {
        if (signal.aborted || inner.contentDocument === null) return;
        root = inner.contentDocument;
        // The test's own page may be scaled, and then nothing in it counts as visible; the box is checked all the same.
        forgetVisibility(inner.contentWindow);
        const drawn = new CardPage(root, services, (cardListener) => {
          toCard = cardListener;
          return linkTo(listener, signal);
        });
        void drawn.begin();
      },
      { once: true },
    );
  });
  const call = async (work: (card: CardCalls) => Promise<void>) => {
    if (!toCard) throw new Error('The card does not listen yet');
    await work(toCard);
  };
  return {
    draw: (drawing) => call((to) => to.draw(drawing)),
    reveal: (shown) => call((to) => to.reveal(shown)),
    appear: (appearance) => call((to) => to.appear(appearance)),
    clear: (what) => call((to) => to.clear(what)),
    isRunning: async () => toCard !== undefined,
  };
}

function forgetVisibility(win: Window | null): void {
  const { IntersectionObserverEntry } = win as unknown as typeof globalThis;
  Reflect.deleteProperty(IntersectionObserverEntry.prototype, 'isVisible');
}

function linkTo(listener: BoxCalls, signal: AbortSignal): BoxLink {
  return {
    ready: async () => ({ drawing: listener.ready() }),
    fit: async (wanted) => listener.fit(wanted),
    close: async (how) => listener.close(how),
    pointer: async (where) => listener.pointer(where),
    blurred: async () => listener.blurred(),
    covered: async () => listener.covered(),
    // Reported through the background, after the box has continued.
    left: async () => {
      await Promise.resolve();
      if (!signal.aborted) listener.left();
    },
    mayAct: async () => listener.mayAct(),
    switching: async (to) => listener.switching(to),
  };
}

export function requestFor(term: Element, more: Partial<CardOpening> = {}): CardOpening {
  return {
    subject: { kind: 'entity', ref: card.ref },
    getRects: () => [...term.getClientRects()],
    contextElement: term,
    textOnPage: term.textContent ?? '',
    openedBy: 'click',
    ...more,
  };
}

export async function openCard(
  more: Partial<CardRequest> & Pick<Partial<CardOpening>, 'openedBy'> = {},
  term = byId('term'),
): Promise<HTMLElement> {
  port.open(requestFor(term, more as Partial<CardOpening>));
  await waitUntil(() => isShown());
  // The focus is moved when the card has its place.
  await waitUntil(() => dialog()?.querySelector('.pack-provenance, .notice, .coming') != null);
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return dialog() as HTMLElement;
}

/** Opens a card, and one of its sections by the name of its link. */
export async function openSection(
  name: string,
  more: Parameters<typeof openCard>[0] = {},
): Promise<HTMLElement> {
  const shown = await openCard(more);
  await press(sectionLink(name));
  await waitUntil(() => shown.querySelector('.section-head h3')?.textContent?.startsWith(name));
  return shown;
}

/** Opens everything that is folded in what the card shows, and waits until it is rendered. */
export async function unfold(): Promise<void> {
  const folds = [...root.querySelectorAll('details')];
  for (const fold of folds) fold.open = true;
  await waitUntil(() => folds.every(({ children }) => children.length > 1));
}

/** From the open card to one that is related to it. */
export async function openRelated(title: string): Promise<void> {
  await press(sectionLink('Related'));
  await press((await waitUntil(() => button(title))) as HTMLElement);
  await waitUntil(() => dialog()?.querySelector('h2')?.textContent === title || button('Try again'));
}

export const sectionLink = (name: string) =>
  [...root.querySelectorAll<HTMLElement>('.section-links button')].find(({ textContent }) =>
    textContent?.startsWith(name),
  );

/** Waits until presses in the card count: it has been still for half a second. */
export async function waitUntilItCounts(): Promise<void> {
  await waitUntil(() => port.mayAct);
}

export const isShown = () => port.isOpen && frame().classList.contains('shown') && root?.body.inert === false;
export const byId = (id: string) => document.getElementById(id) as HTMLElement;
export const dialog = () => root?.querySelector<HTMLElement>('[role=dialog]');
export const frame = () => boxRoot.querySelector('iframe') as HTMLIFrameElement;
export const host = () => boxRoot.host as HTMLElement;
export const button = (label: string) =>
  [...root.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent)?.trim() === label,
  );
/** Chooses an action of the card's menu like a keyboard user. */
export async function choose(label: string): Promise<void> {
  await press(button('More'));
  await press((await waitUntil(() => menuItem(label))) as HTMLElement);
}

export const menuItem = (label: string) =>
  [...root.querySelectorAll<HTMLElement>('[role=menuitem]')].find(
    ({ textContent }) => textContent?.startsWith(label) === true,
  );
/** The card's box in the window. */
export const boxOf = () => frame().getBoundingClientRect();

/** Presses like a keyboard user. */
export async function press(pressed: HTMLElement | null | undefined): Promise<void> {
  if (!pressed) throw new Error('What was to be pressed is not there.');
  frame().focus({ preventScroll: true });
  pressed.focus({ preventScroll: true });
  await userEvent.keyboard('{Enter}');
}
