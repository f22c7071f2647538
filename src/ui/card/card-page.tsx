import { render } from 'preact';
import type { BoxLink, CardCalls, CardDrawing, CardStart } from '../../contracts/card-calls.ts';
import { markLanguage, setLanguage } from '../../i18n/language.ts';
import { text } from '../../i18n/texts.ts';
import type { Appearance } from '../../settings/settings.ts';
import { preserveFocus } from '../components/preserve-focus.ts';
import { colorSchemeOf } from '../components/use-theme.ts';
import cardStyles from './card.css?inline';
import type { CardActions } from './card-actions.ts';
import { type AnswerServices, askForContent, type Loaded } from './card-answers.ts';
import { CardHistory } from './card-history.ts';
import { listenToCard } from './card-input.ts';
import { CardLoading, CardNotice } from './card-notice.tsx';
import { CardView, sectionHeadingId, titleId } from './card-view.tsx';
import { guardActions } from './guard-actions.ts';
import { watchVisibility } from './watch-visibility.ts';

/** What the card needs from outside `ui`; the entry point passes it in. */
export interface CardServices extends CardActions, AnswerServices {}

/** An awake background answers sooner. After this delay the reader sees the placeholder. */
const loadingDelayMs = 150;
/** The box makes no card higher than this; see `page/interaction/place-card.ts`. */
const maxHeight = 560;

interface ShownCard {
  readonly drawing: CardDrawing;
  readonly history: CardHistory;
}

/** The page in the frame: one card at a time, rendered and shown when its box asks for it. */
export class CardPage {
  readonly #services: CardServices;
  readonly #box: BoxLink;
  readonly #dialog: HTMLElement;
  readonly #document: Document;
  readonly #mayAct: () => Promise<boolean>;
  #shown: ShownCard | undefined;
  /** The latest drawing that was requested. Late answers for an earlier one are dropped. */
  #asked = 0;
  #reportedHeight = 0;

