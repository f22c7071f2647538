import { createContext } from 'preact';

/** Opens the card of an entity in place of the current one; undefined for the current entity, and outside cards. */
export const OpenEntityContext = createContext<((ref: string) => (() => void) | undefined) | undefined>(
  undefined,
);
