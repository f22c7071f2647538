import type { ListedPack, PackImport } from '../../../contracts/pack-import.ts';

/** What the section on packs needs from outside `ui`, passed in by the entry point. The built-in pack is a setting. */
export interface PackServices {
  /** The built-in pack, then the imported ones in their order, enabled or not. */
  list(): Promise<readonly ListedPack[]>;
  /** Tells that packs were changed, from wherever it was done. */
  watch(onChange: () => void): void;
  startImport(): PackImport<File>;
  enable(id: string, isEnabled: boolean): Promise<void>;
  /** @param ids of the imported packs. */
  order(ids: readonly string[]): Promise<void>;
  /**
   * @param forgetsChoices what the reader chose about its topics and entities goes, too
   * @returns what puts all of it back, false where a pack with its id was imported since; undefined where nothing can
   */
  remove(id: string, forgetsChoices: boolean): Promise<(() => Promise<boolean>) | undefined>;
  readStorage(): Promise<PackStorage>;
  /** Packs that are gone are not told of any more. */
  forgetGone(ids: readonly string[]): Promise<void>;
}

export interface PackStorage {
  /** Whether the browser has promised to keep the packs even where the disk gets full. */
  readonly isPersisted: boolean;
  /** Packs that nobody has removed, and that are not in the store any more. */
  readonly gone: readonly { readonly id: string; readonly title: string; readonly version: string }[];
}
