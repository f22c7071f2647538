import { beforeEach, expect, test, vi } from 'vitest';
import { KnownPacks } from '../../src/background/known-packs.ts';
import type { Pack } from '../../src/knowledge/pack-schema.ts';
import type { CompiledPack } from '../../src/matching/compile-pack.ts';
import {
  copyStoredPack,
  enablePack,
  type NewPack,
  orderPacks,
  readCompiledPack,
  readPackRecords,
  readStoredPack,
  removePack,
  restoreStoredPack,
  revertImport,
  storePack,
} from '../../src/storage/pack-store.ts';
import { makeTinyPack } from './tiny-pack.ts';

function makePack(id: string, title = id): Pack {
  return makeTinyPack(id, undefined, { title });
}

function recordOf({ id, title, version, language, licence, knownTo }: Pack): NewPack {
  const counts = { entities: 2, names: 2, sources: 3, statements: 1, claims: 1, events: 1 };
  return { id, title, version, language, licence, knownTo, counts, topics: [], compiledVersion: '1' };
}

const bytes = (byte: number): CompiledPack => ({
  names: new Uint8Array([byte]),
  statements: new Uint8Array([byte]),
});

const keep = (id: string, title?: string) =>
  storePack(recordOf(makePack(id, title)), makePack(id, title), bytes(id.charCodeAt(0)));
const listIds = async () => (await readPackRecords()).map(({ id }) => id);

beforeEach(async () => {
  for (const { id } of await readPackRecords()) await removePack(id);
});

test('packs are kept whole, in the order in which they came, until they are removed', async () => {
  await keep('one');
  await keep('two');
  expect(await readStoredPack('one')).toEqual(makePack('one'));
  expect(await readCompiledPack('two')).toEqual(bytes('t'.charCodeAt(0)));
  expect(await listIds()).toEqual(['one', 'two']);
  await removePack('one');
  expect(await listIds()).toEqual(['two']);
  expect(await readStoredPack('one')).toBeUndefined();
  expect(await readCompiledPack('one')).toBeUndefined();
});

test('a newer version takes the place of the older one, which keeps its order and stays off', async () => {
  await keep('one');
  await keep('two');
  await enablePack('one', false);
  const [before] = await readPackRecords();
  await keep('one', 'One, newer');
  const [after] = await readPackRecords();
  expect(after).toMatchObject({ id: 'one', title: 'One, newer', isEnabled: false, order: before?.order });
  expect(after?.stamp).not.toBe(before?.stamp);
});

test('the reader’s order holds, also for a pack that came meanwhile', async () => {
  await keep('one');
  await keep('two');
  await keep('three');
  await orderPacks(['two', 'one']);
  expect(await listIds()).toEqual(['two', 'one', 'three']);
});

test('a write that fails leaves everything as it was', async () => {
  await keep('one');
  // Cannot be cloned into the store: the last of the three writes fails.
  const unclonable = { ...bytes(2), names: () => undefined } as unknown as CompiledPack;
  await expect(storePack(recordOf(makePack('two')), makePack('two'), unclonable)).rejects.toThrow();
  await expect(
    storePack(recordOf(makePack('one', 'Replaced')), makePack('one', 'Replaced'), unclonable),
  ).rejects.toThrow();
  expect(await listIds()).toEqual(['one']);
  expect((await readPackRecords())[0]?.title).toBe('one');
  expect(await readStoredPack('one')).toEqual(makePack('one'));
});

function know() {
  const compile = vi.fn((pack: Pack) => bytes(pack.id.charCodeAt(0)));
  const open = vi.fn((packs: readonly CompiledPack[]) =>
    String.fromCharCode(...packs.map(({ names }) => names[0] as number)),
  );
  let isBuiltInEnabled = true;
  const packs = new KnownPacks(makePack('built-in'), async () => isBuiltInEnabled, {
    compile,
    version: '1',
    open,
  });
  const enableBuiltIn = (isOn: boolean) => {
    isBuiltInEnabled = isOn;
  };
  return { packs, compile, open, enableBuiltIn };
}

test('the built-in pack comes first, then the enabled ones in order; changes are seen at the next question', async () => {
  const { packs } = know();
  const readIds = async () => (await packs.readAll()).map(({ id }) => id);
  expect(await readIds()).toEqual(['built-in']);
  await keep('one');
  await keep('two');
  expect(await readIds()).toEqual(['built-in', 'one', 'two']);
  await orderPacks(['two', 'one']);
  expect((await packs.list()).map(({ id }) => id)).toEqual(['built-in', 'two', 'one']);
  await enablePack('two', false);
  expect(await readIds()).toEqual(['built-in', 'one']);
  expect(await packs.find('two')).toBeUndefined();
  expect((await packs.find('one'))?.title).toBe('one');
  await keep('one', 'newer');
  expect((await packs.find('one'))?.title).toBe('newer');
  expect((await packs.findAll(['one/x', 'built-in/y', 'one/z', 'gone/a'])).map(({ id }) => id)).toEqual([
    'one',
    'built-in',
  ]);
});

