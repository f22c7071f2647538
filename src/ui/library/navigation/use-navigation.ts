import { useEffect, useMemo, useState } from 'preact/hooks';
import { type LibraryAddress, parseAddress, writeAddress } from '../../content/library-address.ts';

export interface Navigation {
  readonly address: LibraryAddress;
  /** Identifies this visit to a page: returning to an address is another visit. */
  readonly visit: string;
  goTo(address: LibraryAddress, options?: { readonly isReplacing?: boolean }): void;
  /** To be called when the page is rendered: sets its title, scroll position and focus. */
  arrive(title: string): void;
}

interface Visit {
  readonly address: LibraryAddress;
  readonly id: string;
}

/** The browser's address, with back and forward. Going back restores the scroll position. */
export function useNavigation(): Navigation {
  const visits = useMemo(() => new VisitHistory(), []);
  const [visit, setVisit] = useState(visits.current);
  useEffect(() => {
    const closing = new AbortController();
    visits.watch(setVisit, closing.signal);
    return () => closing.abort();
  }, [visits]);
  return useMemo(
    () => ({
      address: visit.address,
      visit: visit.id,
      goTo: (address, { isReplacing = false } = {}) => setVisit(visits.goTo(address, isReplacing)),
      arrive: (title) => visits.arrive(title),
    }),
    [visits, visit],
  );
}

/** Identifies visits by the browser's history states, and remembers the scroll position of each. */
class VisitHistory {
  current: Visit;
  readonly #scrolled = new Map<string, number>();
  #hasArrived = false;
  #keepsFocus = true;

  constructor() {
    // The browser would scroll before the page is rendered.
    history.scrollRestoration = 'manual';
    this.current = { address: parseAddress(location.hash), id: createVisitId() };
  }

  watch(onVisit: (visit: Visit) => void, signal: AbortSignal): void {
    const follow = () => {
      if (this.current.id !== readVisitId())
        onVisit(this.#come(parseAddress(location.hash), createVisitId()));
    };
    addEventListener('popstate', follow, { signal });
    // A click on a link is a visit of its own; not every browser fires `popstate` for it.
    addEventListener('hashchange', follow, { signal });
    addEventListener(
      'scroll',
      () => {
        if (this.#hasArrived) this.#scrolled.set(this.current.id, scrollY);
      },
      { signal, passive: true },
    );
  }

  goTo(address: LibraryAddress, isReplacing: boolean): Visit {
    const id = isReplacing ? this.current.id : crypto.randomUUID();
    const visit = isReplacing ? this.#replace({ address, id }) : this.#come(address, id);
    try {
      const change = isReplacing ? 'replaceState' : 'pushState';
      history[change]({ visit: id }, '', writeAddress(address));
    } catch {
      // Browsers refuse some hundred changes within a few seconds (a key held down): the address then lags behind.
    }
    return visit;
  }

  arrive(title: string): void {
    document.title = title;
    if (this.#hasArrived) return;
    this.#hasArrived = true;
    scrollTo(0, this.#scrolled.get(this.current.id) ?? 0);
    if (!this.#keepsFocus) document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  #replace(visit: Visit): Visit {
    this.current = visit;
    return visit;
  }

  /** A reader who types or chooses a filter keeps the focus. After a link it goes to the new page's heading. */
  #come(address: LibraryAddress, id: string): Visit {
    const isSearching = address.kind === 'search' && this.current.address.kind === 'search';
    this.#keepsFocus = isSearching || document.activeElement instanceof HTMLInputElement;
    this.#hasArrived = false;
    this.current = { address, id };
    return this.current;
  }
}

function readVisitId(): string | undefined {
  const state: unknown = history.state;
  if (typeof state !== 'object' || state === null || !('visit' in state)) return undefined;
  return typeof state.visit === 'string' ? state.visit : undefined;
}

function createVisitId(): string {
  const known = readVisitId();
  if (known !== undefined) return known;
  const visit = crypto.randomUUID();
  history.replaceState({ visit }, '');
  return visit;
}
