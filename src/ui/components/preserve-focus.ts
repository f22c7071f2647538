/** Where the focus may go without leading the reader far away. */
const placeSelector = '[tabindex="-1"], section, fieldset, main';

/**
 * Keeps the focus in a surface when the element that has it goes. A button that vanishes with what it has done leaves the focus to
 * the page's beginning, and whoever has no mouse would begin anew there. It goes to the nearest place around it that still
 * stands (what bears `tabindex="-1"`, a section, a fieldset or `main`, whichever is closest), or else to the surface itself.
 * Whoever knows a better place focuses that themselves, and is not disturbed.
 */
export function preserveFocus(surface: HTMLElement, signal?: AbortSignal): void {
  // What had the focus last, with all that is around it: once it is gone it no longer tells where it was.
  let path: HTMLElement[] = [];
  const root = surface.getRootNode() as Document | ShadowRoot;
  const isNowhere = () => root.activeElement === null || root.activeElement === surface.ownerDocument.body;

  const note = ({ target }: Event) => {
    path = target instanceof HTMLElement ? listAncestors(target, surface) : [];
  };
  const leave = () =>
    // Only once it has left is it known whether the reader has gone elsewhere or what they were at has gone.
    queueMicrotask(() => {
      const [last] = path;
      if (last !== undefined && canBeFocused(last) && root.activeElement !== last) path = [];
    });
  const follow = () => {
    const [last] = path;
    if (last === undefined || canBeFocused(last)) return;
    // After the next frame whoever knows a better place has had their turn: effects run then.
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
