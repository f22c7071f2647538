/** Elements that may take the focus without moving the reader far away. */
const placeSelector = '[tabindex="-1"], section, fieldset, main';

/**
 * Keeps the focus in a surface when the focused element is removed. Without this, a self-removing button would send the
 * focus to the beginning of the page, and keyboard users would have to start over. The focus goes to the nearest
 * remaining ancestor with `tabindex="-1"`, section, fieldset or `main`, or else to the surface itself. Code that knows
 * a better place may focus it first.
 */
export function preserveFocus(surface: HTMLElement, signal?: AbortSignal): void {
  // The last focused element and its ancestors: once removed, it no longer says where it was.
  let path: HTMLElement[] = [];
  const root = surface.getRootNode() as Document | ShadowRoot;
  const isNowhere = () => root.activeElement === null || root.activeElement === surface.ownerDocument.body;

  const note = ({ target }: Event) => {
    path = target instanceof HTMLElement ? listAncestors(target, surface) : [];
  };
  const leave = () =>
    // Only after the blur is it known whether the reader moved on or the element was removed.
    queueMicrotask(() => {
      const [last] = path;
      if (last !== undefined && canBeFocused(last) && root.activeElement !== last) path = [];
    });
  const follow = () => {
    const [last] = path;
    if (last === undefined || canBeFocused(last)) return;
    // Effects run before the next frame, so code that knows a better place has focused it by then.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (path[0] !== last || canBeFocused(last) || !isNowhere()) return;
        focusPlace(path.slice(1).find(isPlace) ?? surface);
      }),
    );
  };
  const options = signal === undefined ? {} : { signal };
  const changes = new MutationObserver(follow);
  surface.addEventListener('focusin', note, options);
  surface.addEventListener('focusout', leave, options);
  changes.observe(surface, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  signal?.addEventListener('abort', () => changes.disconnect(), { once: true });
}

function listAncestors(element: HTMLElement, last: HTMLElement): HTMLElement[] {
  const path = [element];
  for (let next = element; next !== last && next.parentElement !== null; path.push(next))
    next = next.parentElement;
  return path;
}

function canBeFocused(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled');
}

function isPlace(element: HTMLElement): boolean {
  return element.matches(placeSelector) && canBeFocused(element) && element.checkVisibility();
}

function focusPlace(place: HTMLElement): void {
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}
