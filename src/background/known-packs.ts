import type { PackOverview } from '../contracts/messages.ts';
import type { Pack } from '../knowledge/pack-schema.ts';
import { isKept, splitRef } from '../knowledge/qualify-pack.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import type { OpenedStories } from '../matching/page-matcher.ts';
import { describePack } from '../messaging/describe-pack.ts';
import type { TopicChoice } from '../settings/page-settings.ts';
import {
  type PackRecord,
  readCompiledPack,
  readPackRecords,
  readStoredPack,
  storeCompiledPack,
} from '../storage/pack-store.ts';

/** Functions of `matching` that prepare packs; passed in by the entry point. */
export interface PackCompiler<Matching> {
  compile(pack: Pack): CompiledPack;
  /** The version of the formats that `compile` writes. */
  readonly version: string;
  /** Opens the packs' indexes together, in the packs' order, and those of what the reader keeps. */
  open(packs: readonly CompiledPack[], kept: OpenedStories): Matching;
}

/** The stories that the reader keeps (`kept/kept-stories.ts`). */
interface KeptPacks {
  /** The same object as long as they are the same. */
  open(): Promise<OpenedStories>;
  findPack(id: string): Promise<Pack | undefined>;
  /** Of the stories whose names are marked. */
  listTopics(): Promise<readonly TopicChoice[]>;
  isAnyOn(): Promise<boolean>;
}

const nothingKept: OpenedStories = { names: undefined, statements: [] };

interface EnabledPacks {
  readonly hasBuiltIn: boolean;
  /** The records of the imported packs, in the reader's order. */
  readonly records: readonly PackRecord[];
}

/**
 * All enabled packs: the built-in one, unless it is off, then the imported ones in the reader's order. What the reader keeps
 * is found and matched like these, but not listed: there may be hundreds of stories. Reads
 * the enabled state on every call, which takes a millisecond: a suspended background may have missed a
 * change. Keeps everything large in memory until its pack is replaced.
 */
export class KnownPacks<Matching> {
  readonly #builtIn: Pack;
  readonly #isBuiltInEnabled: () => Promise<boolean>;
  readonly #compiler: PackCompiler<Matching>;
  readonly #overview: PackOverview;
  #builtInCompiled: CompiledPack | undefined;
  /** Imported packs by their stamps. */
  readonly #contents = new Map<string, Promise<Pack | undefined>>();
  /**
   * The last opened packs, identified by whether the built-in one is among them and by the stamps of the
   * others.
   */
  #matching:
    | { readonly of: string; readonly kept: OpenedStories; readonly opened: Promise<Matching> }
    | undefined;
  readonly #kept: KeptPacks | undefined;

  constructor(
    builtIn: Pack,
    isBuiltInEnabled: () => Promise<boolean>,
    compiler: PackCompiler<Matching>,
    kept?: KeptPacks,
  ) {
    this.#builtIn = builtIn;
    this.#isBuiltInEnabled = isBuiltInEnabled;
    this.#compiler = compiler;
    this.#kept = kept;
    this.#overview = describePack(builtIn);
  }

