import type { CardRequest } from '../../contracts/card-calls.ts';
import type { CardContent } from '../../view-models/card-content.ts';

/** `coming`: still loading after the loading delay. */
export type Loaded = CardContent | 'unknown' | 'failed' | 'coming';

export interface AnswerServices {
  /** Rejects if the background cannot be reached. @param known the answer, if it has arrived already */
  loadContent(subject: CardRequest['subject'], known?: CardContent | null): Promise<CardContent | null>;
}

/** Loads what a card shows. */
export async function askForContent(
  { loadContent }: AnswerServices,
  subject: CardRequest['subject'],
  known?: CardContent | null,
): Promise<Loaded> {
  try {
    return (await loadContent(subject, known)) ?? 'unknown';
  } catch {
    return 'failed';
  }
}
