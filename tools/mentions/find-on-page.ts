import { chooseShown } from '../../src/matching/names/choose-shown.ts';
import { findNamesInBlocks } from '../../src/matching/names/find-names-in-blocks.ts';
import type { NameIndex } from '../../src/matching/names/name-index.ts';
import { resolveLines } from '../../src/matching/names/resolve-lines.ts';
import type {
  QuoteDifference,
  QuoteMatch,
  QuoteMatchKind,
} from '../../src/matching/quotations/quote-match.ts';
import { lineSeparator } from '../../src/matching/text/block-signs.ts';
import { defaultSettings } from '../../src/settings/settings.ts';
import type { PageText } from './read-page.ts';

/** A mention as the command prints it. */
export interface PrintedMention {
  readonly entity: string;
  readonly name: string;
  /** The words on the page. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  /** Whether the default settings would show a mark. */
  readonly shown: boolean;
}

/** A quote match as the command prints it. */
export interface PrintedQuoteMatch {
  readonly statement: string;
  readonly kind: QuoteMatchKind;
  readonly similarity: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly block: number;
  readonly speakerDiffers: boolean;
  readonly differences: readonly QuoteDifference[];
}

export interface FoundOnPage {
  readonly mentions: readonly PrintedMention[];
  readonly traces: readonly PrintedQuoteMatch[];
}

export interface Finding {
  readonly index: NameIndex;
  readonly matchQuotes: (text: string) => readonly QuoteMatch[];
  /** References of the enabled topics. */
  readonly topicsOn: ReadonlySet<string>;
  /** Null: lists mentions of all topics, enabled or not. */
  readonly topicsListed: ReadonlySet<string> | null;
}

/** Runs the extension's own matching on one page. Ids are bare: a command works on one pack. */
export function findOnPage(page: PageText, finding: Finding): FoundOnPage {
  const { index, topicsOn, topicsListed } = finding;
  const resolved = resolveLines(
    findNamesInBlocks(page.blocks, index).map(({ lines }) => lines),
    index,
  );
  const traces = page.blocks.map((text) => finding.matchQuotes(text));
  const { shown } = chooseShown(
    resolved.map((mentions, block) => ({
      mentions,
      quoteMatches: traces[block] ?? [],
      text: page.blocks[block] ?? '',
    })),
    page.placeOf,
    {
      density: defaultSettings.density,
      extent: defaultSettings.extent,
      isTopicOn: (topic) => topicsOn.has(topic),
      isEntityHidden: () => false,
    },
  );
  const isListed = (topic: string) => topicsListed?.has(topic) ?? true;
  return {
    mentions: resolved.flatMap((mentions, block) =>
      mentions
        .filter(({ topic }) => isListed(topic))
        .map((mention) => ({
          entity: bareId(mention.entity),
          name: mention.name,
          text: sliceOf(page, block, mention),
          start: mention.start,
          end: mention.end,
          block,
          shown: shown[block]?.includes(mention) ?? false,
        })),
    ),
    traces: traces.flatMap((found, block) =>
      found.map((trace) => ({
        statement: bareId(trace.statement),
        kind: trace.kind,
        similarity: trace.similarity,
        text: sliceOf(page, block, trace),
        start: trace.start,
        end: trace.end,
        block,
        speakerDiffers: trace.speakerDiffers,
        differences: trace.differences,
      })),
    ),
  };
}

function sliceOf(page: PageText, block: number, { start, end }: { start: number; end: number }): string {
  return (page.blocks[block] ?? '').slice(start, end).replaceAll(lineSeparator, '\n');
}

function bareId(ref: string): string {
  return ref.slice(ref.indexOf('/') + 1);
}
