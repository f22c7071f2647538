import type { PageChoices } from '../../contracts/page-choices.ts';
import type { Showing } from '../../matching/names/choose-shown.ts';
import type { Mention } from '../../matching/names/mention.ts';
import type { QuoteMatch } from '../../matching/quotations/quote-match.ts';
import type { ObservableBoxes } from '../dom/element-layout.ts';
import type { PageBlock } from '../reading/page-text.ts';
import type { TextBlock } from '../reading/text-block.ts';
import { chooseMarks, hasSomethingToShow } from './choose-marks.ts';
import { type HighlightedItem, toHighlightedItems, toUndrawnItem } from './highlighted-item.ts';
import type { HighlightedMention, HighlightedQuoteMatch } from './highlighted-mention.ts';
import { OutdatedMarks } from './outdated-marks.ts';
import type { PageHighlighter } from './page-highlighter.ts';
import { slotOfColor } from './palette.ts';
import { type RenderedState, readRenderedState } from './read-rendered-state.ts';

export interface HighlightPlanOptions {
  readonly win: Window;
  /** Undefined while it is loading. */
  readonly highlighter: () => PageHighlighter | undefined;
  /** The boxes around all text that is drawn, or not drawn because it is hidden; called after each pass. */
  readonly onWatched: (boxes: readonly ObservableBoxes[]) => void;
  /** Something is about to be drawn. */
  readonly onBeforeDraw: () => void;
  /** Whether the page has changed since it was read. */
  readonly hasChanged: () => boolean;
}

