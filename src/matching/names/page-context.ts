import { foldContext } from '../text/fold-context.ts';
import { sentenceAround, sentenceNumber, sentenceStarts } from '../text/split-sentences.ts';
import { hasWord, type WordList } from '../text/word-list.ts';
import { isTitleCase } from './given-name.ts';

const smallLetter = /[\p{Ll}\p{Lo}]/u;

/**
 * Folded text with cached answers: the same checks recur for every name and in every pass, and a text of a
 * hundred thousand letters without a full stop is one sentence.
 */
class ContextText {
  readonly folded: string;
  readonly #answers = new Map<WordList, boolean>();
  #isAllCapitals: boolean | undefined;
  #isTitleCase: boolean | undefined;

  constructor(text: string) {
    this.folded = foldContext(text);
  }

  has(list: WordList): boolean {
    if (list.length === 0) return false;
    let answer = this.#answers.get(list);
    if (answer === undefined) {
      answer = hasWord(this.folded, list);
      this.#answers.set(list, answer);
    }
    return answer;
  }

  /** False for scripts without capitals: "AWS コマンドラインインターフェイス" is not a sentence in capitals. */
  get isAllCapitals(): boolean {
    this.#isAllCapitals ??= !smallLetter.test(this.folded);
    return this.#isAllCapitals;
  }

  get isTitleCase(): boolean {
    this.#isTitleCase ??= isTitleCase(this.folded);
    return this.#isTitleCase;
  }
}

/** One block's text as rules read it; everything is created on first use. */
export class BlockContext {
  readonly text: string;
  #whole: ContextText | undefined;
  #starts: number[] | undefined;
  /** By number. */
  readonly #sentences = new Map<number, ContextText>();

  constructor(text: string) {
    this.text = text;
  }

  has(list: WordList): boolean {
    if (list.length === 0) return false;
    this.#whole ??= new ContextText(this.text);
    return this.#whole.has(list);
  }

  /** The sentence around an offset of `text`. */
  sentenceAt(offset: number): ContextText {
    this.#starts ??= sentenceStarts(this.text);
    const number = sentenceNumber(this.#starts, offset);
    let sentence = this.#sentences.get(number);
    if (sentence === undefined) {
      sentence = new ContextText(sentenceAround(this.text, this.#starts, offset));
      this.#sentences.set(number, sentence);
    }
    return sentence;
  }

  sentenceStartAt(offset: number): number {
    this.#starts ??= sentenceStarts(this.text);
    return this.#starts[sentenceNumber(this.#starts, offset)] ?? 0;
  }
}

/** A block's context lives exactly as long as the block that the caller keeps. */
const contexts = new WeakMap<{ readonly text: string }, BlockContext>();

/** The context of a block; created again if the same object has another text. */
export function contextOf(block: { readonly text: string }): BlockContext {
  let context = contexts.get(block);
  if (context === undefined || context.text !== block.text) {
    context = new BlockContext(block.text);
    contexts.set(block, context);
  }
  return context;
}
