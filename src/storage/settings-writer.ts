import browser from 'webextension-polyfill';
import { changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import { type Failure, FailureError } from '../settings/failure.ts';
import { readSettings } from '../settings/read-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { findInvalidItems } from '../settings/stored/find-invalid-items.ts';
import { applyPlan, type ItemsPlan, planItems } from '../settings/stored/plan-items.ts';
import { fromItems, type SettingsItems } from '../settings/stored/settings-items.ts';
import { findOverflow, storedBytes } from '../settings/stored/storage-limits.ts';
import { type InvalidItemStore, openInvalidItemStore } from './invalid-items.ts';
import { openSettingsJournal, type SettingsJournal } from './settings-journal.ts';
import { forgetOld, pauseAfter } from './write-throttle.ts';

/** The part of `storage.sync` in use; tests provide one with quotas of their own. */
export interface SettingsStore {
  get(keys: null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string[]): Promise<void>;
}

export interface WriterParts {
  readonly store: SettingsStore;
  readonly journal: SettingsJournal;
  readonly invalidItems: Pick<InvalidItemStore, 'add'>;
  readonly wait: (pauseMs: number) => Promise<void>;
}

/**
 * Makes a change and resolves to the resulting settings. Rejects if it cannot be stored; the settings are
 * then unchanged.
 */
export type WriteSettings = (change: SettingsChange) => Promise<Settings>;

interface Waiting {
  readonly change: SettingsChange;
  readonly resolve: (settings: Settings) => void;
  readonly reject: (reason: unknown) => void;
}

function openParts(): WriterParts {
  return {
    store: browser.storage.sync,
    journal: openSettingsJournal(),
    invalidItems: openInvalidItemStore(),
    wait: (pauseMs) => new Promise((resolve) => setTimeout(resolve, pauseMs)),
  };
}

/**
 * The one writer of settings, in the background. The first change is written at once; those that come while a write is
 * under way or not due yet go together in the next, so that a key held on a slider does not spend the browser's allowance. Each
 * is noted in the journal first and applied to what is stored at the moment of its write: the background may be killed at
 * any time, and whoever is started next goes on with the journal.
 */
export function createSettingsWriter(parts: WriterParts = openParts()): WriteSettings {
  const { store, journal, invalidItems, wait } = parts;
  let waiting: Waiting[] = [];
  let isWriting = false;
  let batchTimes: number[] = [];
  const noteInJournal = saveJournal(journal, () => waiting.map(({ change }) => change));
  // Left by a background that was stopped: no caller waits for these any more.
  const resumed = journal.read().then(
    (left) => {
      waiting = [...left.map((change) => ({ change, resolve: () => {}, reject: () => {} })), ...waiting];
      startWriting();
    },
    () => undefined,
  );

  function startWriting(): void {
    if (!isWriting && waiting.length > 0) void writeAll();
  }

  async function writeAll(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      await noteInJournal();
      await waitUntilDue();
      const batch = waiting;
      const settle = await writeBatch({ store, invalidItems }, batch);
      batchTimes = [...forgetOld(batchTimes, Date.now()), Date.now()];
      if (settle === 'too-often') continue;
      waiting = waiting.slice(batch.length);
      await noteInJournal();
      settle();
    }
    isWriting = false;
  }

  async function waitUntilDue(): Promise<void> {
    const last = batchTimes.at(-1);
    if (last === undefined) return;
    const pauseMs = last + pauseAfter(batchTimes, Date.now()) - Date.now();
    if (pauseMs > 0) await wait(pauseMs);
  }

  return (change) =>
    new Promise((resolve, reject) => {
      waiting = [...waiting, { change, resolve, reject }];
      if (isWriting) void noteInJournal();
      else void resumed.then(startWriting);
    });
}

/**
 * Resolves when the journal contains the waiting changes. Writes one version at a time, and the last one is
 * current. A journal that cannot be written puts the change at risk for some seconds, but does not lose it.
 */
function saveJournal(journal: SettingsJournal, listWaiting: () => SettingsChange[]): () => Promise<void> {
  let isDue = false;
  let noting: Promise<void> | undefined;

  async function noteWhileDue(): Promise<void> {
    while (isDue) {
      isDue = false;
      await journal.write(listWaiting()).catch(() => undefined);
    }
    noting = undefined;
  }

  return () => {
    isDue = true;
    noting ??= noteWhileDue();
    return noting;
  };
}

