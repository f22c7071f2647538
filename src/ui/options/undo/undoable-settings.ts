import { describeFailure } from '../../../i18n/describe-failure.ts';
import { changeSettings, type SettingsChange } from '../../../settings/change-settings.ts';
import type { Settings } from '../../../settings/settings.ts';
import { isSameSettings, undoChange } from '../../../settings/undo-change.ts';

/** How the last change ended; `change` is absent before the first one. */
export type ChangeOutcome =
  | {
      readonly change?: SettingsChange;
      readonly isUndone?: boolean;
      /** Why it was not kept, in the language spoken. */
      readonly problem?: string;
    }
  /** Of a change that is kept elsewhere: what is to be said. */
  | { readonly said: string; readonly isError?: boolean };

/** A change that was made elsewhere (packs have a store of their own), to be taken back in its turn. */
export interface ExternalChange {
  /** What the reader is told of it, and once it is taken back. */
  readonly done: string;
  readonly undone: string;
  /** Rejects where it could not be taken back. */
  undo(): Promise<void>;
}

/** A change that was made elsewhere and cannot be taken back. */
export type FinalChange = Pick<ExternalChange, 'done'>;

export interface SettingsSnapshot {
  readonly settings: Settings;
  readonly outcome: ChangeOutcome;
  /** How many changes can be taken back. */
  readonly undoableCount: number;
}

export interface SettingsStoreCalls {
  readSettings(): Promise<Settings>;
  /** Resolves to the settings that hold now; rejects where the change could not be kept. */
  changeSettings(change: SettingsChange): Promise<Settings>;
}

type Step = SettingsStep | ExternalChange;

interface SettingsStep {
  readonly change: SettingsChange;
  /** Another once a change before it turns out not to have been kept. */
  undo: SettingsChange;
  readonly gesture: string | undefined;
  /** In whose place it came: the part of the same gesture that was sent before it. */
  readonly former: SettingsStep | undefined;
}

/** What waits to be sent for one field: the last of its changes, and what the reader did to come there. */
interface Batch {
  readonly change: SettingsChange;
  readonly done: readonly SettingsStep[];
  readonly undone: readonly SettingsStep[];
}

/**
 * How long changes of one field are gathered before the next is sent: dragging a delay would otherwise be sixty messages a
 * second, and each is a write that storage.sync counts. The first goes at once, so that open tabs follow at once.
 */
const batchMs = 200;

/**
 * What the options page does with changes: shows each at once, sends it to the one writer, shows what really holds where
 * that failed, and remembers how to take it back for as long as the page lives.
 */
export class UndoableSettings {
  #settings: Settings;
  #outcome: ChangeOutcome = {};
  #steps: readonly Step[] = [];
  #unansweredCount = 0;
  /** Undefined for a field that was sent just now and of which nothing waits. */
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

  /** Settings that were changed anywhere. While changes of our own are under way, their answers tell what holds. */
  follow(settings: Settings): void {
    if (this.#unansweredCount > 0 || this.#hasBatch() || isSameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#notify();
  }

  /** @param gesture changes that follow one another under one name (dragging a slider) are taken back together */
  async change(wanted: SettingsChange, gesture?: string): Promise<void> {
    const before = this.#settings;
    if (!this.#apply(wanted)) return;
    const step = this.#remember(wanted, undoChange(before, wanted, this.#settings), gesture);
    this.#notify();
    await this.#send(wanted, step);
  }

  /** Notes what was changed elsewhere. */
  note(change: ExternalChange | FinalChange): void {
    if ('undo' in change) this.#steps = [...this.#steps, change];
    this.#outcome = { said: change.done };
    this.#notify();
  }

  /** Takes back the last change that was not taken back yet. */
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

  /** Sends what is still gathered: the page may be gone before the time is up. */
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
    // One that still waits is never sent: this one is sent in its stead.
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

  /** Resolves to the reason where the change was not kept. */
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
      // The controls show what really holds, not what was wished for.
      const settings = await this.#store.readSettings().catch(() => this.#settings);
      this.#unansweredCount -= 1;
      this.#rebaseUndo(change, done);
      // What was not kept cannot be taken back; what could not be taken back still can.
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

  /** Lets the step after refused ones of the same field go back to what held before them, not to what never held. */
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

  /** The step itself, or the part of its gesture that was kept; nothing where nothing was. */
  #storedPartOf(step: SettingsStep): readonly SettingsStep[] {
    let part: SettingsStep | undefined = step;
    while (part !== undefined && !this.#stored.has(part)) part = part.former;
    return part === undefined ? [] : [part];
  }

  /** An answer tells how things were when it was given: later changes of ours are not in it yet. */
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
