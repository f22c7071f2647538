import type { NameException } from '../knowledge/name-exception.ts';
import { type BlockFindings, DocumentMatcher, type NumberedText } from './document-matcher.ts';
import type { PageMatcher } from './page-matcher.ts';

/** One message of a page: what of its text has changed. */
export interface TextMessage {
  /** Tells one reading of a document from another. */
  readonly reading: number;
  /** Counts the messages of a reading from 0: one that comes twice is answered twice and counts once. */
  readonly number: number;
  /** Numbers of blocks that are gone. */
  readonly removed: readonly number[];
  readonly added: readonly NumberedText[];
  /** The last of the messages about one change: it is answered with the findings. */
  readonly isLast: boolean;
}

export interface TextAnswer {
  /** False where the background knows nothing of the reading: it has slept, or the packs have changed. */
  readonly isKnown: boolean;
  /** Of the blocks whose findings have changed since they were last answered. */
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
  /** Of the last message, and what was answered: a message that comes twice is answered alike. */
  number: number;
  answer: TextAnswer;
}

/**
 * Characters of all documents that are remembered: some two hundred long articles. The least recently used go first; the
 * largest alone always stays, or its page would send it for ever.
 */
const maxTextLength = 20_000_000;

const forgotten: TextAnswer = { isKnown: false, findings: [] };
const nothingNew: TextAnswer = { isKnown: true, findings: [] };

/**
 * What the background remembers of the pages that have something to show: their text and what was found in it, in memory only.
 * A page whose document is not here any more is told so, and sends its text again.
 */
export class DocumentStore {
  /** By place, the most recently used last. */
  readonly #documents = new Map<string, KnownDocument>();
  /** Tabs that are gone, whose messages may still be under way; no browser gives their numbers to others. */
  readonly #goneTabs = new Set<number>();

  /** Answers one message. Synchronous, so that two messages of a page cannot come between each other. */
  update(
    place: DocumentPlace,
    message: TextMessage,
    matcher: PageMatcher,
    exceptions: readonly NameException[],
  ): TextAnswer {
    const key = keyOf(place);
    const known = this.#find(key, place, message, matcher);
    if (!known || this.#goneTabs.has(place.tabId)) return forgotten;
    if (message.number === known.number) return known.answer;
    // Sent a second time, long after it was answered: the page has gone on.
    if (message.number < known.number) return nothingNew;
    // One message of this reading has never come.
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

  /** For a tab that is closed: nothing is remembered of it any more, either. */
  forgetTab(tabId: number): void {
    this.#goneTabs.add(tabId);
    for (const [key, known] of this.#documents) if (known.tabId === tabId) this.#documents.delete(key);
  }

  #find(
    key: string,
    { tabId }: DocumentPlace,
    { reading, number }: TextMessage,
    matcher: PageMatcher,
  ): KnownDocument | undefined {
    const known = this.#documents.get(key);
    if (known?.reading === reading) return known.matcher === matcher ? known : undefined;
    if (number !== 0) return undefined;
    const document = new DocumentMatcher(matcher);
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