export interface HighlightPlan {
  /** The drawn marks, in reading order. */
  readonly items: readonly HighlightedItem[];
  /** The mentions that lists and counts name, in reading order; not all of them are drawn. */
  readonly listed: readonly HighlightedItem[];
  /** Updates the marks in the blocks where they differ, those on screen first. */
  draw(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void>;
  /**
   * Whether something hidden is visible now, or something drawn is hidden or on another background: `draw`
   * then has work to do.
   */
  hasVisibleChange(): Generator<undefined, boolean>;
  /** Drops blocks whose text has gone. */
  remove(blocks: readonly PageBlock[]): void;
  clear(): void;
}

interface BlockPlan {
  readonly pageBlock: PageBlock;
  readonly mentions: readonly HighlightedMention[];
  readonly traces: readonly HighlightedQuoteMatch[];
  readonly signature: string;
}

/** A mention or quote match, and its last known rendered state. */
interface WatchedState extends RenderedState {
  readonly block: TextBlock;
  readonly item: Mention | QuoteMatch;
}

type RenderedStates = ReadonlyMap<Mention | QuoteMatch, WatchedState>;

export function createHighlightPlan(options: HighlightPlanOptions): HighlightPlan {
  const { win, highlighter } = options;
  const signatures = new Map<PageBlock, string>();
  /** For the blocks with something to draw. */
  let plans: readonly BlockPlan[] = [];
  let listed: readonly HighlightedItem[] = [];
  let watched: readonly WatchedState[] = [];
  const outdated = new OutdatedMarks(highlighter);
  let drawnChoices: PageChoices | undefined;

  function* draw(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void> {
    // What the reader has just switched off must not stay, nor open its card.
    const isChosen = choices !== drawnChoices;
    const choice = yield* choose(blocks, choices);
    plans = planBlocks(blocks, choice.chosen.shown, choice.states, choices);
    listed = listItems(blocks, choice.chosen.listed);
    watch(listWatched(blocks, choice));
    const planned = new Set(plans.map(({ pageBlock }) => pageBlock));
    for (const pageBlock of [...signatures.keys()]) if (!planned.has(pageBlock)) unpaint(pageBlock);
    const due = plans.filter(({ pageBlock, signature }) => signatures.get(pageBlock) !== signature);
    for (const { pageBlock, mentions, traces, signature } of onScreenFirst(due, win)) {
      const current = highlighter();
      // The reader has just chosen another, for which everything is drawn again.
      if (!current) return;
      // The page may have changed since the block was read; the change is recorded and read later.
      if (pageBlock.block.nodes.every((node) => node.isConnected)) {
        options.onBeforeDraw();
        current.draw(pageBlock.block, mentions, traces);
        signatures.set(pageBlock, signature);
        outdated.noteDrawn(pageBlock.text);
      } else if (isChosen) unpaint(pageBlock);
      yield;
    }
    drawnChoices = choices;
    outdated.clearDue(blocks, isChosen || !options.hasChanged());
  }

  function watch(states: readonly WatchedState[]): void {
    watched = states;
    options.onWatched(states.flatMap(({ boxes }) => boxes ?? []));
  }

  function unpaint(pageBlock: PageBlock): void {
    if (signatures.delete(pageBlock)) highlighter()?.clear(pageBlock.block);
  }

  return {
    get items() {
      return plans
        .filter(({ pageBlock }) => signatures.has(pageBlock))
        .flatMap(({ pageBlock, mentions, traces }) => toHighlightedItems(pageBlock.block, mentions, traces));
    },
    get listed() {
      return listed;
    },
    draw,
    hasVisibleChange: () => hasVisibleChange(watched),
    remove(blocks) {
      for (const block of blocks) {
        if (highlighter()?.changesPage) unpaint(block);
        else if (signatures.delete(block)) outdated.add(block);
      }
    },
    clear() {
      highlighter()?.clear();
      signatures.clear();
      outdated.forget();
      plans = [];
      listed = [];
      watch([]);
    },
  };
}

function listItems(
  blocks: readonly PageBlock[],
  mentions: readonly (readonly Mention[])[],
): HighlightedItem[] {
  return blocks.flatMap(({ block }, number) =>
    (mentions[number] ?? []).map((mention) => toUndrawnItem(block, mention)),
  );
}

function* hasVisibleChange(watched: readonly WatchedState[]): Generator<undefined, boolean> {
  for (const { block, item, colorScheme } of watched) {
    if (readRenderedState(block, item).colorScheme !== colorScheme) return true;
    yield;
  }
  return false;
}

interface Choice {
  readonly states: RenderedStates;
  readonly isSeen: (item: Mention | QuoteMatch) => boolean;
  readonly chosen: Showing;
}

/** What is drawn, and what is only not drawn because it is hidden. */
function listWatched(
  blocks: readonly PageBlock[],
  { states, isSeen, chosen }: Choice,
): readonly WatchedState[] {
  const quoteMatches = blocks.flatMap(({ traces }) => traces);
  const highlighted = new Set<Mention | QuoteMatch>([...chosen.shown.flat(), ...quoteMatches]);
  return [...states.values()].filter(({ item }) => highlighted.has(item) || !isSeen(item));
}

function* choose(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, Choice> {
  // Most pages that mention Amazon in passing have nothing else: no need to read their layout or outline.
  const isWorthIt = hasSomethingToShow(blocks);
  const states: RenderedStates = isWorthIt ? yield* readStates(blocks) : new Map();
  const isSeen = (item: Mention | QuoteMatch) => states.get(item)?.colorScheme !== undefined;
  const chosen = isWorthIt ? yield* chooseMarks(blocks, choices, isSeen) : { listed: [], shown: [] };
  return { states, isSeen, chosen };
}

/** The rendered state of each finding. */
function* readStates(blocks: readonly PageBlock[]): Generator<undefined, RenderedStates> {
  const states = new Map<Mention | QuoteMatch, WatchedState>();
  for (const { block, mentions, traces } of blocks) {
    for (const item of [...mentions, ...traces]) {
      states.set(item, { ...readRenderedState(block, item), block, item });
      yield;
    }
  }
  return states;
}

/** What to draw in the blocks. */
function planBlocks(
  blocks: readonly PageBlock[],
  chosen: readonly (readonly Mention[])[],
  states: RenderedStates,
  { colorByTopic }: PageChoices,
): BlockPlan[] {
  return blocks.flatMap((pageBlock, number) => {
    const mentions = (chosen[number] ?? []).flatMap((mention) => {
      const colorScheme = states.get(mention)?.colorScheme;
      return colorScheme
        ? [{ ...mention, style: slotOfColor(colorByTopic.get(mention.topic) ?? ''), colorScheme }]
        : [];
    });
    const traces = pageBlock.traces.flatMap((quoteMatch) => {
      const colorScheme = states.get(quoteMatch)?.colorScheme;
      return colorScheme ? [{ ...quoteMatch, colorScheme }] : [];
    });
    if (mentions.length + traces.length === 0) return [];
    return [{ pageBlock, mentions, traces, signature: signatureOf(mentions, traces) }];
  });
}

/** Two plans of one block with the same signature look the same. */
function signatureOf(
  mentions: readonly HighlightedMention[],
  traces: readonly HighlightedQuoteMatch[],
): string {
  return [
    ...mentions.map(
      ({ entity, start, end, style, colorScheme }) => `${entity} ${start} ${end} ${style} ${colorScheme}`,
    ),
    ...traces.map(
      ({ statement, kind, start, end, colorScheme }) => `${statement} ${kind} ${start} ${end} ${colorScheme}`,
    ),
  ].join('\n');
}

/** So few blocks are drawn within one slice anyway; ordering them is not worth reading their boxes. */
const fewBlocks = 30;

function onScreenFirst(plans: readonly BlockPlan[], win: Window): readonly BlockPlan[] {
  if (plans.length <= fewBlocks) return plans;
  const middle = win.innerHeight / 2;
  const distances = new Map<BlockPlan, number>();
  for (const plan of plans) {
    const box = plan.pageBlock.block.nodes[0]?.parentElement?.getBoundingClientRect();
    distances.set(plan, box ? Math.abs((box.top + box.bottom) / 2 - middle) : Number.POSITIVE_INFINITY);
  }
  return [...plans].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}
