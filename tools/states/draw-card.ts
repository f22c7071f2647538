/** A page's script: draws one state of the card beside a term, with services that answer what the state says. */
import type { CardContent } from '../../src/briefing/card-content.ts';
import { createCardPort } from '../../src/ui/card-controller.tsx';
import type { CardState } from './card-states.ts';

export interface DrawOptions {
  readonly theme: 'light' | 'dark';
  readonly direction?: 'rtl';
  /** 2: the reader's text is twice as large. */
  readonly textScale?: number;
}

/** What the page offers to whoever drives it. */
export interface StatePage {
  drawCard(state: CardState, options: DrawOptions): Promise<void>;
  /** For a key that the browser's driver presses: a card takes no click of a script. */
  focusButton(label: string): Promise<void>;
  nextFrame(): Promise<unknown>;
  /** The closed root, for whoever looks at what is drawn. */
  readonly cardRoot: ShadowRoot | undefined;
}

let cardRoot: ShadowRoot | undefined;
const attachShadow = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, init);
  cardRoot = root;
  // In Firefox the extension's style sheet shows the box, and this page has none.
  const shown = document.createElement('style');
  shown.textContent = '.box { display: block !important }';
  root.append(shown);
  return root;
};

async function drawCard(state: CardState, { theme, direction, textScale = 1 }: DrawOptions): Promise<void> {
  document.documentElement.style.colorScheme = theme;
  const port = createCardPort(makeServices(state));
  port.applyAppearance({ theme, language: 'en' });
  const term = document.querySelector('#term') ?? document.body;
  port.open({
    subject: { kind: typeof state.content === 'string' ? 'entity' : state.content.kind, ref: refOf(state) },
    getRects: () => [...term.getClientRects()],
    contextElement: term,
    textOnPage: 'Rekognition',
    openedBy: 'click',
    ...state.request,
  });
  await until(() => dialogOf()?.style.opacity === '1');
  await until(() => dialogOf()?.querySelector('.known-to, .notice, .coming') != null);
  const box = dialogOf()?.closest<HTMLElement>('.box');
  if (direction !== undefined) box?.setAttribute('dir', direction);
  // As the reader's default size does.
  if (textScale !== 1) box?.style.setProperty('--rem', `${16 * textScale}px`);
  if (state.isUnfolded)
    for (const details of cardRoot?.querySelectorAll('details') ?? []) details.open = true;
  await nextFrame();
}

/** Gives the focus to a button, once it is there. */
async function focusButton(label: string): Promise<void> {
  await until(() => buttonOf(label) !== undefined);
  buttonOf(label)?.focus({ preventScroll: true });
}

function makeServices(state: CardState): Parameters<typeof createCardPort>[0] {
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
    switchSite: async () => undefined,
    openSettings: async () => undefined,
    openLibrary: async () => undefined,
  };
}

function refOf({ content }: CardState): string {
  return typeof content === 'string' ? 'pack/entity' : content.ref;
}

const dialogOf = () => cardRoot?.querySelector<HTMLElement>('[role=dialog]');
const buttonOf = (label: string) =>
  [...(cardRoot?.querySelectorAll('button') ?? [])].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent).trim() === label,
  );
const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

async function until(isMet: () => boolean): Promise<void> {
  while (!isMet()) await nextFrame();
}

Object.assign(globalThis, { drawCard, focusButton, nextFrame });
Object.defineProperty(globalThis, 'cardRoot', { get: () => cardRoot });
