import { render } from 'preact';
import type { CardContent } from '../briefing/card-content.ts';
import { type Appearance, defaultSettings } from '../settings/settings.ts';
import type { CardActions } from './card-footer.tsx';
import { type CardPopover, openCardPopover } from './card-popover.ts';
import type { CardPort, CardRequest } from './card-port.ts';
import { cardStyles } from './card-styles.ts';
import { CardView, titleId } from './card-view.tsx';
import { contentStyles } from './content-styles.ts';
import { markLanguage, speak } from './language.ts';
import { moveTab } from './move-tab.ts';
import { placeCard, uniteRects } from './place-card.ts';
import { shieldEvents } from './shield-events.ts';
import { text } from './texts.ts';

/** What the card needs from outside the interface; a door gives it. */
export interface CardServices extends Omit<CardActions, 'hideEntity'> {
  /** Rejects where the background cannot be reached. */
  loadContent(subject: CardRequest['subject']): Promise<CardContent | null>;
  readAppearance(): Promise<Appearance>;
  /** Tells what the reader changes while cards are open. */
  watchAppearance(onChange: (appearance: Appearance) => void): void;
  hideEntity(ref: string): Promise<void>;
}

type Loaded = CardContent | 'unknown' | 'failed';

interface OpenCard {
  readonly request: CardRequest;
  readonly popover: CardPopover;
  readonly dialog: HTMLElement;
  readonly focusedBefore: Element | null;
  readonly closing: AbortController;
  /** The cards on the way here, the one shown last. */
  trail: Loaded[];
}

/** The one card of a frame: at most one is open. Closes for good when `signal` aborts. */
export function createCardPort(services: CardServices, signal: AbortSignal): CardPort {
  const controller = new CardController(services);
  signal.addEventListener('abort', () => controller.close(), { once: true });
  return controller;
}

class CardController implements CardPort {
  readonly #services: CardServices;
  #open: OpenCard | undefined;
  // Counts what was asked for, so that an answer that comes late finds out that it is no longer wanted.
  #asked = 0;

