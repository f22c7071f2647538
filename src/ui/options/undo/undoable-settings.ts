import { describeFailure } from '../../../i18n/describe-failure.ts';
import { changeSettings, type SettingsChange } from '../../../settings/change-settings.ts';
import type { Settings } from '../../../settings/settings.ts';
import { isSameSettings, undoChange } from '../../../settings/undo-change.ts';

/** The result of the last change; `change` is absent before the first one. */
export type ChangeOutcome =
  | {
      readonly change?: SettingsChange;
      readonly isUndone?: boolean;
      /** Why it was not stored, in the current language. */
      readonly problem?: string;
    }
  /** A change that is stored elsewhere: the message to show. */
  | { readonly said: string; readonly isError?: boolean };

/** A change that was made outside the settings (packs have a store of their own) and can be undone in turn. */
export interface ExternalChange {
  /** The message shown after it, and after it was undone. */
  readonly done: string;
  readonly undone: string;
  /** Rejects if it could not be undone. */
  undo(): Promise<void>;
}

/** An external change that cannot be undone. */
export type FinalChange = Pick<ExternalChange, 'done'>;

export interface SettingsSnapshot {
  readonly settings: Settings;
  readonly outcome: ChangeOutcome;
  /** How many changes can be undone. */
  readonly undoableCount: number;
}

export interface SettingsStoreCalls {
  readSettings(): Promise<Settings>;
  /** Resolves to the settings now in effect; rejects if the change could not be stored. */
  changeSettings(change: SettingsChange): Promise<Settings>;
}

type Step = SettingsStep | ExternalChange;

interface SettingsStep {
  readonly change: SettingsChange;
  /** Replaced if an earlier change turns out not to have been stored. */
  undo: SettingsChange;
  readonly gesture: string | undefined;
  /** What this step replaced: the part of the same gesture that was sent before it. */
  readonly former: SettingsStep | undefined;
}

/** A pending change of one field: the last value, and the steps that led to it. */
interface Batch {
  readonly change: SettingsChange;
  readonly done: readonly SettingsStep[];
  readonly undone: readonly SettingsStep[];
}

/**
 * How long changes of one field are batched: dragging a delay would otherwise send sixty messages a second, and each is
 * a write that counts towards the quota of storage.sync. The first is sent at once, so that open tabs follow
 * immediately.
 */
const batchMs = 200;

/**
 * The options page's changes: shows each at once, sends it to the settings writer, shows the stored state if that
 * fails, and remembers how to undo it for as long as the page is open.
 */
export class UndoableSettings {
  #settings: Settings;
  #outcome: ChangeOutcome = {};
  #steps: readonly Step[] = [];
  #unansweredCount = 0;
  /** Undefined for a field that was just sent and has nothing pending. */
  readonly #batches = new Map<string, Batch | undefined>();
  readonly #stored = new WeakSet<SettingsStep>();
  readonly #store: SettingsStoreCalls;
  readonly #show: (snapshot: SettingsSnapshot) => void;
  readonly #wait: (run: () => void, ms: number) => void;

  constructor(
    settings: Settings,
    store: SettingsStoreCalls,
    show: (snapshot: SettingsSnapshot) => void,
    wait: (run: () => void, ms: number) => void = (run, ms) => setTimeout(run, ms),
  ) {
    this.#settings = settings;
    this.#store = store;
    this.#show = show;
    this.#wait = wait;
    this.#notify();
  }

  /** Settings that were changed anywhere. While own changes are in flight, their answers have the current settings. */
  follow(settings: Settings): void {
    if (this.#unansweredCount > 0 || this.#hasBatch() || isSameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#notify();
  }

  /** @param gesture successive changes with the same name (dragging a slider) are undone together */
  async change(wanted: SettingsChange, gesture?: string): Promise<void> {
    const before = this.#settings;
    if (!this.#apply(wanted)) return;
    const step = this.#remember(wanted, undoChange(before, wanted, this.#settings), gesture);
    this.#notify();
    await this.#send(wanted, step);
  }

  /** Records an external change. */
  note(change: ExternalChange | FinalChange): void {
    if ('undo' in change) this.#steps = [...this.#steps, change];
    this.#outcome = { said: change.done };
    this.#notify();
  }

  /** Undoes the last change that has not been undone yet. */
  async undo(): Promise<void> {
    const step = this.#steps.at(-1);
    if (step === undefined) return;
    this.#steps = this.#steps.slice(0, -1);
    if ('done' in step) {
      await this.#undoExternal(step);
      return;
    }
    if (!this.#apply(step.undo)) return;
    this.#notify();
    await this.#send(step.undo, step, true);
  }

  /** Sends what is pending: the page may be unloaded before the batch ends. */
  flush(): void {
    for (const [field, waiting] of this.#batches) {
      if (waiting === undefined) continue;
      this.#batches.set(field, undefined);
      void this.#deliver(waiting);
    }
  }

  async #undoExternal(step: ExternalChange): Promise<void> {
    this.#notify();
    try {
      await step.undo();
      this.#outcome = { said: step.undone };
    } catch (error) {
      this.#steps = [...this.#steps, step];
      this.#outcome = { said: describeFailure(error), isError: true };
    }
    this.#notify();
  }

  #apply(wanted: SettingsChange): boolean {
    try {
      this.#settings = changeSettings(this.#settings, wanted);
      return true;
    } catch (error) {
      this.#outcome = { change: wanted, problem: describeFailure(error) };
      this.#notify();
      return false;
    }
  }

  #remember(change: SettingsChange, undo: SettingsChange, gesture: string | undefined): SettingsStep {
    const last = this.#steps.at(-1);
    const isJoined =
      last !== undefined && 'gesture' in last && gesture !== undefined && last.gesture === gesture;
    if (!isJoined) {
      const step = { change, undo, gesture, former: undefined };
      this.#steps = [...this.#steps, step];
      return step;
    }
    // A pending step is never sent: this one is sent in its place.
    const former = this.#isWaiting(last) ? last.former : last;
    const step = { change, undo: last.undo, gesture, former };
    this.#steps = [...this.#steps.slice(0, -1), step];
    return step;
  }

