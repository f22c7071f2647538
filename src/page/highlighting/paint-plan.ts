import type { PageChoices } from '../../contracts/page-choices.ts';
import type { Mention } from '../../matching/names/mention.ts';
import type { Trace } from '../../matching/quotations/trace.ts';
import type { ObservableBoxes } from '../dom/element-layout.ts';
import type { PageBlock } from '../reading/page-text.ts';
import type { TextBlock } from '../reading/text-block.ts';
import { chooseMarks, hasSomethingToShow } from './choose-marks.ts';
import type { PagePainter } from './page-painter.ts';
import { type PaintedItem, toItems } from './painted-item.ts';
import type { PaintedMention, PaintedTrace } from './painted-mention.ts';
import { slotOfColor } from './palette.ts';
import { type Look, readLook } from './read-look.ts';

export interface PaintPlanOptions {
  readonly view: Window;
  /** Undefined while it is being brought. */
  readonly painter: () => PagePainter | undefined;
  /** The boxes around all text that is painted, or is not because nobody can see it; told after each pass. */
  readonly onWatched: (boxes: readonly ObservableBoxes[]) => void;
  /** Something is about to be painted. */
  readonly onPaint: () => void;
}

export interface PaintPlan {
  /** What is painted, in reading order. */
  readonly items: readonly PaintedItem[];
  /** Brings the paint up to date, touching only blocks where it differs, those on screen first. */
  paint(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void>;
  /**
   * Whether what was hidden can be seen now, or what is painted is hidden now or has another ground: then `paint` has something to do.
   */
  looksDifferent(): Generator<undefined, boolean>;
  /** Blocks whose text no longer stands. */
  remove(blocks: readonly PageBlock[]): void;
  clear(): void;
}

interface BlockPlan {
  readonly pageBlock: PageBlock;
  readonly mentions: readonly PaintedMention[];
  readonly traces: readonly PaintedTrace[];
  readonly signature: string;
}

/** A mention or a quote match, and how it looked when it was last asked. */
interface WatchedLook extends Look {
  readonly block: TextBlock;
  readonly item: Mention | Trace;
}

type Looks = ReadonlyMap<Mention | Trace, WatchedLook>;

export function createPaintPlan(options: PaintPlanOptions): PaintPlan {
  const { view, painter } = options;
  const signatures = new Map<PageBlock, string>();
  /** Of the blocks that have something to paint. */
  let plans: readonly BlockPlan[] = [];
  let watched: readonly WatchedLook[] = [];

  function* paint(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void> {
    // Most pages that name Amazon in passing have nothing else: they need not be laid out or outlined.
    const isWorthIt = hasSomethingToShow(blocks);
    const looks: Looks = isWorthIt ? yield* readLooks(blocks) : new Map();
    const isSeen = (item: Mention | Trace) => looks.get(item)?.tone !== undefined;
    const chosen = isWorthIt ? yield* chooseMarks(blocks, choices, isSeen) : [];
    plans = planBlocks(blocks, chosen, looks, choices);
    const painted = new Set<Mention | Trace>([...chosen.flat(), ...blocks.flatMap(({ traces }) => traces)]);
    watch([...looks.values()].filter(({ item }) => painted.has(item) || !isSeen(item)));
    const planned = new Set(plans.map(({ pageBlock }) => pageBlock));
    for (const pageBlock of [...signatures.keys()]) {
      if (!planned.has(pageBlock)) unpaint(pageBlock);
    }
    const due = plans.filter(({ pageBlock, signature }) => signatures.get(pageBlock) !== signature);
    for (const { pageBlock, mentions, traces, signature } of onScreenFirst(due, view)) {
      // The page may have gone on since the block was read; what it changed is noted and comes again.
      if (!pageBlock.block.nodes.every((node) => node.isConnected)) continue;
      options.onPaint();
      painter()?.paint(pageBlock.block, mentions, traces);
      signatures.set(pageBlock, signature);
      yield;
    }
  }

  function watch(looks: readonly WatchedLook[]): void {
    watched = looks;
    options.onWatched(looks.flatMap(({ boxes }) => boxes ?? []));
  }

  function unpaint(pageBlock: PageBlock): void {
    if (signatures.delete(pageBlock)) painter()?.clear(pageBlock.block);
  }

  return {
    get items() {
      return plans
        .filter(({ pageBlock }) => signatures.has(pageBlock))
        .flatMap(({ pageBlock, mentions, traces }) => toItems(pageBlock.block, mentions, traces));
    },
    paint,
    *looksDifferent() {
      for (const { block, item, tone } of watched) {
        if (readLook(block, item).tone !== tone) return true;
        yield;
      }
      return false;
    },
    remove(blocks) {
      for (const block of blocks) unpaint(block);
    },
    clear() {
      painter()?.clear();
      signatures.clear();
      plans = [];
      watch([]);
    },
  };
}

/** How everything that was found looks. */
function* readLooks(blocks: readonly PageBlock[]): Generator<undefined, Looks> {
  const looks = new Map<Mention | Trace, WatchedLook>();
  for (const { block, mentions, traces } of blocks) {
    for (const item of [...mentions, ...traces]) {
      looks.set(item, { ...readLook(block, item), block, item });
      yield;
    }
  }
  return looks;
}

/** What of the blocks is to be painted. */
function planBlocks(
  blocks: readonly PageBlock[],
  chosen: readonly (readonly Mention[])[],
  looks: Looks,
  { colorByTopic }: PageChoices,
): BlockPlan[] {
  return blocks.flatMap((pageBlock, number) => {
    const mentions = (chosen[number] ?? []).flatMap((mention) => {
      const tone = looks.get(mention)?.tone;
      return tone ? [{ ...mention, style: slotOfColor(colorByTopic.get(mention.topic) ?? ''), tone }] : [];
    });
    const traces = pageBlock.traces.flatMap((trace) => {
      const tone = looks.get(trace)?.tone;
      return tone ? [{ ...trace, tone }] : [];
    });
    if (mentions.length + traces.length === 0) return [];
    return [{ pageBlock, mentions, traces, signature: describe(mentions, traces) }];
  });
}

/** Two plans of one block that read the same look the same. */
function describe(mentions: readonly PaintedMention[], traces: readonly PaintedTrace[]): string {
  return [
    ...mentions.map(({ entity, start, end, style, tone }) => `${entity} ${start} ${end} ${style} ${tone}`),
    ...traces.map(({ statement, kind, start, end, tone }) => `${statement} ${kind} ${start} ${end} ${tone}`),
  ].join('\n');
}

/** Few blocks are painted within one slice anyway; for them the order is not worth asking for boxes. */
const fewBlocks = 30;

function onScreenFirst(plans: readonly BlockPlan[], view: Window): readonly BlockPlan[] {
  if (plans.length <= fewBlocks) return plans;
  const middle = view.innerHeight / 2;
  const distances = new Map<BlockPlan, number>();
  for (const plan of plans) {
    const box = plan.pageBlock.block.nodes[0]?.parentElement?.getBoundingClientRect();
    distances.set(plan, box ? Math.abs((box.top + box.bottom) / 2 - middle) : Number.POSITIVE_INFINITY);
  }
  return [...plans].sort((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0));
}
