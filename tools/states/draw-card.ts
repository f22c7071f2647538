/** A page's script: renders one state of the card beside a term, with services that answer as the state says. */

import type { BoxCalls, BoxLink, CardCalls, CardLink } from '../../src/contracts/card-calls.ts';
import { CardBox } from '../../src/page/interaction/card-box.ts';
import type { Appearance } from '../../src/settings/settings.ts';
import { CardPage, type CardServices } from '../../src/ui/card/card-page.tsx';
import type { CardContent } from '../../src/view-models/card-content.ts';
import type { CardState } from './card-states.ts';

export interface DrawOptions {
  readonly theme: 'light' | 'dark';
  readonly direction?: 'rtl';
  readonly language?: Appearance['language'];
  /** 2: the reader's text is twice as large. */
  readonly textScale?: number;
  /** The card's size, whatever it needs: in px. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** The functions that the page offers to its driver. */
export interface StatePage {
  drawCard(state: CardState, options: DrawOptions): Promise<void>;
  /** For a key that the browser's driver presses. */
  focusButton(label: string): Promise<void>;
  /** Expands what is collapsed. */
  unfold(): Promise<void>;
  nextFrame(): Promise<unknown>;
  /** The card's document, for checking what is rendered. */
  readonly cardRoot: Document | undefined;
  readonly cardFrame: HTMLIFrameElement | null | undefined;
}

let boxRoot: ShadowRoot | undefined;
let cardRoot: Document | undefined;
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  boxRoot = root;
  // In Firefox the extension's style sheet shows the box, and this page has none.
  const shown = document.createElement('style');
  shown.textContent = '.box { display: block !important }';
  root.append(shown);
  return root;
};

async function drawCard(state: CardState, options: DrawOptions): Promise<void> {
  const { theme, direction, language = 'en', textScale = 1, size } = options;
  document.documentElement.style.colorScheme = theme;
  const box = new CardBox({
    win: window,
    shownClass: 'sidelight-shown',
    address: new URL('/states/empty.html', location.href).href,
    connect: (_token, listener, signal) => connect(state, textScale, listener, signal),
    onFailed: () => undefined,
  });
  box.applyAppearance({ theme, language });
  const term = document.querySelector('#term') ?? document.body;
  box.open({
    subject: { kind: typeof state.content === 'string' ? 'entity' : state.content.kind, ref: refOf(state) },
    getRects: () => [...term.getClientRects()],
    contextElement: term,
    textOnPage: 'Rekognition',
    openedBy: 'click',
    ...state.request,
  });
  await until(() => boxRoot?.querySelector('iframe.shown') != null && cardRoot?.body.inert === false);
  await until(() => cardRoot?.querySelector('.pack-provenance, .notice, .coming') != null);
  const frame = boxRoot?.querySelector('iframe');
  for (const [name, length] of Object.entries(size ?? {})) {
    for (const limit of ['min', 'max'])
      frame?.style.setProperty(`${limit}-${name}`, `${length}px`, 'important');
  }
  if (direction !== undefined) cardRoot?.documentElement.setAttribute('dir', direction);
  await nextFrame();
}

/** Renders the card in a page of this origin, as `card.iife.ts` does in a page of the extension. */
function connect(state: CardState, textScale: number, listener: BoxCalls, signal: AbortSignal): CardLink {
  let card: CardCalls | undefined;
  queueMicrotask(() => {
    const frame = boxRoot?.querySelector('iframe');
    frame?.addEventListener('load', () => {
      if (signal.aborted || !frame.contentDocument) return;
      cardRoot = frame.contentDocument;
      // Same effect as the reader's default font size.
      cardRoot.documentElement.style.fontSize = `${16 * textScale}px`;
      frame.style.fontSize = `${15 * textScale}px`;
      const page = new CardPage(cardRoot, makeServices(state), (cardListener) => {
        card = cardListener;
        return linkTo(listener);
      });
      void page.begin();
    });
  });
  const call = async (work: (to: CardCalls) => Promise<void>) => {
    if (card) await work(card);
  };
  return {
    draw: (drawing) => call((to) => to.draw(drawing)),
    reveal: (shown) => call((to) => to.reveal(shown)),
    appear: (appearance) => call((to) => to.appear(appearance)),
    clear: (what) => call((to) => to.clear(what)),
    isRunning: async () => card !== undefined,
  };
}

function linkTo(listener: BoxCalls): BoxLink {
  return {
    ready: async () => ({ drawing: listener.ready() }),
    fit: async (wanted) => listener.fit(wanted),
    close: async (how) => listener.close(how),
    pointer: async (where) => listener.pointer(where),
    blurred: async () => listener.blurred(),
    covered: async () => listener.covered(),
    left: async () => undefined,
    // Here a driver presses buttons at once, without waiting.
    mayAct: async () => true,
    switching: async (to) => listener.switching(to),
  };
}

/** Focuses a button once it exists. */
async function focusButton(label: string): Promise<void> {
  await until(() => buttonOf(label) !== undefined);
  boxRoot?.querySelector('iframe')?.focus({ preventScroll: true });
  buttonOf(label)?.focus({ preventScroll: true });
}

function makeServices(state: CardState): CardServices {
  const loadContent = async (subject: { readonly ref: string }): Promise<CardContent | null> => {
    if (state.content === 'coming') return new Promise(() => undefined);
    if (state.content === 'failed') throw new Error('The background does not answer');
    if (state.content === 'unknown') return null;
    const related = state.content.related.find(({ ref }) => ref === subject.ref);
    if (related === undefined) return state.content;
    if (state.related === 'failed') throw new Error('The background does not answer');
    return state.related === 'unknown'
      ? null
      : { ...state.content, ...related, statements: [], positions: [] };
  };
  return {
    site: 'news.example.org',
    loadContent,
    hideEntity: async () => undefined,
    noteWrongMatch: async () => undefined,
    switchTopic: async () => undefined,
    switchSite: async () => undefined,
    openSettings: async () => undefined,
    openLibrary: async () => undefined,
  };
}

async function unfold(): Promise<void> {
  for (const details of cardRoot?.querySelectorAll('details') ?? []) details.open = true;
  await nextFrame();
}

function refOf({ content }: CardState): string {
  return typeof content === 'string' ? 'pack/entity' : content.ref;
}

const buttonOf = (label: string) =>
  [...(cardRoot?.querySelectorAll('button') ?? [])].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === label,
  );
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await nextFrame();
}

Object.assign(globalThis, { drawCard, focusButton, unfold, nextFrame });
Object.defineProperty(globalThis, 'cardRoot', { get: () => cardRoot });
Object.defineProperty(globalThis, 'cardFrame', { get: () => boxRoot?.querySelector('iframe') });
