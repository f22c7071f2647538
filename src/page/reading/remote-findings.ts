import type { BlockFindings, NumberedText } from '../../matching/document-matcher.ts';
import type { TextAnswer, TextMessage } from '../../matching/document-store.ts';

export type SendText = (message: TextMessage) => Promise<TextAnswer>;

/** What the background has found since the last update. */
export interface FindingsUpdate {
  /** Whether blocks missing from `findings` have none; otherwise they keep theirs. */
  readonly isWhole: boolean;
  readonly findings: readonly BlockFindings[];
}

/** A background that forgets a reading three times in one update has another problem than suspension. */
const maxWholeReadings = 3;

/** Characters in one message: browsers carry messages as text, and a megabyte blocks both sides for a frame. */
const maxMessageLength = 200_000;

/**
 * The findings of a document, made by the background. The background holds the text in memory and may lose it
 * at any time; then all of it is sent again.
 */
export class RemoteFindings {
  readonly #send: SendText;
  readonly #signal: AbortSignal;
  #reading = Math.random();
  #number = 0;

  constructor(send: SendText, signal: AbortSignal) {
    this.#send = send;
    this.#signal = signal;
  }

  /**
   * Sends a change of the text. Call it again only after it has resolved.
   * @param listAll lists the document's present blocks, for a background that has forgotten it
   * @throws the error of a failed message; the next call then sends everything
   */
  async update(
    removed: readonly number[],
    added: readonly NumberedText[],
    listAll: () => readonly NumberedText[],
  ): Promise<FindingsUpdate> {
    try {
      const answer = this.#number === 0 ? undefined : await this.#sendChanges(removed, added);
      if (answer?.isKnown) return { isWhole: false, findings: answer.findings };
      return { isWhole: true, findings: await this.#sendAllTexts(listAll) };
    } catch (error) {
      this.#number = 0;
      throw error;
    }
  }

  async #sendAllTexts(listAll: () => readonly NumberedText[]): Promise<readonly BlockFindings[]> {
    for (let attempt = 0; attempt < maxWholeReadings; attempt += 1) {
      this.#reading = Math.random();
      this.#number = 0;
      const answer = await this.#sendChanges([], listAll());
      // The background may be suspended halfway; then start again.
      if (answer.isKnown || this.#signal.aborted) return answer.findings;
    }
    throw new Error('The background does not keep the text of this page.');
  }

  async #sendChanges(removed: readonly number[], added: readonly NumberedText[]): Promise<TextAnswer> {
    const parts = splitTexts(added);
    let answer: TextAnswer = { isKnown: false, findings: [] };
    for (const [part, texts] of parts.entries()) {
      const isLast = part === parts.length - 1;
      answer = await this.#send({
        reading: this.#reading,
        number: this.#number,
        removed: part === 0 ? removed : [],
        added: texts,
        isLast,
      });
      if (!answer.isKnown || this.#signal.aborted) break;
      this.#number += 1;
    }
    return answer;
  }
}

/** In pieces of some `maxMessageLength` characters; one empty piece if there is no text. */
function splitTexts(texts: readonly NumberedText[]): NumberedText[][] {
  const parts: NumberedText[][] = [[]];
  let length = 0;
  for (const { id, text } of texts) {
    if (length + text.length > maxMessageLength && length > 0) {
      parts.push([]);
      length = 0;
    }
    parts.at(-1)?.push({ id, text });
    length += text.length;
  }
  return parts;
}
