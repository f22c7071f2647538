/*
 * What the reader does in the card is none of the page's business: news sites close overlays, play videos and turn pages
 * on any key or click that reaches them. Events from inside are composed, so they would.
 */
const pointerEvents = [
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'wheel',
  'input',
  'change',
  'focusin',
  'focusout',
  'copy',
] as const;
const keyEvents = ['keydown', 'keypress', 'keyup'] as const;
/** Elements have no `on…` property for these. */
const eventsWithoutProperty = [
  'focusin',
  'focusout',
  'compositionstart',
  'compositionupdate',
  'compositionend',
];

export interface CardKeys {
  /** Whether an event, as the page sees it, comes from inside the card. */
  contains(event: Event): boolean;
  /** Esc, wherever the focus is. */
  onEscape(): void;
  /** Tab inside the card; `isBackwards` with Shift. Returns whether it was taken. */
  onTab(isBackwards: boolean): boolean;
  /** Alt and an arrow inside the card: back (-1) or forth (1). Returns whether it was taken; it must not leave the page. */
  onStep(step: 1 | -1): boolean;
}

/**
 * Keeps events from inside the card away from the page, and events that the page has made up away from the card, until
 * `signal` aborts.
 *
 * Keys are taken at the window's capture, before any listener of the page that is not itself there: actions such as
 * typing, scrolling or pressing a button do not need the event to travel. Everything else must reach our own listeners
 * first and is stopped at the shadow root.
 */
export function shieldEvents(root: ShadowRoot, keys: CardKeys, signal: AbortSignal): void {
  const view = root.ownerDocument.defaultView ?? window;
  for (const type of listEventTypes()) {
    root.addEventListener(type, refuseMadeUp, { signal, capture: true, passive: type !== 'click' });
  }
  for (const type of pointerEvents) {
    root.addEventListener(type, (event) => event.stopPropagation(), { signal, passive: true });
  }
  for (const type of keyEvents) {
    view.addEventListener(type, (event) => handleKey(event, keys), { capture: true, signal });
  }
}

/** Every event that an element can be asked to hear. */
function listEventTypes(): string[] {
  const types = [...eventsWithoutProperty];
  for (const property in HTMLElement.prototype) if (property.startsWith('on')) types.push(property.slice(2));
  return types;
}

/** A closed root is no border: Firefox hands its nodes to pages, and a script could press the card's buttons (docs/threat-model.md). */
function refuseMadeUp(event: Event): void {
  if (event.isTrusted) return;
  // Of what a script makes up only a click does what the browser's own does: follow a link, unfold a summary.
  if (event.type === 'click') event.preventDefault();
  event.stopImmediatePropagation();
}

function handleKey(event: KeyboardEvent, keys: CardKeys): void {
  // A page can make up a key on the box, which it sees: it neither closes the card nor moves anything in it.
  if (!event.isTrusted) return;
  const isInside = keys.contains(event);
  // A composition in an input method uses Esc for itself.
  const isEscape = event.key === 'Escape' && !event.isComposing;
  if (!isInside && !isEscape) return;
  event.stopImmediatePropagation();
  if (event.type !== 'keydown') return;
  if (isEscape) {
    event.preventDefault();
    swallowKeyUp(event);
    keys.onEscape();
  } else if (event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    keys.onStep(event.key === 'ArrowLeft' ? -1 : 1);
    event.preventDefault();
  } else if (event.key === 'Tab' && keys.onTab(event.shiftKey)) {
    event.preventDefault();
  }
}

/** The release of the key that closed the card, and its repeats, come when the card is gone, and sites listen for those too. */
function swallowKeyUp({ view, key }: KeyboardEvent): void {
  const ending = new AbortController();
  const options = { capture: true, signal: ending.signal };
  // What a page makes up, and other keys that are released meanwhile, are not what is waited for.
  const isSame = (event: KeyboardEvent) => event.isTrusted && event.key === key;
  view?.addEventListener(
    'keyup',
    (event) => {
      if (!isSame(event)) return;
      event.stopImmediatePropagation();
      ending.abort();
    },
    options,
  );
  view?.addEventListener(
    'keydown',
    (event) => {
      if (!isSame(event)) return;
      if (event.repeat) event.stopImmediatePropagation();
      // Pressed anew: it was released where nobody saw it, in another window.
      else ending.abort();
    },
    options,
  );
}
