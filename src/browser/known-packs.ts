import type { Pack } from '../knowledge/pack-schema.ts';
import { splitRef } from '../knowledge/qualify-pack.ts';
import type { CompiledPack } from '../matching/compile-pack.ts';
import { describePack } from './describe-pack.ts';
import type { PackOverview } from './messages.ts';
import {
  keepCompiledPack,
  type PackRecord,
  readCompiledPack,
  readPackRecords,
  readStoredPack,
} from './pack-store.ts';

/** How packs are made ready for matching: the matching room's functions, which this room does not know. */
export interface PackCompiler<Matching> {
  compile(pack: Pack): CompiledPack;
  /** Of the layouts that `compile` writes. */
  readonly version: string;
  /** Opens the packs' indexes together, in the packs' order. */
  open(packs: readonly CompiledPack[]): Matching;
}

/** All enabled packs: the built-in one, unless it is off, then the imported ones in the reader's order. */
export interface KnownPacks<Matching> {
  list(): Promise<readonly PackOverview[]>;
  /** The pack with this id, or undefined where none that is enabled has it. */
  find(id: string): Promise<Pack | undefined>;
  /** The packs that these references name. */
  findAll(refs: readonly string[]): Promise<readonly Pack[]>;
  /** All of them, whole: a large pack takes a moment to be read. */
  readAll(): Promise<readonly Pack[]>;
  readMatching(): Promise<Matching>;
  readonly builtIn: { readonly pack: Pack; readonly compiled: CompiledPack };
}

/**
 * What is enabled is asked of the store each time, which takes a millisecond: whoever calls may have been asleep, or told later
 * than somebody who asks. Everything large is kept in memory until its pack is replaced.
 */
export function createKnownPacks<Matching>(
  builtIn: Pack,
  isBuiltInEnabled: () => Promise<boolean>,
  compiler: PackCompiler<Matching>,
): KnownPacks<Matching> {
  const overview = describePack(builtIn);
  const contents = new Map<string, Promise<Pack | undefined>>();
  let builtInCompiled: CompiledPack | undefined;
  let matching: { readonly of: string; readonly opened: Promise<Matching> } | undefined;

  function compileBuiltIn(): CompiledPack {
    builtInCompiled ??= compiler.compile(builtIn);
    return builtInCompiled;
  }

  async function readEnabled(): Promise<PackRecord[]> {
    // Packs that cannot be read must not take the built-in one with them.
    const records = await readPackRecords().catch(() => []);
    const enabled = records.filter(({ isEnabled }) => isEnabled);
    const stamps = new Set(enabled.map(({ stamp }) => stamp));
    for (const stamp of contents.keys()) if (!stamps.has(stamp)) contents.delete(stamp);
    return enabled;
  }

  function readContent({ id, stamp }: PackRecord): Promise<Pack | undefined> {
    const known = contents.get(stamp);
    if (known) return known;
    const reading = readStoredPack(id).catch(() => undefined);
    contents.set(stamp, reading);
    return reading;
  }

  async function readCompiled(record: PackRecord): Promise<CompiledPack[]> {
    if (record.compiledVersion === compiler.version) {
      const compiled = await readCompiledPack(record.id).catch(() => undefined);
      if (compiled) return [compiled];
    }
    const pack = await readContent(record);
    if (!pack) return [];
    const compiled = compiler.compile(pack);
    // Where there is no room for it, it is compiled again the next time.
    await keepCompiledPack(record, compiled, compiler.version).catch(() => undefined);
    return [compiled];
  }

  async function openMatching(hasBuiltIn: boolean, records: readonly PackRecord[]): Promise<Matching> {
    const imported = await Promise.all(records.map(readCompiled));
    return compiler.open([...(hasBuiltIn ? [compileBuiltIn()] : []), ...imported.flat()]);
  }

  async function find(id: string): Promise<Pack | undefined> {
    if (id === builtIn.id) return (await isBuiltInEnabled()) ? builtIn : undefined;
    const record = (await readEnabled()).find((enabled) => enabled.id === id);
    return record && readContent(record);
  }

  return {
    get builtIn() {
      return { pack: builtIn, compiled: compileBuiltIn() };
    },
    async list() {
      const [hasBuiltIn, records] = await Promise.all([isBuiltInEnabled(), readEnabled()]);
      return [...(hasBuiltIn ? [overview] : []), ...records.map(overviewOf)];
    },
    find,
    async findAll(refs) {
      const ids = [...new Set(refs.map((ref) => splitRef(ref).packId))];
      const packs = await Promise.all(ids.map(find));
      return packs.filter((pack) => pack !== undefined);
    },
    async readAll() {
      const [hasBuiltIn, records] = await Promise.all([isBuiltInEnabled(), readEnabled()]);
      const imported = await Promise.all(records.map(readContent));
      return [...(hasBuiltIn ? [builtIn] : []), ...imported.filter((pack) => pack !== undefined)];
    },
    async readMatching() {
      const [hasBuiltIn, records] = await Promise.all([isBuiltInEnabled(), readEnabled()]);
      const of = [String(hasBuiltIn), ...records.map(({ stamp }) => stamp)].join();
      if (matching?.of !== of) {
        matching = { of, opened: openMatching(hasBuiltIn, records) };
        matching.opened.catch(() => {
          matching = undefined;
        });
      }
      return matching.opened;
    },
  };
}

function overviewOf({ id, title, knownTo, topics }: PackRecord): PackOverview {
  return { id, title, knownTo, topics };
}
