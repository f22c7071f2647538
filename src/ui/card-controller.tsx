import { render } from 'preact';
import { type Appearance, defaultSettings } from '../settings/settings.ts';
import { type AnswerServices, CardAnswers, type Loaded } from './card-answers.ts';
import type { CardActions } from './card-footer.tsx';
import { CardLoading, CardNotice } from './card-notice.tsx';
import { type CardPopover, openCardPopover } from './card-popover.ts';
import type { CardPort, CardRequest } from './card-port.ts';
import { cardStyles } from './card-styles.ts';
import { CardView, titleId } from './card-view.tsx';
import { closeByClickElsewhere } from './click-elsewhere.ts';
import { contentStyles } from './content-styles.ts';
import { createDiv } from './create-div.ts';
import { keepFocus } from './keep-focus.ts';
import { markLanguage, speak } from './language.ts';
import { moveTab } from './move-tab.ts';
import { noteSiteSwitch } from './note-site-switch.ts';
import { type Placement, placeCard, uniteRects } from './place-card.ts';
import { rehearseCard } from './rehearse-card.tsx';
import { shieldEvents } from './shield-events.ts';
import { text } from './texts.ts';

/** What the card needs from outside the interface; a door gives it. */
export interface CardServices extends CardActions, AnswerServices {}

/** One card on the reader's way through related entities. */
interface Stop {
  readonly subject: CardRequest['subject'];
  readonly content: Loaded;
  /** Where it was left. */
  scrolledTo: number;
}

/** A background that is awake answers sooner; after this long the reader is shown that something is coming. */
const patienceMs = 150;

interface OpenCard {
  readonly request: CardRequest;
  readonly popover: CardPopover;
  readonly dialog: HTMLElement;
  readonly focusedBefore: Element | null;
  readonly closing: AbortController;
  readonly placement: Placement;
  /** The cards that were gone through, back and forth. */
  trail: Stop[];
  /** Which of them is shown. */
  at: number;
  /** So far only what is seen before scrolling is drawn. */
  isBeginning: boolean;
  /** It has had the page's site switched off, and offers the way back. */
  hasSwitchedOff: boolean;
}

/** The one card of a frame: at most one is open. */
export function createCardPort(services: CardServices): CardPort {
  return new CardController(services);
}

class CardController implements CardPort {
  readonly #services: CardServices;
  readonly #answers: CardAnswers;
  #appearance: Appearance = defaultSettings;
  #open: OpenCard | undefined;
  // Counts what was asked for, so that an answer that comes late finds out that it is no longer wanted.
  #asked = 0;
  #isRehearsed = false;

  constructor(services: CardServices) {
    this.#services = services;
    this.#answers = new CardAnswers(services);
  }

