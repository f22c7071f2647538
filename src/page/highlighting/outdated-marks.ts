import type { PageBlock } from '../reading/page-text.ts';
import type { PageHighlighter } from './page-highlighter.ts';

/** Marks of more blocks are not held for a page that never stays as it was read. */
const maxBlocks = 50;

/**
 * The longest pause between two updates (`UpdateThrottle`): a text that is still there has been read again by then, even
 * on a page that never rests.
 */
const maxAgeMs = 2_000;

/**
 * Marks of blocks that were read again. They stay until the page is drawn, or a text that is being written would
 * flicker.
 */
export class OutdatedMarks {
  readonly #highlighter: () => PageHighlighter | undefined;
  /** When each block was read again. */
  readonly #since = new Map<PageBlock, number>();

  constructor(highlighter: () => PageHighlighter | undefined) {
    this.#highlighter = highlighter;
  }

  add(block: PageBlock): void {
    this.#since.set(block, performance.now());
  }

  /** The marks of `text` are drawn, which may be what an old text has become. */
  noteDrawn(text: string): void {
    for (const old of this.#since.keys()) if (text.startsWith(old.text)) this.#clear(old);
  }

  /**
   * At the end of a pass.
   * @param blocks those of the page
   * @param isAllDue whether no outdated mark may stay
   */
  clearDue(blocks: readonly PageBlock[], isAllDue: boolean): void {
    const isEach = isAllDue || this.#since.size > maxBlocks;
    const latest = performance.now() - maxAgeMs;
    for (const [old, since] of this.#since) {
      if (isEach || (since < latest && !blocks.some((block) => isBeingWritten(block, old)))) this.#clear(old);
    }
  }

  /** The highlighter has cleared all marks. */
  forget(): void {
    this.#since.clear();
  }

  #clear(old: PageBlock): void {
    this.#highlighter()?.clear(old.block);
    this.#since.delete(old);
  }
}

/** Whether a block goes on from an old one and was put in anew before it could be drawn. */
function isBeingWritten({ text, block }: PageBlock, old: PageBlock): boolean {
  return text.startsWith(old.text) && block.nodes.some((node) => !node.isConnected);
}
