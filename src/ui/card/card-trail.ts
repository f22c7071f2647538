import type { CardRequest } from '../../contracts/card-calls.ts';
import type { Loaded } from './card-answers.ts';

/** One card on the reader's way through related entities. */
export interface Stop {
  readonly subject: CardRequest['subject'];
  readonly content: Loaded;
  /** Where it was left. */
  scrolledTo: number;
}

/** The cards that were gone through, back and forth. */
export class CardTrail {
  #stops: Stop[];
  #at = 0;

  constructor(first: Stop) {
    this.#stops = [first];
  }

  get at(): number {
    return this.#at;
  }

  get current(): Stop {
    return this.#stops[this.#at] as Stop;
  }

  get previousTitle(): string | undefined {
    return titleOf(this.#stops[this.#at - 1]);
  }

  get nextTitle(): string | undefined {
    return titleOf(this.#stops[this.#at + 1]);
  }

  /** Goes on to another card; those that were ahead are forgotten. */
  add(stop: Stop): void {
    this.#stops = [...this.#stops.slice(0, this.#at + 1), stop];
    this.#at += 1;
  }

  /** @returns false where the way ends */
  step(step: 1 | -1): boolean {
    if (this.#stops[this.#at + step] === undefined) return false;
    this.#at += step;
    return true;
  }

  replace(content: Loaded): void {
    this.#stops = [...this.#stops.slice(0, this.#at), { ...this.current, content, scrolledTo: 0 }];
  }
}

function titleOf(stop: Stop | undefined): string | undefined {
  return typeof stop?.content === 'object' ? stop.content.title : undefined;
}
