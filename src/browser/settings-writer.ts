import browser from 'webextension-polyfill';
import { changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import {
  changedItems,
  fromItems,
  type SettingsItems,
  staleKeys,
  toItems,
} from '../settings/settings-items.ts';

// Chromium refuses more than 120 writes a minute to storage.sync, and a batch may set and remove. So thirty batches in a
// minute go as the reader makes them (60 writes), and from then on one goes every two seconds (60 more at most).
const quickPauseMs = 50;
const slowPauseMs = 2000;
const quickBatchesPerMinute = 30;

/** How long to wait before the next batch, after batches at `times` (ms). */
export function pauseAfter(times: readonly number[], nowMs: number): number {
  const recent = times.filter((time) => nowMs - time < 60_000);
  return recent.length < quickBatchesPerMinute ? quickPauseMs : slowPauseMs;
}

/** The part of `storage.sync` that is needed; tests give one with quotas of their own. */
export interface SettingsStore {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

interface Waiting {
  readonly change: SettingsChange;
  readonly resolve: (settings: Settings) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The one writer of settings, in the background. The first change is written at once, those that come while
 * a write is under way go together in the next, so that dragging a slider does not spend the browser's allowance.
 * Each change is applied to what is stored at that moment: nothing is remembered between calls, because the
 * background may be put to sleep after any of them.
 */
export function createSettingsWriter(
  store: SettingsStore = browser.storage.sync,
  wait: (pauseMs: number) => Promise<void> = (pauseMs) =>
    new Promise((resolve) => setTimeout(resolve, pauseMs)),
): (change: SettingsChange) => Promise<Settings> {
  let waiting: Waiting[] = [];
  let isWriting = false;
  let batchTimes: number[] = [];

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await writeBatch(store, batch);
      batchTimes = [...batchTimes, Date.now()].slice(-quickBatchesPerMinute);
      await wait(pauseAfter(batchTimes, Date.now()));
    }
    isWriting = false;
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting.push({ change, resolve, reject });
      if (!isWriting) void writeAll();
    });
}

async function writeBatch(store: SettingsStore, batch: readonly Waiting[]): Promise<void> {
  const accepted: Waiting[] = [];
  try {
    const stored = await store.get(null);
    let settings = readSettings(fromItems(stored));
    for (const waiting of batch) {
      try {
        settings = changeSettings(settings, waiting.change);
        accepted.push(waiting);
      } catch (error) {
        waiting.reject(error);
      }
    }
    await replaceItems(store, stored, toItems(settings));
    for (const { resolve } of accepted) resolve(settings);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // Those that were refused above stay refused for their own reason: a promise is rejected once.
    for (const { reject } of batch) {
      reject(
        new Error(`The change was not stored, the old setting still holds: ${reason}`, { cause: error }),
      );
    }
  }
}

/** Sets before it removes: a write that fails halfway leaves every old item in place. */
async function replaceItems(
  store: SettingsStore,
  stored: SettingsItems,
  wanted: SettingsItems,
): Promise<void> {
  const changed = changedItems(stored, wanted);
  if (Object.keys(changed).length > 0) await store.set(changed);
  const stale = staleKeys(stored, wanted);
  if (stale.length > 0) await store.remove(stale);
}
