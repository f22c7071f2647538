import { foldContext } from './fold-context.ts';
import { sentenceAround, sentenceStarts } from './split-sentences.ts';
import { hasWord, type WordList } from './word-list.ts';

/** One block's text as rules read it; everything is made when first asked for. */
export class BlockContext {
  readonly text: string;
  #folded: string | undefined;
  #starts: number[] | undefined;
  #sentences = new Map<string, string>();
  readonly #answers = new Map<WordList, boolean>();

  constructor(text: string) {
    this.text = text;
  }

  get folded(): string {
    this.#folded ??= foldContext(this.text);
    return this.#folded;
  }

  /** The folded sentence around an offset of `text`. */
  sentenceAt(offset: number): string {
    this.#starts ??= sentenceStarts(this.text);
    const raw = sentenceAround(this.text, this.#starts, offset);
    let folded = this.#sentences.get(raw);
    if (folded === undefined) {
      folded = foldContext(raw);
      this.#sentences.set(raw, folded);
    }
    return folded;
  }

  sentenceStartAt(offset: number): number {
    this.#starts ??= sentenceStarts(this.text);
    return this.#starts.findLast((start) => start <= offset) ?? 0;
  }

  /** Asked again and again for the same list while a page grows, so each answer is kept. */
  has(list: WordList): boolean {
    let answer = this.#answers.get(list);
    if (answer === undefined) {
      answer = hasWord(this.folded, list);
      this.#answers.set(list, answer);
    }
    return answer;
  }
}

/** Context made for a block lives exactly as long as the block that the caller holds. */
const contexts = new WeakMap<{ readonly text: string }, BlockContext>();

export function contextOf(block: { readonly text: string }): BlockContext {
  let context = contexts.get(block);
  if (context === undefined || context.text !== block.text) {
    context = new BlockContext(block.text);
    contexts.set(block, context);
  }
  return context;
}
