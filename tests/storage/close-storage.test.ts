import { beforeEach, expect, test, vi } from 'vitest';

const storage = vi.hoisted(
  () => ({}) as Record<string, { setAccessLevel?: (level: object) => Promise<void> }>,
);
vi.mock('webextension-polyfill', () => ({ default: { storage } }));

const { closeStorage } = await import('../../src/storage/close-storage.ts');

beforeEach(() => {
  for (const area of ['local', 'sync', 'session'])
    storage[area] = { setAccessLevel: vi.fn(async () => undefined) };
});

test('every store is closed to content scripts', async () => {
  await closeStorage();
  for (const area of Object.values(storage))
    expect(area.setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: 'TRUSTED_CONTEXTS' });
});

test('a browser that cannot close them, as Firefox, is taken as it is', async () => {
  for (const area of Object.values(storage)) delete area.setAccessLevel;
  await closeStorage();
});

test('a store that stays open against the browser’s documentation is reported', async () => {
  storage.sync = { setAccessLevel: () => Promise.reject(new Error('not for this store')) };
  await expect(closeStorage()).rejects.toThrow('not for this store');
});
