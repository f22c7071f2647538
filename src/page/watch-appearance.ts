import { keepListening } from './keep-listening.ts';

export interface AppearanceWatcher {
  /** An element that holds a mention nobody can see yet. */
  watch(element: Element): void;
}

export interface AppearanceOptions {
  readonly view: Window & typeof globalThis;
  /** Something that could not be seen may now be seen. */
  readonly onVisible: () => void;
  /** The page may have turned from light to dark or back. */
  readonly onToneChange: () => void;
  readonly signal: AbortSignal;
}

/** A page that changes its theme often lets its colours glide: the last word is spoken after this. */
const glideMs = 700;
/** Several events tell of one change; they are answered together. */
const gatherMs = 100;

/**
 * Hears when hidden text appears and when the page's colours turn, without watching the attributes of all elements:
 * pages that animate by class or style would wake us with every frame.
 */
export function watchAppearance(options: AppearanceOptions): AppearanceWatcher {
  const { view, onVisible, onToneChange, signal } = options;
  const document = view.document;
  const watched = new WeakSet<Element>();
  const timers = new Map<() => void, ReturnType<typeof setTimeout>>();

  function soon(tell: () => void, wait = gatherMs): void {
    if (timers.has(tell) || signal.aborted) return;
    timers.set(
      tell,
      setTimeout(() => {
        timers.delete(tell);
        tell();
      }, wait),
    );
  }

  // What was not displayed has no size, and gets one in the moment it is.
  const sizes = new view.ResizeObserver((entries) => {
    for (const { target, contentRect } of entries) {
      if (contentRect.width === 0 && contentRect.height === 0) continue;
      sizes.unobserve(target);
      watched.delete(target);
      soon(onVisible);
    }
  });

  const listen = (target: EventTarget, name: string, handle: () => void) =>
    target.addEventListener(name, handle, { capture: true, passive: true, signal });
  const onShown = () => soon(onVisible);
  const retone = () => {
    soon(onToneChange);
    setTimeout(() => !signal.aborted && soon(onToneChange), glideMs);
  };
  listen(view.matchMedia('(prefers-color-scheme: dark)'), 'change', retone);
  const watchThemes = followThemes(view, retone, signal);

  keepListening(
    document,
    () => {
      // Opening a <details> and being found in hidden="until-found" give a size too, but later than this.
      for (const name of ['toggle', 'beforematch']) listen(document, name, onShown);
      watchThemes();
    },
    signal,
  );

  signal.addEventListener('abort', () => {
    sizes.disconnect();
    for (const timer of timers.values()) clearTimeout(timer);
  });

  return {
    watch(element) {
      if (watched.has(element) || signal.aborted) return;
      watched.add(element);
      sizes.observe(element);
    },
  };
}

/**
 * Pages turn by an attribute of the root or the body; the body may be exchanged, or come after its root.
 * @returns what is to be called for a document whose root is a new one
 */
function followThemes(view: AppearanceOptions['view'], onTurn: () => void, signal: AbortSignal): () => void {
  const themes = new view.MutationObserver((records) => {
    if (records.some(({ type }) => type === 'childList')) watchThemes();
    if (records.some(({ type }) => type === 'attributes')) onTurn();
  });
  signal.addEventListener('abort', () => themes.disconnect());
  function watchThemes(): void {
    const { documentElement: root, body } = view.document;
    if (root) themes.observe(root, { attributes: true, childList: true });
    if (body) themes.observe(body, { attributes: true });
  }
  return watchThemes;
}