  /** Enabled or not. */
  get builtIn(): { readonly pack: Pack; readonly compiled: CompiledPack } {
    return { pack: this.#builtIn, compiled: this.#compileBuiltIn() };
  }

  async list(): Promise<readonly PackOverview[]> {
    return this.#overviewsOf(await this.#readEnabled());
  }

  /** All topics that pages may mark, those of kept stories included. */
  async listTopics(): Promise<readonly TopicChoice[]> {
    const [overviews, kept] = await Promise.all([this.list(), this.#kept?.listTopics().catch(() => [])]);
    return [...overviews.flatMap(({ topics }) => topics), ...(kept ?? [])];
  }

  /** Whether pages are matched with more than the built-in pack. */
  async hasOthers(): Promise<boolean> {
    const [{ records }, isAnyOn] = await Promise.all([
      this.#readEnabled(),
      this.#kept?.isAnyOn().catch(() => false),
    ]);
    return records.length > 0 || isAnyOn === true;
  }

  /** The pack with this id, or undefined if no enabled pack has it. */
  async find(id: string): Promise<Pack | undefined> {
    return this.#findAmong(await this.#readEnabled(), id);
  }

  /**
   * The pack with this id, and the matching of all enabled packs. The latter is missing if it cannot be
   * opened, and if only the built-in pack is enabled: searching that takes less time than a background that
   * has just started needs to open the index.
   */
  async findForCard(id: string): Promise<{ readonly pack?: Pack; readonly matching?: Matching }> {
    const [enabled, kept] = await Promise.all([this.#readEnabled(), this.#openKept()]);
    const isBuiltInAlone = enabled.records.length === 0 && kept.statements.length === 0;
    const [pack, matching] = await Promise.all([
      this.#findAmong(enabled, id),
      isBuiltInAlone ? undefined : this.#matchingOf(enabled, kept).catch(() => undefined),
    ]);
    return { ...(pack && { pack }), ...(matching !== undefined && { matching }) };
  }

  /** The packs of these references. */
  async findAll(refs: readonly string[]): Promise<readonly Pack[]> {
    const ids = [...new Set(refs.map((ref) => splitRef(ref).packId))];
    const enabled = await this.#readEnabled();
    const packs = await Promise.all(ids.map((id) => this.#findAmong(enabled, id)));
    return packs.filter((pack) => pack !== undefined);
  }

  /**
   * All packs, whole: reading a large one takes a moment.
   * @param isBuiltInEnabled for a caller that reads the settings itself
   */
  async readAll(isBuiltInEnabled = this.#isBuiltInEnabled()): Promise<readonly Pack[]> {
    const { hasBuiltIn, records } = await this.#readEnabled(isBuiltInEnabled);
    const imported = await Promise.all(records.map((record) => this.#readContent(record)));
    return [...(hasBuiltIn ? [this.#builtIn] : []), ...imported.filter((pack) => pack !== undefined)];
  }

  async readMatching(): Promise<Matching> {
    return this.#matchingOf(...(await Promise.all([this.#readEnabled(), this.#openKept()])));
  }

  /** Packs must work even if what is kept cannot be read. */
  async #openKept(): Promise<OpenedStories> {
    return (await this.#kept?.open().catch(() => undefined)) ?? nothingKept;
  }

  async #findAmong({ hasBuiltIn, records }: EnabledPacks, id: string): Promise<Pack | undefined> {
    if (id === this.#builtIn.id) return hasBuiltIn ? this.#builtIn : undefined;
    if (isKept(id)) return this.#kept?.findPack(id);
    const record = records.find((enabled) => enabled.id === id);
    return record && this.#readContent(record);
  }

  #overviewsOf({ hasBuiltIn, records }: EnabledPacks): readonly PackOverview[] {
    return [...(hasBuiltIn ? [this.#overview] : []), ...records.map(overviewOf)];
  }

  #matchingOf({ hasBuiltIn, records }: EnabledPacks, kept: OpenedStories): Promise<Matching> {
    const of = [String(hasBuiltIn), ...records.map(({ stamp }) => stamp)].join();
    if (this.#matching?.of !== of || this.#matching.kept !== kept) {
      const matching = { of, kept, opened: this.#openMatching(hasBuiltIn, records, kept) };
      this.#matching = matching;
      matching.opened.catch(() => {
        // Other packs may have been opened in the meantime: keep those.
        if (this.#matching === matching) this.#matching = undefined;
      });
    }
    return this.#matching.opened;
  }

  #compileBuiltIn(): CompiledPack {
    this.#builtInCompiled ??= this.#compiler.compile(this.#builtIn);
    return this.#builtInCompiled;
  }

  async #readEnabled(isBuiltInEnabled = this.#isBuiltInEnabled()): Promise<EnabledPacks> {
    const [hasBuiltIn, records] = await Promise.all([isBuiltInEnabled, this.#readRecords()]);
    return { hasBuiltIn, records };
  }

  /** The records of the enabled imported packs. */
  async #readRecords(): Promise<PackRecord[]> {
    // The built-in pack must work even if imported packs cannot be read.
    const records = await readPackRecords().catch(() => []);
    const enabled = records.filter(({ isEnabled }) => isEnabled);
    const stamps = new Set(enabled.map(({ stamp }) => stamp));
    for (const stamp of this.#contents.keys()) if (!stamps.has(stamp)) this.#contents.delete(stamp);
    return enabled;
  }

  #readContent({ id, stamp }: PackRecord): Promise<Pack | undefined> {
    const known = this.#contents.get(stamp);
    if (known) return known;
    const reading = readStoredPack(id).catch(() => undefined);
    this.#contents.set(stamp, reading);
    return reading;
  }

  async #readCompiled(record: PackRecord): Promise<CompiledPack[]> {
    const compiler = this.#compiler;
    if (record.compiledVersion === compiler.version) {
      const compiled = await readCompiledPack(record.id).catch(() => undefined);
      if (compiled) return [compiled];
    }
    const pack = await this.#readContent(record);
    if (!pack) return [];
    const compiled = compiler.compile(pack);
    // Without space for it, it is compiled again next time.
    await storeCompiledPack(record, compiled, compiler.version).catch(() => undefined);
    return [compiled];
  }

  async #openMatching(
    hasBuiltIn: boolean,
    records: readonly PackRecord[],
    kept: OpenedStories,
  ): Promise<Matching> {
    const imported = await Promise.all(records.map((record) => this.#readCompiled(record)));
    const packs = [...(hasBuiltIn ? [this.#compileBuiltIn()] : []), ...imported.flat()];
    return this.#compiler.open(packs, kept);
  }
}

function overviewOf({ id, title, knownTo, topics }: PackRecord): PackOverview {
  return { id, title, knownTo, topics };
}
