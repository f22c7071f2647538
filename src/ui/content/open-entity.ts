import { createContext } from 'preact';

/** Opens the card of an entity in the place of the present one; undefined for the one that is shown, and outside cards. */
export const OpenEntityContext = createContext<((ref: string) => (() => void) | undefined) | undefined>(
  undefined,
);
