import type { MatchException } from '../../settings/settings.ts';

/** What a card can have done elsewhere; each rejects with a reason to show. */
export interface CardActions {
  /** The page's host, empty where it has none (a file). */
  readonly site: string;
  /** It stands in a private window: what is changed from there is kept for ordinary ones, too. */
  readonly isPrivate?: boolean;
  hideEntity(ref: string, isHidden: boolean): Promise<void>;
  /** Leaves a name out, or takes it back. */
  noteWrongMatch(wrong: MatchException, isNoted: boolean): Promise<void>;
  /** Switches the page's site off, or takes that back. */
  switchSite(isOn: boolean): Promise<void>;
  openSettings(): Promise<void>;
  /** At an address of the library, `#/entity/PACK/ID`. */
  openLibrary(address: string): Promise<void>;
}
