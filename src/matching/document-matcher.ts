import type { NameException } from '../knowledge/name-exception.ts';
import { compileExceptions } from './names/except-names.ts';
import { findNamesInBlocks, type TextLine } from './names/find-names-in-blocks.ts';
import type { Mention } from './names/mention.ts';
import { resolveLines } from './names/resolve-lines.ts';
import type { PageMatcher } from './page-matcher.ts';
import { matchQuotes, mayPrintIfQuoted } from './quotations/match-quotes.ts';
import type { QuoteMatch } from './quotations/quote-match.ts';

/**
 * One block of a document, with a number that its page assigns and never reuses. U+2028 ends a line, and no
 * name crosses it; U+200B is where layout may separate two words.
 */
export interface NumberedText {
  readonly id: number;
  readonly text: string;
}

export interface BlockFindings {
  readonly id: number;
  readonly mentions: readonly Mention[];
  readonly traces: readonly QuoteMatch[];
  /**
   * Layout decides what the block contains: a name crosses the block's edge or ends within a word that
   * several elements make up, or the words are a statement's only if quotation marks surround them. The value
   * says how that would be shown.
   */
  readonly mayHide?: Mention['show'];
}

interface KnownBlock {
  readonly text: string;
  readonly lines: readonly TextLine[];
  readonly traces: readonly QuoteMatch[];
  readonly mayHide: Mention['show'] | undefined;
}

/**
 * The findings of one document, kept up to date block by block. Each block is searched once for names and
 * statements. Which names are mentions is resolved for the whole document each time, because evidence may be
 * anywhere in it.
 */
export class DocumentMatcher {
  readonly #matcher: PageMatcher;
  readonly #statements: PageMatcher['statements'];
  readonly #blocks = new Map<number, KnownBlock>();
  /** The last reported findings of each block that has any, as JSON. */
  readonly #reported = new Map<number, string>();
  #textLength = 0;

  /** @param address of the document; empty if it has none */
  constructor(matcher: PageMatcher, address = '') {
    this.#matcher = matcher;
    this.#statements = matcher.statementsFor(address);
  }

  /** Characters of all blocks, by which the document store limits its memory. */
  get textLength(): number {
    return this.#textLength;
  }

  /** Adds blocks, or replaces those with the same numbers. */
  add(texts: readonly NumberedText[]): void {
    const statements = this.#statements;
    const found = findNamesInBlocks(
      texts.map(({ text }) => text),
      this.#matcher.names,
    );
    for (const [number, { id, text }] of texts.entries()) {
      this.remove([id]);
      this.#textLength += text.length;
      const { lines = [], mayHide } = found[number] ?? {};
      const traces = matchQuotes(text, ...statements);
      const isQuotable = traces.length === 0 && statements.some((index) => mayPrintIfQuoted(text, index));
      this.#blocks.set(id, { text, lines, traces, mayHide: isQuotable ? 'always' : mayHide });
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
   * The findings of the blocks for which they have changed since the last report; empty ones if a block has
   * none any more.
   * @param exceptions matches that the reader reported as wrong
   */
  report(exceptions: readonly NameException[]): BlockFindings[] {
    const blocks = [...this.#blocks];
    const resolved = resolveLines(
      blocks.map(([, { lines }]) => lines),
      this.#matcher.names,
      compileExceptions(exceptions),
    );
    return blocks.flatMap(([id, block], number) => {
      const mentions = resolved[number] ?? [];
      const findings = { mentions, traces: block.traces, ...(block.mayHide && { mayHide: block.mayHide }) };
      const isEmpty = mentions.length + block.traces.length === 0 && !block.mayHide;
      const described = isEmpty ? undefined : JSON.stringify(findings);
      if (described === this.#reported.get(id)) return [];
      if (described === undefined) this.#reported.delete(id);
      else this.#reported.set(id, described);
      return [{ id, ...findings }];
    });
  }
}