  constructor(document: Document, services: CardServices, connect: (listener: CardCalls) => BoxLink) {
    this.#document = document;
    this.#services = services;
    addStyles(document);
    this.#dialog = makeDialog(document);
    this.#box = connect({
      draw: async (drawing) => this.#draw(drawing),
      reveal: async (shown) => this.#reveal(shown),
      appear: async (appearance) => this.#appear(appearance),
      clear: async ({ number }) => this.#clear(number),
    });
    const visibility = watchVisibility(this.#dialog, () => void this.#box.covered().catch(() => undefined));
    this.#mayAct = async () => visibility.isClear() && (await this.#box.mayAct().catch(() => false));
    preserveFocus(this.#dialog);
    listenToCard(this.#dialog, {
      onEscape: () => void this.#box.close({ isByKey: true }).catch(() => undefined),
      onStep: (step) => this.#stepByKey(step),
      onPointer: (isInside) => void this.#box.pointer({ isInside }).catch(() => undefined),
      onBlur: () => void this.#box.blurred().catch(() => undefined),
      onLeave: () => void this.#box.left().catch(() => undefined),
      onContent: () => this.#grow(),
      onWidth: () => this.#fit(false),
    });
  }

  /** Reports to the box that the card listens, and draws the card that the box asks for. */
  async begin(): Promise<void> {
    const start = await this.#box.ready().catch(() => undefined);
    if (start?.drawing && this.#asked === 0) await this.#draw(start.drawing, start.content);
  }

  /** @param known the content, if it came with the request */
  async #draw(drawing: CardDrawing, known?: CardStart['content']): Promise<void> {
    if (drawing.number < this.#asked) return;
    this.#asked = drawing.number;
    this.#setAppearance(drawing.appearance);
    const { subject } = drawing.request;
    const answer = askForContent(this.#services, subject, known);
    const inTime = await Promise.race([answer, waitForLoadingDelay()]);
    if (this.#asked !== drawing.number) return;
    const content = inTime ?? 'coming';
    this.#shown = { drawing, history: new CardHistory({ subject, content, scrolledTo: 0 }) };
    this.#render();
    this.#fit(true);
    if (inTime === undefined) this.#replace(this.#shown, await answer);
  }

  #reveal({ number, takesFocus, isSheet }: Parameters<CardCalls['reveal']>[0]): void {
    if (this.#shown?.drawing.number !== number) return;
    this.#document.body.inert = false;
    this.#dialog.classList.toggle('sheet', isSheet);
    if (takesFocus) this.#dialog.focus({ preventScroll: true });
  }

  #appear(appearance: Appearance): void {
    this.#setAppearance(appearance);
    if (this.#shown) this.#render();
  }

  /** Everything rendered after this uses the chosen language. */
  #setAppearance({ theme, language }: Appearance): void {
    const { documentElement } = this.#document;
    documentElement.style.colorScheme = colorSchemeOf(theme);
    setLanguage(language);
    markLanguage(documentElement);
  }

  #clear(number: number): void {
    // Messages may arrive out of order.
    if (this.#asked > number) return;
    this.#shown = undefined;
    this.#document.body.inert = true;
    render(null, this.#dialog);
    this.#dialog.removeAttribute('aria-label');
  }

  #render(): void {
    if (!this.#shown) return;
    const dialog = this.#dialog;
    const { content } = this.#shown.history.current;
    this.#document.documentElement.style.setProperty(
      '--topic',
      typeof content === 'string' ? null : content.topic.color,
    );
    dialog.setAttribute('aria-busy', String(content === 'coming'));
    if (content === 'failed' || content === 'unknown')
      dialog.setAttribute('aria-label', text('toolbarTitle'));
    else dialog.removeAttribute('aria-label');
    render(this.#makeView(this.#shown, content), dialog);
  }

  #makeView(shown: ShownCard, content: Loaded) {
    const { history, drawing } = shown;
    const { request } = drawing;
    const onClose = () => void this.#box.close({ isByKey: false }).catch(() => undefined);
    if (content === 'coming') return <CardLoading textOnPage={request.textOnPage} onClose={onClose} />;
    if (typeof content === 'string') {
      return (
        <CardNotice
          problem={content}
          previousTitle={history.previousTitle}
          onBack={() => this.#step(-1)}
          onClose={onClose}
          onRetry={() => void this.#retry(shown)}
        />
      );
    }
    return (
      <CardView
        key={`${drawing.number} ${history.at} ${content.ref}`}
        content={content}
        request={request}
        previousTitle={history.previousTitle}
        nextTitle={history.nextTitle}
        actions={guardActions(this.#services, this.#mayAct, (isOn) => this.#box.switching({ isOn }))}
        section={history.current.section}
        onSection={(key) => this.#showSection(shown, key)}
        onBack={() => this.#step(-1)}
        onForward={() => this.#step(1)}
        onRelated={(ref) => void this.#follow(shown, ref)}
        onClose={onClose}
      />
    );
  }

  #showSection(shown: ShownCard, section: string | undefined): void {
    const left = shown.history.current.section;
    shown.history.showSection(section, this.#body?.scrollTop ?? 0);
    this.#render();
    this.#fit(false);
    this.#body?.scrollTo(0, shown.history.current.scrolledTo);
    // A screen reader reads the heading of a section; on the front, reading goes on at the section's link.
    const target =
      section === undefined
        ? this.#dialog.querySelector<HTMLElement>(`[data-section="${left}"]`)
        : this.#document.getElementById(sectionHeadingId);
    (target ?? this.#dialog).focus({ preventScroll: true });
  }

  async #follow(shown: ShownCard, ref: string): Promise<void> {
    const subject = { kind: 'entity', ref } as const;
    const content = await askForContent(this.#services, subject);
    if (this.#shown !== shown) return;
    this.#keepScroll();
    shown.history.add({ subject, content, scrolledTo: 0 });
    this.#showCurrent(shown);
  }

  /** Back leads from a section to its front first. */
  #stepByKey(step: 1 | -1): void {
    const shown = this.#shown;
    if (step === -1 && shown?.history.current.section !== undefined) this.#showSection(shown, undefined);
    else this.#step(step);
  }

  /** Goes back (-1) or forward (1) in the history; returns false at either end. */
  #step(step: 1 | -1): boolean {
    const shown = this.#shown;
    if (!shown) return false;
    this.#keepScroll();
    if (!shown.history.step(step)) return false;
    this.#showCurrent(shown);
    return true;
  }

  #keepScroll(): void {
    if (this.#shown) this.#shown.history.current.scrolledTo = this.#body?.scrollTop ?? 0;
  }

  #showCurrent({ history }: ShownCard): void {
    this.#render();
    this.#fit(true);
    this.#body?.scrollTo(0, history.current.scrolledTo);
    // The focused button was removed with its card.
    this.#dialog.focus({ preventScroll: true });
  }

  async #retry(shown: ShownCard): Promise<void> {
    const failed = shown.history.current;
    const answer = await askForContent(this.#services, failed.subject);
    // The reader may have gone back meanwhile, or pressed twice and have the card already.
    const { subject, content } = shown.history.current;
    if (subject === failed.subject && content === 'failed') this.#replace(shown, answer);
  }

  /** Replaces the card's content with what has loaded. */
  #replace(shown: ShownCard, content: Loaded): void {
    if (this.#shown !== shown) return;
    shown.history.replace(content);
    const hadFocus = this.#document.activeElement !== this.#document.body;
    this.#render();
    this.#fit(true);
    if (!hadFocus) return;
    // Moves the focus out and in again, so that a screen reader reads the new content.
    this.#dialog.blur();
    this.#dialog.focus({ preventScroll: true });
  }

  get #body(): Element | null {
    return this.#dialog.querySelector('.body');
  }

  /** The height in px that shows all content without scrolling. */
  #measure(): number {
    const body = this.#body;
    const scrolledTo = body?.scrollTop ?? 0;
    this.#dialog.classList.add('measured');
    const { height } = this.#dialog.getBoundingClientRect();
    this.#dialog.classList.remove('measured');
    // Shown whole, the card has nothing to scroll.
    if (scrolledTo > 0) body?.scrollTo({ top: scrolledTo, behavior: 'instant' });
    return Math.ceil(height);
  }

  #fit(isNew: boolean): void {
    if (!this.#shown) return;
    const { number } = this.#shown.drawing;
    const height = this.#measure();
    if (!isNew && height === this.#reportedHeight) return;
    this.#reportedHeight = height;
    void this.#box.fit({ number, height, isNew }).catch(() => undefined);
  }

  /** There is more content than before: the box may have room for it. */
  #grow(): void {
    const body = this.#body;
    if (body && body.scrollHeight > body.clientHeight && body.clientHeight < maxHeight) this.#fit(false);
  }
}

function addStyles(document: Document): void {
  // A style sheet belongs to one window: create it in the window of this document.
  const sheet = new (document.defaultView ?? window).CSSStyleSheet();
  sheet.replaceSync(cardStyles);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** Nothing in the dialog can be reached before the box shows it. */
function makeDialog(document: Document): HTMLElement {
  const dialog = document.createElement('div');
  dialog.className = 'card';
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-labelledby', titleId);
  dialog.tabIndex = -1;
  document.body.inert = true;
  document.body.append(dialog);
  return dialog;
}

/** Resolves to undefined after the loading delay. */
function waitForLoadingDelay(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), loadingDelayMs));
}