  constructor(services: CardServices) {
    this.#services = services;
    services.watchAppearance((appearance) => {
      if (this.#open === undefined) return;
      applyAppearance(this.#open.popover, appearance);
      this.#draw(this.#open);
    });
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  contains(event: Event): boolean {
    return this.#open?.popover.contains(event) ?? false;
  }

  open(request: CardRequest): void {
    if (this.#takeSameTerm(request)) return;
    this.#asked += 1;
    void this.#load(request, this.#asked);
  }

  close(): void {
    this.#asked += 1;
    const open = this.#open;
    if (open === undefined) return;
    this.#open = undefined;
    const hadFocus = open.popover.hasFocus();
    open.closing.abort();
    render(null, open.dialog);
    open.popover.remove();
    if (hadFocus) giveFocusBack(open.focusedBefore);
  }

  /** A second click on the term of an open card closes it; one that hovering opened is kept instead. */
  #takeSameTerm(request: CardRequest): boolean {
    const open = this.#open;
    if (open === undefined || open.request.subject.ref !== request.subject.ref) return false;
    if (!isSamePlace(open.request, request)) return false;
    if (request.openedBy === 'hover') return true;
    if (open.popover.hasFocus()) this.close();
    else open.dialog.focus({ preventScroll: true });
    return true;
  }

  async #load(request: CardRequest, asked: number): Promise<void> {
    const [content, appearance] = await Promise.all([
      this.#fetch(request.subject),
      // Out of reach: the card that says so needs no chosen looks.
      this.#services.readAppearance().catch((): Appearance => defaultSettings),
    ]);
    if (asked !== this.#asked) return;
    const focusedBefore = this.#open === undefined ? deepActiveElement() : this.#open.focusedBefore;
    this.#removeForNext();
    this.#open = this.#show(request, content, appearance, focusedBefore);
  }

  async #fetch(subject: CardRequest['subject']): Promise<Loaded> {
    try {
      return (await this.#services.loadContent(subject)) ?? 'unknown';
    } catch {
      return 'failed';
    }
  }

  /** Takes the open card away without giving the focus back: the next one gets it. */
  #removeForNext(): void {
    this.#open?.closing.abort();
    this.#open?.popover.remove();
    this.#open = undefined;
  }

  #show(
    request: CardRequest,
    content: Loaded,
    appearance: Appearance,
    focusedBefore: Element | null,
  ): OpenCard {
    const closing = new AbortController();
    const popover = openCardPopover(request.contextElement, contentStyles + cardStyles, closing.signal);
    applyAppearance(popover, appearance);
    const dialog = makeDialog(popover.box);
    const open: OpenCard = { request, popover, dialog, focusedBefore, closing, trail: [content] };
    this.#draw(open);
    shieldEvents(
      popover.root,
      {
        contains: (event) => popover.contains(event),
        onEscape: () => this.close(),
        onTab: (isBackwards) => moveTab(popover.root, dialog, isBackwards),
      },
      closing.signal,
    );
    this.#closeByClickElsewhere(open);
    void placeCard(dialog, request, closing.signal).then(() => {
      if (!closing.signal.aborted && request.openedBy !== 'hover') dialog.focus({ preventScroll: true });
    });
    return open;
  }

  #draw(open: OpenCard): void {
    const shown = open.trail.at(-1) ?? 'failed';
    // On the box, where the tokens that are made from it stand.
    open.popover.box.style.setProperty('--topic', typeof shown === 'string' ? null : shown.topic.color);
    if (typeof shown === 'string') {
      open.dialog.setAttribute('aria-label', text('toolbarTitle'));
      render(
        <Notice problem={shown} onClose={() => this.close()} onRetry={() => this.#retry(open)} />,
        open.dialog,
      );
      return;
    }
    const previous = open.trail.at(-2);
    open.dialog.removeAttribute('aria-label');
    render(
      <CardView
        key={`${open.trail.length} ${shown.ref}`}
        content={shown}
        request={open.request}
        previousTitle={typeof previous === 'object' ? previous.title : undefined}
        actions={this.#services}
        onBack={() => this.#goTo(open, open.trail.slice(0, -1))}
        onRelated={(ref) => void this.#follow(open, ref)}
        onClose={() => this.close()}
      />,
      open.dialog,
    );
  }

  async #follow(open: OpenCard, ref: string): Promise<void> {
    const content = await this.#fetch({ kind: 'entity', ref });
    if (this.#open === open) this.#goTo(open, [...open.trail, content]);
  }

  #goTo(open: OpenCard, trail: Loaded[]): void {
    open.trail = trail;
    this.#draw(open);
    open.dialog.querySelector('.body')?.scrollTo(0, 0);
    // The button that had the focus is gone with its card.
    open.dialog.focus({ preventScroll: true });
  }

  async #retry(open: OpenCard): Promise<void> {
    const content = await this.#fetch(open.request.subject);
    if (this.#open === open) this.#goTo(open, [...open.trail.slice(0, -1), content]);
  }

  /** On pointer down, before a click on another term opens that one's card; a press on the own term is left to its click. */
  #closeByClickElsewhere(open: OpenCard): void {
    const view = open.dialog.ownerDocument.defaultView ?? window;
    const listener = (event: PointerEvent) => {
      if (event.button !== 0 || open.popover.contains(event) || isOnScrollbar(event)) return;
      if (!isInside(open.request.getRects(), event)) this.close();
    };
    view.addEventListener('pointerdown', listener, { capture: true, signal: open.closing.signal });
  }
}

/** What is drawn after this speaks the language chosen. */
function applyAppearance(popover: CardPopover, { theme, language }: Appearance): void {
  popover.setTheme(theme);
  speak(language);
  markLanguage(popover.box);
}

function makeDialog(box: HTMLElement): HTMLElement {
  const dialog = box.ownerDocument.createElement('div');
  dialog.className = 'card';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-labelledby', titleId);
  dialog.tabIndex = -1;
  box.append(dialog);
  return dialog;
}

interface NoticeProps {
  readonly problem: 'unknown' | 'failed';
  onClose(): void;
  onRetry(): void;
}

function Notice({ problem, onClose, onRetry }: NoticeProps) {
  return (
    <div class="notice" role="alert">
      <p>{text(problem === 'unknown' ? 'cardUnknown' : 'cardFailed')}</p>
      <p>
        {problem === 'failed' && (
          <button type="button" class="action" onClick={onRetry}>
            {text('cardRetry')}
          </button>
        )}
        <button type="button" class="action" onClick={onClose}>
          {text('cardClose')}
        </button>
      </p>
    </div>
  );
}

function deepActiveElement(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** `body` stands for no focus, and cannot be given any: there the removed card has left it to the page already. */
function giveFocusBack(element: Element | null): void {
  if (element instanceof HTMLElement || element instanceof SVGElement) element.focus({ preventScroll: true });
}

function isSamePlace(a: CardRequest, b: CardRequest): boolean {
  const [first, second] = [uniteRects(a.getRects()), uniteRects(b.getRects())];
  return first.left === second.left && first.top === second.top;
}

function isInside(rects: readonly DOMRect[], { clientX, clientY }: PointerEvent): boolean {
  return rects.some(
    ({ left, right, top, bottom }) =>
      clientX >= left && clientX <= right && clientY >= top && clientY <= bottom,
  );
}

/** Scrolling by the window's scrollbar is reading on, not a click elsewhere. */
function isOnScrollbar({ target, clientX, clientY }: PointerEvent): boolean {
  if (target !== document.documentElement) return false;
  return clientX >= document.documentElement.clientWidth || clientY >= document.documentElement.clientHeight;
}
