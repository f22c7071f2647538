import type { NameException } from '../knowledge/name-exception.ts';
import { type BlockFindings, DocumentMatcher, type NumberedText } from './document-matcher.ts';
import type { PageMatcher } from './page-matcher.ts';

/** One message of a page: how its text has changed. */
export interface TextMessage {
  /** Distinguishes the readings of a document. */
  readonly reading: number;
  /**
   * Numbers the messages of a reading from 0: a repeated message gets the same answer again and is applied
   * once.
   */
  readonly number: number;
  /** Numbers of removed blocks. */
  readonly removed: readonly number[];
  readonly added: readonly NumberedText[];
  /** Whether it is the last message about one change; its answer has the findings. */
  readonly isLast: boolean;
}

export interface TextAnswer {
  /** False if the background does not know the reading: it was suspended, or the packs have changed. */
  readonly isKnown: boolean;
  /** Of the blocks whose findings have changed since the last answer. */
  readonly findings: readonly BlockFindings[];
}

/** Where a document is shown. */
export interface DocumentPlace {
  readonly tabId: number;
  readonly frameId: number;
}

interface KnownDocument {
  readonly tabId: number;
  readonly reading: number;
  readonly matcher: PageMatcher;
  readonly document: DocumentMatcher;
  /** The number of the last message, and its answer, for a message that is repeated. */
  number: number;
  answer: TextAnswer;
}

/**
 * Characters of all documents in memory: some two hundred long articles. The least recently used are dropped
 * first. The largest stays if it is alone, or its page would send it endlessly.
 */
const maxTextLength = 20_000_000;

const forgotten: TextAnswer = { isKnown: false, findings: [] };
const nothingNew: TextAnswer = { isKnown: true, findings: [] };

/**
 * The pages that have something to show: their text and its findings, in memory only. A page whose document
 * was dropped is told so and sends its text again.
 */
export class DocumentStore {
  /** By place, the most recently used last. */
  readonly #documents = new Map<string, KnownDocument>();
  /** Closed tabs, whose messages may still arrive; no browser reuses their numbers. */
  readonly #goneTabs = new Set<number>();

  /** Answers one message. Synchronous, so that two messages of a page cannot interleave. */
  update(
    place: DocumentPlace & { readonly address?: string },
    message: TextMessage,
    matcher: PageMatcher,
    exceptions: readonly NameException[],
  ): TextAnswer {
    const key = keyOf(place);
    const known = this.#find(key, place, message, matcher);
    if (!known || this.#goneTabs.has(place.tabId)) return forgotten;
    if (message.number === known.number) return known.answer;
    // Repeated long after its answer: the page has moved on.
    if (message.number < known.number) return nothingNew;
    // A message of this reading never arrived.
    if (message.number > known.number + 1) return forgotten;
    known.document.remove(message.removed);
    known.document.add(message.added);
    known.number = message.number;
    known.answer = message.isLast
      ? { isKnown: true, findings: known.document.report(exceptions) }
      : nothingNew;
    this.#documents.delete(key);
    this.#documents.set(key, known);
    this.#limit();
    return known.answer;
  }

  forget(place: DocumentPlace): void {
    this.#documents.delete(keyOf(place));
  }

  /** Forgets a closed tab's documents, and ignores its later messages. */
  forgetTab(tabId: number): void {
    this.#goneTabs.add(tabId);
    for (const [key, known] of this.#documents) if (known.tabId === tabId) this.#documents.delete(key);
  }

  #find(
    key: string,
    { tabId, address }: DocumentPlace & { readonly address?: string },
    { reading, number }: TextMessage,
    matcher: PageMatcher,
  ): KnownDocument | undefined {
    const known = this.#documents.get(key);
    if (known?.reading === reading) return known.matcher === matcher ? known : undefined;
    if (number !== 0) return undefined;
    const document = new DocumentMatcher(matcher, address);
    return { tabId, reading, matcher, document, number: -1, answer: nothingNew };
  }

  #limit(): void {
    let length = 0;
    for (const { document } of this.#documents.values()) length += document.textLength;
    for (const [key, { document }] of this.#documents) {
      if (length <= maxTextLength || this.#documents.size === 1) return;
      length -= document.textLength;
      this.#documents.delete(key);
    }
  }
}

function keyOf({ tabId, frameId }: DocumentPlace): string {
  return `${tabId} ${frameId}`;
}
