import type { CardRequest } from '../../contracts/card-calls.ts';
import type { CardContent } from '../../view-models/card-content.ts';

/** `coming`: longer in coming than a reader waits without a sign. */
export type Loaded = CardContent | 'unknown' | 'failed' | 'coming';

export interface AnswerServices {
  /** Rejects where the background cannot be reached. @param known the answer, where it has come already */
  loadContent(subject: CardRequest['subject'], known?: CardContent | null): Promise<CardContent | null>;
}

/** What a card shows. */
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
