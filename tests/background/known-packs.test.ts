import { expect, test, vi } from 'vitest';
import type { PackRecord } from '../../src/storage/pack-store.ts';
import { makeTinyPack } from '../storage/tiny-pack.ts';

/** A store that answers when the test allows it: a browser's is too fast for one request to overtake another. */
const store = vi.hoisted(() => ({
  records: [] as unknown[],
  compiled: Promise.resolve() as Promise<unknown>,
}));
vi.mock('../../src/storage/pack-store.ts', () => ({
  readPackRecords: async () => store.records,
  readCompiledPack: () => store.compiled,
}));
const { KnownPacks } = await import('../../src/background/known-packs.ts');

const compiled = { names: new Uint8Array(), statements: new Uint8Array() };

test('an opening that fails late does not take a newer one with it', async () => {
  const open = vi.fn(() => 'newer');
  const packs = new KnownPacks(makeTinyPack('built-in'), async () => true, {
    compile: () => compiled,
    version: '1',
    open,
  });
  let letGo = (_compiled: unknown) => {};
  store.compiled = new Promise((resolve) => {
    letGo = resolve;
  });
  store.records = [
    { id: 'one', stamp: '1', isEnabled: true, compiledVersion: '1' } satisfies Partial<PackRecord>,
  ];
  const older = packs.readMatching();
  await Promise.resolve();
  store.records = [];
  expect(await packs.readMatching()).toBe('newer');
  open.mockImplementationOnce(() => {
    throw new RangeError('These bytes are no name index.');
  });
  letGo(compiled);
  await expect(older).rejects.toThrow('no name index');
  expect(await packs.readMatching()).toBe('newer');
  expect(open).toHaveBeenCalledTimes(2);
});

test('what could not be opened is opened again at the next question', async () => {
  const open = vi.fn(() => 'opened');
  const packs = new KnownPacks(makeTinyPack('built-in'), async () => true, {
    compile: () => compiled,
    version: '1',
    open,
  });
  store.records = [];
  open.mockImplementationOnce(() => {
    throw new RangeError('These bytes are no name index.');
  });
  await expect(packs.readMatching()).rejects.toThrow('no name index');
  expect(await packs.readMatching()).toBe('opened');
});
