import type { CardContent } from '../briefing/card-content.ts';
import type { CardRequest } from '../briefing/card-request.ts';

/** `coming`: longer in coming than a reader waits without a sign. */
export type Loaded = CardContent | 'unknown' | 'failed' | 'coming';

export interface AnswerServices {
  /** Rejects where the background cannot be reached. */
  loadContent(subject: CardRequest['subject']): Promise<CardContent | null>;
}

/** What was asked for when a pointer came near is old after this long. */
const preparedForMs = 5_000;

/** Asks for what cards show; the latest question can be asked ahead. */
export class CardAnswers {
  readonly #services: AnswerServices;
  #prepared: { readonly ref: string; readonly answer: Promise<Loaded>; readonly madeAt: number } | undefined;

  constructor(services: AnswerServices) {
    this.#services = services;
  }

  /** What will be shown, asked ahead of `take`. */
  prepare(subject: CardRequest['subject']): Promise<Loaded> {
    const prepared = this.#findPrepared(subject.ref);
    if (prepared !== undefined) return prepared;
    const answer = this.ask(subject);
    this.#prepared = { ref: subject.ref, answer, madeAt: performance.now() };
    return answer;
  }

  /** What was asked ahead, or is asked now. */
  take(subject: CardRequest['subject']): Promise<Loaded> {
    const answer = this.#findPrepared(subject.ref) ?? this.ask(subject);
    this.#prepared = undefined;
    return answer;
  }

  async ask(subject: CardRequest['subject']): Promise<Loaded> {
    try {
      return (await this.#services.loadContent(subject)) ?? 'unknown';
    } catch {
      return 'failed';
    }
  }

  #findPrepared(ref: string): Promise<Loaded> | undefined {
    const prepared = this.#prepared;
    const isFresh = prepared?.ref === ref && performance.now() - prepared.madeAt < preparedForMs;
    return isFresh ? prepared.answer : undefined;
  }
}
