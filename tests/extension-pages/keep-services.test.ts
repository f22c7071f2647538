import { beforeEach, expect, test, vi } from 'vitest';

const storage = { persisted: vi.fn(async () => false), persist: vi.fn(async () => true) };
const outcomes = vi.hoisted(() => ({ window: [] as { obstacle: string | null }[] }));
vi.mock('webextension-polyfill', () => ({ default: { tabs: { get: async () => ({ windowId: 1 }) } } }));
vi.mock('../../src/messaging/call-background.ts', () => ({ callBackground: async () => outcomes.window }));

/** The services of a surface that has just been opened. */
async function open() {
  vi.resetModules();
  return (await import('../../src/extension-pages/keep-services.ts')).keepServices;
}

beforeEach(() => {
  vi.stubGlobal('navigator', { storage });
  storage.persist.mockClear();
  storage.persisted.mockReset().mockResolvedValue(false);
  outcomes.window = [];
});

test('each surface asks once that what is kept is not deleted, until the browser has promised it', async () => {
  const popup = await open();
  expect([await popup.askForPersistence(), await popup.askForPersistence()]).toEqual([true, undefined]);
  expect(storage.persist).toHaveBeenCalledOnce();
  await (await open()).askForPersistence();
  expect(storage.persist).toHaveBeenCalledTimes(2);
  storage.persisted.mockResolvedValue(true);
  expect(await (await open()).askForPersistence()).toBeUndefined();
  expect(storage.persist).toHaveBeenCalledTimes(2);
});

test('a window that is kept asks, too, without waiting for the answer; one without an article does not', async () => {
  storage.persist.mockReturnValueOnce(new Promise(() => undefined));
  const panel = await open();
  outcomes.window = [{ obstacle: 'no-article' }];
  await panel.keepWindow(1);
  expect(storage.persisted).not.toHaveBeenCalled();
  outcomes.window = [{ obstacle: null }];
  expect(await panel.keepWindow(1)).toEqual(outcomes.window);
  await vi.waitFor(() => expect(storage.persist).toHaveBeenCalledOnce());
});
