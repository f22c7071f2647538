import { createContext } from 'preact';

/** Addresses of the pages for what a component shows; undefined for the item whose page is open. */
export interface PageLinks {
  /** By its id in the pack that is shown. */
  source(id: string): string | undefined;
  /** The others take a reference. */
  entity(ref: string): string | undefined;
  statement(ref: string): string | undefined;
  claim(ref: string): string | undefined;
}

/** Set in the library only: elsewhere there are no pages to link to. */
export const PageLinksContext = createContext<PageLinks | undefined>(undefined);
