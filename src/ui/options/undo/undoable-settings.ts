import { describeFailure } from '../../../i18n/describe-failure.ts';
import { changeSettings, type SettingsChange } from '../../../settings/change-settings.ts';
import type { Settings } from '../../../settings/settings.ts';
import { isSameSettings, undoChange } from '../../../settings/undo-change.ts';

/** The result of the last change; `change` is absent before the first one. */
export type ChangeOutcome =
  | {
      readonly change?: SettingsChange;
      readonly isUndone?: boolean;
      /** Of the entity that was changed. */
      readonly name?: string | undefined;
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
  readonly name: string | undefined;
  /** Replaced if an earlier change turns out not to have been stored. */
  undo: SettingsChange;
}

/**
 * The options page's changes: shows each at once, sends it to the settings writer, shows the stored state if that
 * fails, and remembers how to undo it for as long as the page is open.
 */
export class UndoableSettings {
  #settings: Settings;
  #outcome: ChangeOutcome = {};
  #steps: readonly Step[] = [];
  /** Steps that are being taken back: they stay until that has succeeded. */
  readonly #undoing = new Set<Step>();
  #unansweredCount = 0;
  readonly #store: SettingsStoreCalls;
  readonly #show: (snapshot: SettingsSnapshot) => void;

  constructor(settings: Settings, store: SettingsStoreCalls, show: (snapshot: SettingsSnapshot) => void) {
    this.#settings = settings;
    this.#store = store;
    this.#show = show;
    this.#notify();
  }

  /** Settings that were changed anywhere. While own changes are in flight, their answers have the current settings. */
  follow(settings: Settings): void {
    if (this.#unansweredCount > 0 || isSameSettings(settings, this.#settings)) return;
    this.#settings = settings;
    this.#notify();
  }

  async change(wanted: SettingsChange, name?: string): Promise<void> {
    const before = this.#settings;
    if (!this.#apply(wanted)) return;
    const step: SettingsStep = { change: wanted, name, undo: undoChange(before, wanted, this.#settings) };
    this.#steps = [...this.#steps, step];
    this.#notify();
    const problem = await this.#send(wanted);
    if (problem !== undefined) this.#dropRefused(step);
    this.#outcome =
      problem === undefined ? { change: wanted, name, isUndone: false } : { change: wanted, problem };
    this.#notify();
  }

  /** Records an external change. */
  note(change: ExternalChange | FinalChange): void {
    if ('undo' in change) this.#steps = [...this.#steps, change];
    this.#outcome = { said: change.done };
    this.#notify();
  }

  /** Takes back the last change that was not taken back yet; where that fails, it can be tried again. */
  async undo(): Promise<void> {
    const step = this.#steps.findLast((one) => !this.#undoing.has(one));
    if (step === undefined) return;
    this.#undoing.add(step);
    const isUndone = 'done' in step ? await this.#undoExternal(step) : await this.#undoSetting(step);
    this.#undoing.delete(step);
    if (isUndone) this.#drop(step);
    this.#notify();
  }

  async #undoExternal(step: ExternalChange): Promise<boolean> {
    this.#notify();
    try {
      await step.undo();
      this.#outcome = { said: step.undone };
      return true;
    } catch (error) {
      this.#outcome = { said: describeFailure(error), isError: true };
      return false;
    }
  }

  async #undoSetting({ change, name, undo }: SettingsStep): Promise<boolean> {
    // What can never be applied is not offered again.
    if (!this.#apply(undo)) return true;
    this.#notify();
    const problem = await this.#send(undo);
    this.#outcome = problem === undefined ? { change, name, isUndone: true } : { change, problem };
    return problem === undefined;
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

  /** Resolves to the reason if the change was not stored. */
  async #send(change: SettingsChange): Promise<string | undefined> {
    this.#unansweredCount += 1;
    let problem: string | undefined;
    const settings = await this.#store.changeSettings(change).catch((error) => {
      problem = describeFailure(error);
      // The controls show what is stored, not what was requested.
      return this.#store.readSettings().catch(() => this.#settings);
    });
    this.#unansweredCount -= 1;
    // An answer tells how things were when it was given: later changes of ours are not in it yet.
    if (this.#unansweredCount === 0) this.#settings = settings;
    return problem;
  }

  /** What was not kept cannot be taken back, and the next step of its field goes back to what held before it. */
  #dropRefused(refused: SettingsStep): void {
    const { change, undo } = refused;
    const later = this.#steps.slice(this.#steps.indexOf(refused) + 1);
    const next = later.find(
      (step): step is SettingsStep =>
        !('done' in step) &&
        step.change.kind === 'field' &&
        change.kind === 'field' &&
        step.change.field === change.field,
    );
    if (next) next.undo = undo;
    this.#drop(refused);
  }

  #drop(step: Step): void {
    this.#steps = this.#steps.filter((one) => one !== step);
  }

  #notify(): void {
    this.#show({
      settings: this.#settings,
      outcome: this.#outcome,
      undoableCount: this.#steps.filter((step) => !this.#undoing.has(step)).length,
    });
  }
}
