import { lineSeparator, objectCharacter, possibleEdge } from '../../matching/text/block-signs.ts';
import { maxBlockLength } from '../dom/reading-limit.ts';
import type { TextBlock } from './text-block.ts';

const hasText = new RegExp(`[^\\s${objectCharacter}${possibleEdge}]`);
const ink = /\S/;

/** Roughly a letter or digit: a character that could merge with a neighbour into one word. */
function isInWord(code: number): boolean {
  return code > 0xa0 || (code > 0x2f && code < 0x3a) || ((code | 0x20) > 0x60 && (code | 0x20) < 0x7b);
}

/** Collects the text nodes of one block. */
export class BlockBuilder {
  /** The block whose line contains this one. */
  readonly outer: BlockBuilder | undefined;
  /** Finished blocks inside this block's line. */
  #held: TextBlock[] = [];
  #nodes: Text[] = [];
  #starts: number[] = [];
  #text = '';
  /** Its last character, kept apart because reading the end of a growing string copies the string. */
  #last = 0;
  #isAtEdge = false;
  /** Line ends since the last visible character. */
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

  /** Notes an element edge at which layout may separate the text on both sides. */
  addEdge(): void {
    this.#isAtEdge = true;
  }

  addObject(): void {
    if (!this.isEmpty) this.#add(objectCharacter);
    this.#lines = 0;
  }

  /** Adds a quotation mark that the page's style puts before the following text. */
  openQuotation(mark: string): void {
    this.#mark += mark;
  }

  closeQuotation(mark: string): void {
    this.#mark = '';
    if (!this.isEmpty) this.#add(mark);
  }

  /** Ends a line. Returns whether it is preceded by an empty line, as between two paragraphs. */
  addLine(): boolean {
    this.#lines += 1;
    return this.#lines > 1;
  }

  /** Stores blocks until the line that contains them is finished. */
  hold(blocks: readonly TextBlock[]): void {
    this.#held.push(...blocks);
  }

  /**
   * Ends the block and begins the next. Returns the block, if it has any text, and the blocks inside its
   * line.
   */
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