  applyAppearance(appearance: Appearance): void {
    this.#appearance = appearance;
    if (this.#open === undefined) return;
    applyAppearance(this.#open.popover, appearance);
    this.#draw(this.#open);
  }

  get isOpen(): boolean {
    return this.#open?.popover.isShown() ?? false;
  }

  contains(event: Event): boolean {
    return this.#open?.popover.contains(event) ?? false;
  }

  prepare(subject: CardRequest['subject']): void {
    if (this.#open?.request.subject.ref === subject.ref) return;
    void this.#rehearse(this.#answers.prepare(subject), this.#asked);
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

  withdraw(): void {
    if (this.#open?.hasSwitchedOff !== true) this.close();
  }

  /** A second click on the term of an open card closes it; one that hovering opened is kept instead. */
  #takeSameTerm(request: CardRequest): boolean {
    const open = this.#open;
    if (open === undefined || open.request.subject.ref !== request.subject.ref) return false;
    if (!open.popover.isShown()) return false;
    if (!isSamePlace(open.request, request)) return false;
    if (request.openedBy === 'hover') return true;
    if (open.popover.hasFocus()) this.close();
    else open.dialog.focus({ preventScroll: true });
    return true;
  }

  /** Once, and only if the click was not faster. */
  async #rehearse(answer: Promise<Loaded>, asked: number): Promise<void> {
    const content = await answer;
    const isWanted = () => asked === this.#asked && this.#open === undefined;
    if (this.#isRehearsed || !isWanted() || typeof content === 'string') return;
    this.#isRehearsed = true;
    speak(this.#appearance.language);
    await rehearseCard(content, this.#services, isWanted);
  }

  async #load(request: CardRequest, asked: number): Promise<void> {
    const answer = this.#answers.take(request.subject);
    const inTime = await Promise.race([answer, waitInVain()]);
    if (asked !== this.#asked) return;
    const focusedBefore = this.#open === undefined ? deepActiveElement() : this.#open.focusedBefore;
    this.#removeForNext();
    const open = this.#show(request, inTime ?? 'coming', focusedBefore);
    this.#open = open;
    if (inTime === undefined) this.#replace(open, await answer);
  }

  /** Takes the open card away without giving the focus back: the next one gets it. */
  #removeForNext(): void {
    this.#open?.closing.abort();
    this.#open?.popover.remove();
    this.#open = undefined;
  }

  #show(request: CardRequest, content: Loaded, focusedBefore: Element | null): OpenCard {
    const closing = new AbortController();
    const popover = openCardPopover(request.contextElement, contentStyles + cardStyles, closing.signal);
    applyAppearance(popover, this.#appearance);
    const dialog = makeDialog(popover.box);
    keepFocus(dialog, closing.signal);
    const placement = placeCard(dialog, request, closing.signal);
    const trail = [{ subject: request.subject, content, scrolledTo: 0 }];
    const shown = { trail, at: 0, isBeginning: typeof content === 'object', hasSwitchedOff: false };
    const open: OpenCard = { request, popover, dialog, focusedBefore, closing, placement, ...shown };
    this.#draw(open);
    if (open.isBeginning && !placement.isFilled()) this.#drawRest(open);
    shieldEvents(
      popover.root,
      {
        contains: (event) => popover.contains(event),
        onEscape: () => this.close(),
        onTab: (isBackwards) => moveTab(popover.root, dialog, isBackwards),
        onStep: (step) => this.#step(open, step),
      },
      closing.signal,
    );
    closeByClickElsewhere(open, () => this.close());
    void placement.begin().then(async () => {
      if (closing.signal.aborted) return;
      if (request.openedBy !== 'hover') dialog.focus({ preventScroll: true });
      await waitForPaint();
      if (!closing.signal.aborted) this.#drawRest(open);
    });
    return open;
  }

  /** What lies below the edge: a reader does not wait for it, and it moves nothing that is seen. */
  #drawRest(open: OpenCard): void {
    if (!open.isBeginning) return;
    open.isBeginning = false;
    this.#draw(open);
  }

  #draw(open: OpenCard): void {
    const { dialog, popover, trail, at } = open;
    const shown = trail[at]?.content ?? 'failed';
    // On the box, where the tokens that are made from it stand.
    popover.box.style.setProperty('--topic', typeof shown === 'string' ? null : shown.topic.color);
    dialog.setAttribute('aria-busy', String(shown === 'coming'));
    if (shown === 'failed' || shown === 'unknown') dialog.setAttribute('aria-label', text('toolbarTitle'));
    else dialog.removeAttribute('aria-label');
    render(this.#makeView(open, shown), dialog);
  }

  #makeView(open: OpenCard, shown: Loaded) {
    const onClose = () => this.close();
    if (shown === 'coming') return <CardLoading textOnPage={open.request.textOnPage} onClose={onClose} />;
    if (typeof shown === 'string') {
      return (
        <CardNotice
          problem={shown}
          previousTitle={titleOf(open.trail[open.at - 1])}
          onBack={() => this.#step(open, -1)}
          onClose={onClose}
          onRetry={() => void this.#retry(open)}
        />
      );
    }
    return (
      <CardView
        key={`${open.at} ${shown.ref}`}
        content={shown}
        request={open.request}
        previousTitle={titleOf(open.trail[open.at - 1])}
        nextTitle={titleOf(open.trail[open.at + 1])}
        actions={noteSiteSwitch(this.#services, open)}
        isBeginning={open.isBeginning}
        onBack={() => this.#step(open, -1)}
        onForward={() => this.#step(open, 1)}
        onRelated={(ref) => void this.#follow(open, ref)}
        onClose={onClose}
      />
    );
  }

  async #follow(open: OpenCard, ref: string): Promise<void> {
    const subject = { kind: 'entity', ref } as const;
    const content = await this.#answers.ask(subject);
    if (this.#open !== open) return;
    this.#keepScroll(open);
    open.trail = [...open.trail.slice(0, open.at + 1), { subject, content, scrolledTo: 0 }];
    this.#goTo(open, open.at + 1);
  }

  /** Back (-1) or forth (1) on the way through related entities; false where it ends. */
  #step(open: OpenCard, step: 1 | -1): boolean {
    if (open.trail[open.at + step] === undefined) return false;
    this.#keepScroll(open);
    this.#goTo(open, open.at + step);
    return true;
  }

  #keepScroll(open: OpenCard): void {
    const stop = open.trail[open.at];
    if (stop) stop.scrolledTo = open.dialog.querySelector('.body')?.scrollTop ?? 0;
  }

  #goTo(open: OpenCard, at: number): void {
    open.at = at;
    this.#draw(open);
    open.placement.fit();
    open.dialog.querySelector('.body')?.scrollTo(0, open.trail[at]?.scrolledTo ?? 0);
    // The button that had the focus is gone with its card.
    open.dialog.focus({ preventScroll: true });
  }

  async #retry(open: OpenCard): Promise<void> {
    const failed = open.trail[open.at];
    if (failed === undefined) return;
    const answer = await this.#answers.ask(failed.subject);
    // The reader may have gone back meanwhile, or pressed twice and have it already.
    const { subject, content } = open.trail[open.at] ?? {};
    if (subject === failed.subject && content === 'failed') this.#replace(open, answer);
  }

  /** Puts what has come into the place of what was shown until now. */
  #replace(open: OpenCard, content: Loaded): void {
    const replaced = open.trail[open.at];
    if (this.#open !== open || replaced === undefined) return;
    open.trail = [...open.trail.slice(0, open.at), { ...replaced, content, scrolledTo: 0 }];
    const hadFocus = open.popover.hasFocus();
    this.#draw(open);
    open.placement.fit();
    if (!hadFocus) return;
    // Anew, so that a screen reader reads what has come.
    open.dialog.blur();
    open.dialog.focus({ preventScroll: true });
  }
}

/** What is drawn after this speaks the language chosen. */
function applyAppearance(popover: CardPopover, { theme, language }: Appearance): void {
  popover.setTheme(theme);
  speak(language);
  markLanguage(popover.box);
}

function makeDialog(box: HTMLElement): HTMLElement {
  const dialog = createDiv(box.ownerDocument);
  dialog.className = 'card';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-labelledby', titleId);
  dialog.tabIndex = -1;
  box.append(dialog);
  return dialog;
}

function titleOf(stop: Stop | undefined): string | undefined {
  return typeof stop?.content === 'object' ? stop.content.title : undefined;
}

/** Undefined when the reader has waited long enough to be told that something is coming. */
function waitInVain(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patienceMs));
}

/** Resolves when what is drawn now has been seen. */
function waitForPaint(): Promise<void> {
  return new Promise((resolve) =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))),
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
