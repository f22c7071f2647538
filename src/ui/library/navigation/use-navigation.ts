import { useEffect, useMemo, useState } from 'preact/hooks';
import { type LibraryAddress, parseAddress, writeAddress } from '../../content/library-address.ts';

export interface Navigation {
  readonly address: LibraryAddress;
  /** Of this visit to a page: the same address is another visit when it is come to again. */
  readonly visit: string;
  goTo(address: LibraryAddress, options?: { readonly isReplacing?: boolean }): void;
  /** To be called when the page of the address stands: gives it its title, its place on the screen and the focus. */
  arrive(title: string): void;
}

interface Visit {
  readonly address: LibraryAddress;
  readonly id: string;
}

/** The address as the browser has it, with back and forward; a page that is come back to stands where it was left. */
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

/** Knows the visits by the states of the browser's history, and how far each was scrolled. */
class VisitHistory {
  current: Visit;
  readonly #scrolled = new Map<string, number>();
  #hasArrived = false;
  #keepsFocus = true;

  constructor() {
    // The browser would scroll before the page is drawn.
    history.scrollRestoration = 'manual';
    this.current = { address: parseAddress(location.hash), id: createVisitId() };
  }

  watch(onVisit: (visit: Visit) => void, signal: AbortSignal): void {
    const follow = () => {
      if (this.current.id !== readVisitId())
        onVisit(this.#come(parseAddress(location.hash), createVisitId()));
    };
    addEventListener('popstate', follow, { signal });
    // A click on a link makes a visit of its own; not every browser tells of it by `popstate`.
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
      // Browsers refuse some hundred changes in a few seconds (a key held down): the address then lags behind.
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

  /** Who types or chooses a filter goes on doing so; whoever follows a link comes to another page, and to its heading. */
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
