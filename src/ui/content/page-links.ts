import { createContext } from 'preact';

/** Addresses of pages about what a component shows; undefined for the thing whose page is open. */
export interface PageLinks {
  /** By its id in the pack shown. */
  source(id: string): string | undefined;
  /** The others by reference. */
  entity(ref: string): string | undefined;
  statement(ref: string): string | undefined;
  claim(ref: string): string | undefined;
}

/** In the library one thing leads to the next; elsewhere there is nothing to go to, and nothing here. */
export const PageLinksContext = createContext<PageLinks | undefined>(undefined);
