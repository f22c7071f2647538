import { changeSettings, type SettingsChange } from '../settings/change-settings.ts';
import type { Settings } from '../settings/settings.ts';
import { isSameSettings, undoChange } from '../settings/undo-change.ts';
import { describeFailure } from './describe-failure.ts';

/** How the last change ended; `change` is absent before the first one. */
export type Outcome =
  | {
      readonly change?: SettingsChange;
      readonly isUndone?: boolean;
      /** Why it was not kept, in the language spoken. */
      readonly problem?: string;
    }
  /** Of a change that is kept elsewhere: what is to be said. */
  | { readonly said: string; readonly isError?: boolean };

/** A change that was made elsewhere (packs have a store of their own), to be taken back in its turn. */
export interface ForeignChange {
  /** What the reader is told of it, and once it is taken back. */
  readonly done: string;
  readonly undone: string;
  /** Rejects where it could not be taken back. */
  undo(): Promise<void>;
}

export interface KeptSettings {
  readonly settings: Settings;
  readonly outcome: Outcome;
  /** How many changes can be taken back. */
  readonly undoableCount: number;
}

export interface SettingsStoreCalls {
  readSettings(): Promise<Settings>;
  /** Resolves to the settings that hold now; rejects where the change could not be kept. */
  changeSettings(change: SettingsChange): Promise<Settings>;
}

type Step = SettingsStep | ForeignChange;

interface SettingsStep {
  readonly change: SettingsChange;
  readonly undo: SettingsChange;
  readonly gesture: string | undefined;
}

/**
 * How long changes of one field are gathered before the next is sent: dragging a delay would otherwise be sixty messages a
 * second, and each is a write that storage.sync counts. The first goes at once, so that open tabs follow at once.
 */
const gatheringMs = 200;

/**
 * What the options page does with changes: shows each at once, sends it to the one writer, shows what really holds where
 * that failed, and remembers how to take it back for as long as the page lives.
 */
export class SettingsKeeper {
  #settings: Settings;
  #outcome: Outcome = {};
  #steps: Step[] = [];
  #unansweredCount = 0;
  readonly #gathered = new Map<string, SettingsChange | undefined>();
  readonly #store: SettingsStoreCalls;
  readonly #show: (kept: KeptSettings) => void;
  readonly #wait: (run: () => void, ms: number) => void;

  constructor(
    settings: Settings,
    store: SettingsStoreCalls,
    show: (kept: KeptSettings) => void,
    wait: (run: () => void, ms: number) => void = (run, ms) => setTimeout(run, ms),
  ) {
    this.#settings = settings;
    this.#store = store;
    this.#show = show;
    this.#wait = wait;
    this.#tell();
  }

  /** Settings that were changed anywhere. While changes of our own are under way, their answers tell what holds. */
  follow(settings: Settings): void {
    if (this.#unansweredCount > 0 || this.#hasGathered() || isSameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#tell();
  }

  /** @param gesture changes that follow one another under one name (dragging a slider) are taken back together */
  async change(wanted: SettingsChange, gesture?: string): Promise<void> {
    const before = this.#settings;
    if (!this.#apply(wanted)) return;
    const step = {
      change: wanted,
      undo: undoChange(before, wanted, this.#settings),
      gesture,
    };
    this.#remember(step);
    this.#tell();
    await this.#send(wanted, step);
  }

  /** Notes what was changed elsewhere. */
  note(change: ForeignChange): void {
    this.#steps = [...this.#steps, change];
    this.#outcome = { said: change.done };
    this.#tell();
  }

  /** Takes back the last change that was not taken back yet. */
  async undo(): Promise<void> {
    const step = this.#steps.at(-1);
    if (step === undefined) return;
    this.#steps = this.#steps.slice(0, -1);
    if ('done' in step) {
      await this.#undoForeign(step);
      return;
    }
    if (!this.#apply(step.undo)) return;
    this.#tell();
    await this.#send(step.undo, step, true);
  }

  /** Sends what is still gathered: the page may be gone before the time is up. */
  flush(): void {
    for (const [field, change] of this.#gathered) {
      if (change === undefined) continue;
      this.#gathered.set(field, undefined);
      void this.#deliver(change);
    }
  }

  async #undoForeign(step: ForeignChange): Promise<void> {
    this.#tell();
    try {
      await step.undo();
      this.#outcome = { said: step.undone };
    } catch (error) {
      this.#steps = [...this.#steps, step];
      this.#outcome = { said: describeFailure(error), isError: true };
    }
    this.#tell();
  }

  #apply(wanted: SettingsChange): boolean {
    try {
      this.#settings = changeSettings(this.#settings, wanted);
      return true;
    } catch (error) {
      this.#outcome = { change: wanted, problem: describeFailure(error) };
      this.#tell();
      return false;
    }
  }

  #remember(step: SettingsStep): void {
    const last = this.#steps.at(-1);
    if (
      last !== undefined &&
      'gesture' in last &&
      step.gesture !== undefined &&
      last.gesture === step.gesture
    ) {
      this.#steps = [...this.#steps.slice(0, -1), { ...step, undo: last.undo }];
    } else this.#steps = [...this.#steps, step];
  }

  async #send(change: SettingsChange, step: SettingsStep, isUndone = false): Promise<void> {
    if (change.kind === 'field' && this.#gathered.has(change.field)) {
      this.#gathered.set(change.field, change);
      this.#outcome = { change: step.change, isUndone };
      this.#tell();
      return;
    }
    if (change.kind === 'field') this.#gatherFrom(change.field);
    else this.flush();
    const problem = await this.#deliver(change);
    if (problem === undefined) this.#outcome = { change: step.change, isUndone };
    else this.#outcome = { change: step.change, problem };
    // What was not kept cannot be taken back; what could not be taken back still can.
    if (problem !== undefined) {
      this.#steps = isUndone ? [...this.#steps, step] : this.#steps.filter((one) => one !== step);
    }
    this.#tell();
  }

  #gatherFrom(field: string): void {
    this.#gathered.set(field, undefined);
    this.#wait(() => {
      const change = this.#gathered.get(field);
      this.#gathered.delete(field);
      if (change === undefined) return;
      this.#gatherFrom(field);
      void this.#deliver(change);
    }, gatheringMs);
  }

  /** Resolves to the reason where the change was not kept. */
  async #deliver(change: SettingsChange): Promise<string | undefined> {
    this.#unansweredCount += 1;
    try {
      const settings = await this.#store.changeSettings(change);
      this.#unansweredCount -= 1;
      this.#takeOver(settings);
      return undefined;
    } catch (error) {
      const problem = describeFailure(error);
      // The controls show what really holds, not what was wished for.
      const settings = await this.#store.readSettings().catch(() => this.#settings);
      this.#unansweredCount -= 1;
      this.#takeOver(settings);
      this.#outcome = { change, problem };
      this.#tell();
      return problem;
    }
  }

  /** An answer tells how things were when it was given: later changes of ours are not in it yet. */
  #takeOver(settings: Settings): void {
    if (this.#unansweredCount === 0 && !this.#hasGathered()) this.#settings = settings;
    this.#tell();
  }

  #hasGathered(): boolean {
    return [...this.#gathered.values()].some((change) => change !== undefined);
  }

  #tell(): void {
    this.#show({
      settings: this.#settings,
      outcome: this.#outcome,
      undoableCount: this.#steps.length,
    });
  }
}
