import type { MatchException } from '../../settings/settings.ts';

/** Actions that a card asks others to carry out. Each rejects with a reason to show. */
export interface CardActions {
  /** The page's host; empty if it has none (a file). */
  readonly site: string;
  /** The card is in a private window. Changes made there apply to ordinary windows, too. */
  readonly isPrivate?: boolean;
  hideEntity(ref: string, isHidden: boolean): Promise<void>;
  /** Adds a name to the exceptions, or removes it again. */
  noteWrongMatch(wrong: MatchException, isNoted: boolean): Promise<void>;
  /** Switches a topic off, or back to what it was before. */
  switchTopic(topic: string, isOn: boolean): Promise<void>;
  /** Switches the page's site off, or on again. */
  switchSite(isOn: boolean): Promise<void>;
  openSettings(): Promise<void>;
  /** Opens an address of the library, such as `#/entity/PACK/ID`. */
  openLibrary(address: string): Promise<void>;
}