  async #send(change: SettingsChange, step: SettingsStep, isUndone = false): Promise<void> {
    const done = isUndone ? [] : [step];
    const undone = isUndone ? [step] : [];
    if (change.kind === 'field' && this.#batches.has(change.field)) {
      const { done: before = [], undone: undoneBefore = [] } = this.#batches.get(change.field) ?? {};
      this.#batches.set(change.field, {
        change,
        done: [...before.filter((one) => one !== step), ...done],
        undone: [...undoneBefore, ...undone],
      });
      this.#outcome = { change: step.change, isUndone };
      this.#notify();
      return;
    }
    if (change.kind === 'field') this.#startBatch(change.field);
    else this.flush();
    const problem = await this.#deliver({ change, done, undone });
    if (problem === undefined) this.#outcome = { change: step.change, isUndone };
    else this.#outcome = { change: step.change, problem };
    this.#notify();
  }

  #isWaiting(step: SettingsStep): boolean {
    return [...this.#batches.values()].some((waiting) => waiting?.done.includes(step));
  }

  #startBatch(field: string): void {
    this.#batches.set(field, undefined);
    this.#wait(() => {
      const waiting = this.#batches.get(field);
      this.#batches.delete(field);
      if (waiting === undefined) return;
      this.#startBatch(field);
      void this.#deliver(waiting);
    }, batchMs);
  }

  /** Resolves to the reason if the change was not stored. */
  async #deliver({ change, done, undone }: Batch): Promise<string | undefined> {
    this.#unansweredCount += 1;
    try {
      const settings = await this.#store.changeSettings(change);
      for (const step of done) this.#stored.add(step);
      this.#unansweredCount -= 1;
      this.#adopt(settings);
      return undefined;
    } catch (error) {
      const problem = describeFailure(error);
      // The controls show what is stored, not what was requested.
      const settings = await this.#store.readSettings().catch(() => this.#settings);
      this.#unansweredCount -= 1;
      this.#rebaseUndo(change, done);
      // A change that was not stored cannot be undone. A failed undo can be tried again.
      const remaining = this.#steps.flatMap((step): readonly Step[] =>
        'done' in step || !done.includes(step) ? [step] : this.#storedPartOf(step),
      );
      this.#steps = [...remaining, ...undone.toReversed().flatMap((step) => this.#storedPartOf(step))];
      this.#adopt(settings);
      this.#outcome = { change, problem };
      this.#notify();
      return problem;
    }
  }

  /** Makes the step after refused ones of the same field go back to the last stored value, not to a refused one. */
  #rebaseUndo(refused: SettingsChange, done: readonly SettingsStep[]): void {
    if (refused.kind !== 'field') return;
    let before: SettingsChange | undefined;
    for (const step of this.#steps) {
      if ('done' in step || step.change.kind !== 'field' || step.change.field !== refused.field) continue;
      if (done.includes(step)) {
        before = this.#storedPartOf(step)[0]?.change ?? before ?? step.undo;
        continue;
      }
      if (before === undefined) continue;
      for (let part: SettingsStep | undefined = step; part !== undefined; part = part.former)
        part.undo = before;
      return;
    }
  }

  /** The step itself, or the part of its gesture that was stored; empty if none was. */
  #storedPartOf(step: SettingsStep): readonly SettingsStep[] {
    let part: SettingsStep | undefined = step;
    while (part !== undefined && !this.#stored.has(part)) part = part.former;
    return part === undefined ? [] : [part];
  }

  /** An answer has the settings at its own time: later changes from here are not in it yet. */
  #adopt(settings: Settings): void {
    if (this.#unansweredCount === 0 && !this.#hasBatch()) this.#settings = settings;
    this.#notify();
  }

  #hasBatch(): boolean {
    return [...this.#batches.values()].some((waiting) => waiting !== undefined);
  }

  #notify(): void {
    this.#show({
      settings: this.#settings,
      outcome: this.#outcome,
      undoableCount: this.#steps.length,
    });
  }
}
