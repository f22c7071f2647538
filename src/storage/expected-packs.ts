import * as v from 'valibot';
import browser from 'webextension-polyfill';

/** A pack that was imported and not removed since, whether or not the pack store still has it. */
export interface ExpectedPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
}

/**
 * In storage.local, which browsers do not evict; either browser may evict IndexedDB, which holds the packs,
 * when the disk is full. Without this list packs would disappear silently.
 */
const expectedKey = 'packs.expected';

const ExpectedPacks = v.array(v.object({ id: v.string(), title: v.string(), version: v.string() }));

async function readExpectedPacks(): Promise<readonly ExpectedPack[]> {
  const { [expectedKey]: stored } = await browser.storage.local.get(expectedKey);
  const reading = v.safeParse(ExpectedPacks, stored);
  return reading.success ? reading.output : [];
}

/**
 * Records the packs that are present.
 * @returns those that should be present and are not
 */
export async function findMissingPacks(present: readonly ExpectedPack[]): Promise<readonly ExpectedPack[]> {
  const expected = await readExpectedPacks();
  const ids = new Set(present.map(({ id }) => id));
  const gone = expected.filter(({ id }) => !ids.has(id));
  const all = [...present.map(({ id, title, version }) => ({ id, title, version })), ...gone];
  if (JSON.stringify(all) !== JSON.stringify(expected))
    await browser.storage.local.set({ [expectedKey]: all });
  return gone;
}

/** Call it before a pack is removed: one whose removal fails is recorded again by the next read of the store. */
export async function removeExpectedPacks(ids: readonly string[]): Promise<void> {
  const expected = await readExpectedPacks();
  const others = expected.filter(({ id }) => !ids.includes(id));
  if (others.length < expected.length) await browser.storage.local.set({ [expectedKey]: others });
}
