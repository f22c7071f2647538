import { lineSeparator, objectCharacter, possibleEdge } from '../../matching/text/block-signs.ts';
import { maxBlockLength } from '../dom/reading-limit.ts';
import type { TextBlock } from './text-block.ts';

const hasText = new RegExp(`[^\\s${objectCharacter}${possibleEdge}]`);
const ink = /\S/;

/** A letter or digit, roughly: what could run together with another into one word. */
function isInWord(code: number): boolean {
  return code > 0xa0 || (code > 0x2f && code < 0x3a) || ((code | 0x20) > 0x60 && (code | 0x20) < 0x7b);
}

/** Gathers the text nodes of one block. */
export class BlockBuilder {
  /** The block in whose line this one stands. */
  readonly outer: BlockBuilder | undefined;
  /** Finished blocks that stand in the line of this one. */
  #held: TextBlock[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  /** Its last character: of a string that grows the end is not read without copying it. */
  #last = 0;
  #isAtEdge = false;
  /** Ends of lines since the last character that is seen. */
  #lines = 0;
  #mark = '';

  constructor(outer?: BlockBuilder) {
    this.outer = outer;
  }

  get isEmpty(): boolean {
    return this.#nodes.length === 0;
  }

  addText(node: Text): void {
    const { data } = node;
    if (data === '') return;
    if (this.#mark !== '') this.#add(this.#mark);
    this.#mark = '';
    if (this.#lines > 0 && ink.test(data)) {
      if (!this.isEmpty) this.#add(lineSeparator);
      this.#lines = 0;
    } else if (this.#isAtEdge && isInWord(this.#last) && isInWord(data.charCodeAt(0))) {
      this.#add(possibleEdge);
    }
    this.#isAtEdge = false;
    this.#nodes.push(node);
    this.#starts.push(this.#text.length);
    this.#add(data);
  }

  /** An element begins or ends here that layout may set apart from the text beside it. */
  addEdge(): void {
    this.#isAtEdge = true;
  }

  addObject(): void {
    if (!this.isEmpty) this.#add(objectCharacter);
    this.#lines = 0;
  }

  /** A quotation mark that the page's style puts before the text that comes. */
  openQuotation(mark: string): void {
    this.#mark += mark;
  }

  closeQuotation(mark: string): void {
    this.#mark = '';
    if (!this.isEmpty) this.#add(mark);
  }

  /** Ends a line. Returns whether an empty one stands before it, as between two paragraphs. */
  addLine(): boolean {
    this.#lines += 1;
    return this.#lines > 1;
  }

  /** Keeps blocks until the text in whose line they stand is finished. */
  hold(blocks: readonly TextBlock[]): void {
    this.#held.push(...blocks);
  }

  /** The block so far, if it says anything, and what stands in its line; and begins the next. */
  endBlock(): TextBlock[] {
    const taken: TextBlock[] = this.#held;
    if (!this.isEmpty && this.#text.length <= maxBlockLength && hasText.test(this.#text)) {
      taken.unshift({ text: this.#text, nodes: this.#nodes, starts: this.#starts });
    }
    this.#held = [];
    this.#nodes = [];
    this.#starts = [];
    this.#text = '';
    this.#last = 0;
    this.#isAtEdge = false;
    this.#lines = 0;
    return taken;
  }

  #add(text: string): void {
    this.#text += text;
    this.#last = text.charCodeAt(text.length - 1);
  }
}