/**
 * Writes what can be written.
 * @returns a function that notifies each caller, to call when nothing more depends on the batch; `too-often`
 * if the write must be retried
 */
async function writeBatch(
  { store, invalidItems }: Pick<WriterParts, 'store' | 'invalidItems'>,
  batch: readonly Waiting[],
): Promise<(() => void) | 'too-often'> {
  let refusals: ReadonlyMap<Waiting, unknown> = new Map();
  try {
    const stored = await store.get(null);
    const planned = planBatch(stored, batch);
    const { settings, plan } = planned;
    refusals = planned.refusals;
    await invalidItems.add(onlyKeys(findInvalidItems(stored), [...Object.keys(plan.set), ...plan.remove]));
    await replaceItems(store, stored, plan);
    return () => {
      for (const waiting of batch) {
        if (refusals.has(waiting)) waiting.reject(refusals.get(waiting));
        else waiting.resolve(settings);
      }
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    // A background that was stopped often has lost count of Chromium's quota.
    if (reason.includes('MAX_WRITE_OPERATIONS')) return 'too-often';
    const failure = new FailureError({ code: 'notStored', values: { detail: reason } }, { cause: error });
    return () => {
      for (const waiting of batch) waiting.reject(refusals.get(waiting) ?? failure);
    };
  }
}

interface PlannedBatch {
  readonly settings: Settings;
  readonly plan: ItemsPlan;
  readonly refusals: ReadonlyMap<Waiting, unknown>;
}

function planBatch(stored: SettingsItems, batch: readonly Waiting[]): PlannedBatch {
  const all = planChanges(stored, batch, () => undefined);
  if (findGrowth(all.plan, stored) === undefined) return all;
  // Too much: plan each change alone, so that one that is too large does not block the others.
  return planChanges(stored, batch, (settings, isWhole) => {
    const plan = planItems(stored, settings, isWhole);
    const overflow = findGrowth(plan, stored);
    // Fail before the browser does, with a message that helps the reader.
    if (overflow !== undefined) throw new FailureError(overflow);
  });
}

/** @param weigh throws if settings cannot be stored */
function planChanges(
  stored: SettingsItems,
  batch: readonly Waiting[],
  weigh: (settings: Settings, isWhole: boolean) => void,
): PlannedBatch {
  const refusals = new Map<Waiting, unknown>();
  let settings = readSettings(fromItems(stored));
  let isWhole = false;
  for (const waiting of batch) {
    const { kind } = waiting.change;
    try {
      const wanted = changeSettings(settings, waiting.change);
      const isAll: boolean = isWhole || kind === 'reset' || kind === 'replace';
      weigh(wanted, isAll);
      settings = wanted;
      isWhole = isAll;
    } catch (error) {
      refusals.set(waiting, error);
    }
  }
  return { settings, plan: planItems(stored, settings, isWhole), refusals };
}

/** The limit that is exceeded, if any; a store that is already over its limit accepts what makes it smaller. */
function findGrowth(plan: ItemsPlan, stored: SettingsItems): Failure | undefined {
  const after = applyPlan(plan, stored);
  return storedBytes(after) > storedBytes(stored) ? findOverflow(after) : undefined;
}

function onlyKeys(items: SettingsItems, keys: readonly string[]): SettingsItems {
  return Object.fromEntries(Object.entries(items).filter(([key]) => keys.includes(key)));
}

/**
 * Sets before it removes: a write that fails halfway leaves every old item in place. If both do not fit
 * together, it removes first; the journal has the removed part until the rest is written.
 */
async function replaceItems(store: SettingsStore, stored: SettingsItems, plan: ItemsPlan): Promise<void> {
  const remove = async () => {
    if (plan.remove.length > 0) await store.remove([...plan.remove]);
  };
  const isTight = findOverflow({ ...stored, ...plan.set }) !== undefined;
  if (isTight) await remove();
  if (Object.keys(plan.set).length > 0) await store.set({ ...plan.set });
  if (!isTight) await remove();
}