test('the built-in pack is asked for nothing while it is off', async () => {
  const { packs, enableBuiltIn, open } = know();
  expect(await packs.readMatching()).toBe('b');
  enableBuiltIn(false);
  expect(await packs.readMatching()).toBe('');
  expect([await packs.list(), await packs.readAll(), await packs.findAll(['built-in/x'])]).toEqual([
    [],
    [],
    [],
  ]);
  expect(await packs.find('built-in')).toBeUndefined();
  await keep('one');
  expect(await packs.readMatching()).toBe('o');
  enableBuiltIn(true);
  expect(await packs.readMatching()).toBe('bo');
  expect((await packs.list()).map(({ id }) => id)).toEqual(['built-in', 'one']);
  expect(open).toHaveBeenCalledTimes(4);
});

test('a card has its pack and what distinguishes its names from those of the others', async () => {
  const { packs, open, compile, enableBuiltIn } = know();
  expect(await packs.findForCard('built-in')).toEqual({ pack: makePack('built-in') });
  expect(compile).not.toHaveBeenCalled();
  await keep('one');
  expect(await packs.findForCard('built-in')).toEqual({ pack: makePack('built-in'), matching: 'bo' });
  expect(await packs.findForCard('gone')).toEqual({ matching: 'bo' });
  enableBuiltIn(false);
  expect(await packs.findForCard('one')).toEqual({ pack: makePack('one'), matching: 'o' });
  expect(await packs.findForCard('built-in')).toEqual({ matching: 'o' });
  open.mockImplementation(() => {
    throw new RangeError('These bytes are no name index.');
  });
  await keep('two');
  expect(await packs.findForCard('one')).toEqual({ pack: makePack('one') });
});

test('a pack that was removed comes back to the byte, into its place, as it was switched', async () => {
  for (const id of ['one', 'two', 'three']) await keep(id);
  await enablePack('two', false);
  const former = await readPackRecords();
  const copy = await copyStoredPack('two');
  if (!copy) throw new Error('There is no copy.');
  await removePack('two');
  expect(await listIds()).toEqual(['one', 'three']);
  expect(await restoreStoredPack(copy)).toBe(true);
  expect(await readPackRecords()).toEqual(former);
  expect(await copyStoredPack('two')).toEqual(copy);

  await removePack('two');
  await orderPacks(['three', 'one']);
  expect(await restoreStoredPack(copy)).toBe(true);
  expect(await listIds()).toEqual(['three', 'two', 'one']);
});

test('a pack that was imported again meanwhile is not written over, and one that is half there is not copied', async () => {
  await keep('one');
  const copy = await copyStoredPack('one');
  if (!copy) throw new Error('There is no copy.');
  await removePack('one');
  await keep('one', 'newer');
  const newer = await readPackRecords();
  expect(await restoreStoredPack(copy)).toBe(false);
  expect(await readPackRecords()).toEqual(newer);
  expect(await readStoredPack('one')).toEqual(makePack('one', 'newer'));
  expect(await copyStoredPack('gone')).toBeUndefined();
});

test('an import is undone: the replaced pack is restored, with the place and state that the import has now', async () => {
  const stampOf = async (id: string) => (await readPackRecords()).find((one) => one.id === id)?.stamp ?? '';
  await keep('one');
  await keep('two');
  const former = await copyStoredPack('one');
  await keep('one', 'newer');
  await orderPacks(['two', 'one']);
  await enablePack('one', false);
  expect(await revertImport('one', await stampOf('one'), former)).toBe(true);
  expect(await listIds()).toEqual(['two', 'one']);
  expect(await readStoredPack('one')).toEqual(makePack('one'));
  expect((await copyStoredPack('one'))?.record).toEqual({ ...former?.record, order: 2, isEnabled: false });

  await keep('three');
  expect(await revertImport('three', await stampOf('three'), undefined)).toBe(true);
  expect(await listIds()).toEqual(['two', 'one']);
  expect(await copyStoredPack('three')).toBeUndefined();
});

test('an import is not undone if the pack was imported again or removed since', async () => {
  await keep('one');
  const stamp = (await readPackRecords())[0]?.stamp ?? '';
  await keep('one', 'newer');
  const newer = await copyStoredPack('one');
  expect(await revertImport('one', stamp, undefined)).toBe(false);
  expect(await copyStoredPack('one')).toEqual(newer);
  await removePack('one');
  expect(await revertImport('one', newer?.record.stamp ?? '', newer)).toBe(false);
  expect(await listIds()).toEqual([]);
});

test('what pages are matched with is opened once for as long as the packs stay the same', async () => {
  const { packs, open, compile } = know();
  await keep('one');
  expect(await packs.readMatching()).toBe('bo');
  expect(await packs.readMatching()).toBe('bo');
  expect(open).toHaveBeenCalledTimes(1);
  await keep('two');
  await orderPacks(['two', 'one']);
  expect(await packs.readMatching()).toBe('bto');
  // Imported packs were compiled when they were imported.
  expect(compile).toHaveBeenCalledTimes(1);
});

test('a pack compiled by another version of Sidelight is compiled again, and stored', async () => {
  await storePack({ ...recordOf(makePack('one')), compiledVersion: '0' }, makePack('one'), bytes(7));
  const { packs, compile } = know();
  expect(await packs.readMatching()).toBe('bo');
  expect(compile).toHaveBeenCalledTimes(2);
  expect((await readPackRecords())[0]?.compiledVersion).toBe('1');
  const again = know();
  expect(await again.packs.readMatching()).toBe('bo');
  expect(again.compile).toHaveBeenCalledTimes(1);
});
