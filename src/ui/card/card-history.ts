import type { CardRequest } from '../../contracts/card-calls.ts';
import type { Loaded } from './card-answers.ts';

/** One card in the reader's history of related entities. */
export interface HistoryEntry {
  readonly subject: CardRequest['subject'];
  readonly content: Loaded;
  /** The key of the section that is shown in place of the front. */
  section?: string | undefined;
  /** How far the reader has scrolled what is shown. */
  scrolledTo: number;
  /** How far the front was scrolled when the reader left it for a section. */
  frontScrolledTo?: number;
}

/** The visited cards, with back and forward. */
export class CardHistory {
  #entries: HistoryEntry[];
  #at = 0;

  constructor(first: HistoryEntry) {
    this.#entries = [first];
  }

  get at(): number {
    return this.#at;
  }

  get current(): HistoryEntry {
    return this.#entries[this.#at] as HistoryEntry;
  }

  get previousTitle(): string | undefined {
    return titleOf(this.#entries[this.#at - 1]);
  }

  get nextTitle(): string | undefined {
    return titleOf(this.#entries[this.#at + 1]);
  }

  /** Goes to another card and drops the forward entries. */
  add(entry: HistoryEntry): void {
    this.#entries = [...this.#entries.slice(0, this.#at + 1), entry];
    this.#at += 1;
  }

  /** Shows a section of the current card, or its front again. @param scrolledTo how far what is shown is scrolled */
  showSection(section: string | undefined, scrolledTo: number): void {
    const { current } = this;
    if (current.section === undefined) current.frontScrolledTo = scrolledTo;
    current.section = section;
    current.scrolledTo = section === undefined ? (current.frontScrolledTo ?? 0) : 0;
  }

  /** @returns false at either end of the history */
  step(step: 1 | -1): boolean {
    if (this.#entries[this.#at + step] === undefined) return false;
    this.#at += step;
    return true;
  }

  replace(content: Loaded): void {
    this.#entries = [...this.#entries.slice(0, this.#at), { ...this.current, content, scrolledTo: 0 }];
  }
}

function titleOf(entry: HistoryEntry | undefined): string | undefined {
  return typeof entry?.content === 'object' ? entry.content.title : undefined;
}
