import { compileExceptions, type NameException } from './except-names.ts';
import { findNames } from './find-names.ts';
import { findTraces } from './find-traces.ts';
import { judgeMentions, type MatchedBlock } from './judge-mentions.ts';
import type { Mention } from './mention.ts';
import type { PageMatcher } from './page-matcher.ts';
import type { Trace } from './trace.ts';

/** One block of a document, under a number that its page has given it and does not use again. */
export interface NumberedText {
  readonly id: number;
  readonly text: string;
}

export interface BlockFindings {
  readonly id: number;
  readonly mentions: readonly Mention[];
  readonly traces: readonly Trace[];
}

interface KnownBlock extends MatchedBlock {
  readonly traces: readonly Trace[];
}

/**
 * The findings of one document, kept up to date block by block. Names and statements are looked for once in each block;
 * which names are mentions is decided for the whole document each time, because evidence may be anywhere in it.
 */
export class DocumentMatcher {
  readonly #matcher: PageMatcher;
  readonly #blocks = new Map<number, KnownBlock>();
  /** The findings of each block that has any, as they were last reported: as JSON. */
  readonly #reported = new Map<number, string>();
  #textLength = 0;

  constructor(matcher: PageMatcher) {
    this.#matcher = matcher;
  }

  /** Characters of all blocks, by which what is remembered of documents is bounded. */
  get textLength(): number {
    return this.#textLength;
  }

  /** Adds blocks; one with a number that is already there takes its place. */
  add(texts: readonly NumberedText[]): void {
    const { names, statements } = this.#matcher;
    for (const { id, text } of texts) {
      this.remove([id]);
      this.#textLength += text.length;
      this.#blocks.set(id, {
        text,
        matches: findNames(text, names),
        traces: findTraces(text, ...statements),
      });
    }
  }

  remove(ids: readonly number[]): void {
    for (const id of ids) {
      this.#textLength -= this.#blocks.get(id)?.text.length ?? 0;
      this.#blocks.delete(id);
      this.#reported.delete(id);
    }
  }

  /**
   * The findings of those blocks whose findings are not as they were last reported; empty ones where a block has none any more.
   * @param exceptions matches that the reader has called wrong
   */
  report(exceptions: readonly NameException[]): BlockFindings[] {
    const isSpeaking = ({ matches }: KnownBlock) => matches.length > 0;
    const hasNames = [...this.#blocks.values()].some(isSpeaking);
    const ids = [...this.#blocks.keys()];
    const blocks = [...this.#blocks.values()];
    const mentions = hasNames
      ? judgeMentions(blocks, this.#matcher.names, compileExceptions(exceptions))
      : [];
    return ids.flatMap((id, number) => {
      const findings = { mentions: mentions[number] ?? [], traces: blocks[number]?.traces ?? [] };
      const isEmpty = findings.mentions.length === 0 && findings.traces.length === 0;
      const described = isEmpty ? undefined : JSON.stringify(findings);
      if (described === this.#reported.get(id)) return [];
      if (described === undefined) this.#reported.delete(id);
      else this.#reported.set(id, described);
      return [{ id, ...findings }];
    });
  }
}
