import type { ListedPack, PackImport } from '../../../contracts/pack-import.ts';

/** What the section on packs needs from outside `ui`; the entry point passes it in. The built-in pack is a setting. */
export interface PackServices {
  /** The built-in pack, then the imported ones in order, enabled or not. */
  list(): Promise<readonly ListedPack[]>;
  /** Calls back after each change of packs, wherever it was made. */
  watch(onChange: () => void): void;
  startImport(): PackImport<File>;
  enable(id: string, isEnabled: boolean): Promise<void>;
  /** @param ids of the imported packs */
  order(ids: readonly string[]): Promise<void>;
  /**
   * @param forgetsChoices also removes what the reader chose about its topics and entities
   * @returns a function that restores all of it, or returns false if a pack with its id was imported since; undefined
   * if it cannot be restored
   */
  remove(id: string, forgetsChoices: boolean): Promise<(() => Promise<boolean>) | undefined>;
  readStorage(): Promise<PackStorage>;
  /** Stops reporting packs that are gone. */
  forgetGone(ids: readonly string[]): Promise<void>;
}

export interface PackStorage {
  /** Whether the browser has promised to keep the packs even if the disk is full. */
  readonly isPersisted: boolean;
  /** Packs that the reader did not remove, but that are no longer in the store. */
  readonly gone: readonly { readonly id: string; readonly title: string; readonly version: string }[];
}
