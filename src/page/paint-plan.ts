import { chooseMarks } from './choose-marks.ts';
import type { PageChoices } from './page-choices.ts';
import type { PagePainter } from './page-painter.ts';
import type { PageBlock } from './page-text.ts';
import { type PaintedItem, toItems } from './painted-item.ts';
import type { PaintedMention } from './painted-mention.ts';

export interface PaintPlanOptions {
  readonly view: Window;
  /** Undefined while it is being brought. */
  readonly painter: () => PagePainter | undefined;
  /** An element that holds something to paint, but is not displayed now. */
  readonly onHidden: (element: Element) => void;
  /** Something is about to be painted. */
  readonly onPaint: () => void;
}

export interface PaintPlan {
  /** What is painted, in reading order. */
  readonly items: readonly PaintedItem[];
  /** Brings the paint up to date, touching only blocks where it differs, those on screen first. */
  paint(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void>;
  /** Blocks whose text no longer stands. */
  remove(blocks: readonly PageBlock[]): void;
  /** The paint must be laid on anew although nothing else has changed: the page's colours have. */
  forgetPainted(): void;
  clear(): void;
}

interface BlockPlan {
  readonly pageBlock: PageBlock;
  readonly mentions: readonly PaintedMention[];
  readonly signature: string;
}

export function createPaintPlan(options: PaintPlanOptions): PaintPlan {
  const { view, painter } = options;
  const signatures = new Map<PageBlock, string>();
  /** Of the blocks that have something to paint. */
  let plans: readonly BlockPlan[] = [];

  function* paint(blocks: readonly PageBlock[], choices: PageChoices): Generator<undefined, void> {
    plans = yield* planBlocks(options, blocks, choices);
    const planned = new Set(plans.map(({ pageBlock }) => pageBlock));
    for (const pageBlock of [...signatures.keys()]) {
      if (!planned.has(pageBlock)) unpaint(pageBlock);
    }
    const due = plans.filter(({ pageBlock, signature }) => signatures.get(pageBlock) !== signature);
    for (const { pageBlock, mentions, signature } of onScreenFirst(due, view)) {
      // The page may have gone on since the block was read; what it changed is noted and comes again.
      if (!pageBlock.block.nodes.every((node) => node.isConnected)) continue;
      options.onPaint();
      painter()?.paint(pageBlock.block, mentions, pageBlock.traces);
      signatures.set(pageBlock, signature);
      yield;
    }
  }

  function unpaint(pageBlock: PageBlock): void {
    if (signatures.delete(pageBlock)) painter()?.clear(pageBlock.block);
  }

  return {
    get items() {
      return plans
        .filter(({ pageBlock }) => signatures.has(pageBlock))
        .flatMap(({ pageBlock, mentions }) => toItems(pageBlock.block, mentions, pageBlock.traces));
    },
    paint,
    remove(blocks) {
      for (const block of blocks) unpaint(block);
    },
    forgetPainted() {
      for (const block of signatures.keys()) signatures.set(block, '');
    },
    clear() {
      painter()?.clear();
      signatures.clear();
      plans = [];
    },
  };
}

/** What of the blocks is to be painted. */
function* planBlocks(
  { onHidden }: PaintPlanOptions,
  blocks: readonly PageBlock[],
  choices: PageChoices,
): Generator<undefined, BlockPlan[]> {
  const seen = new Set<PageBlock>();
  for (const pageBlock of blocks) {
    if (pageBlock.mentions.length + pageBlock.traces.length === 0) continue;
    yield;
    const element = pageBlock.block.nodes[0]?.parentElement;
    if (element?.checkVisibility({ visibilityProperty: true })) seen.add(pageBlock);
    else if (element) onHidden(element);
  }
  // Hidden text has its say as evidence, but takes no mark: the first mention that a reader can see gets it.
  const candidates = blocks.map((block) => (seen.has(block) ? block.mentions : []));
  const shown = yield* chooseMarks(blocks, candidates, choices);
  return blocks.flatMap((pageBlock, number) => {
    const mentions = shown[number] ?? [];
    if (!seen.has(pageBlock) || mentions.length + pageBlock.traces.length === 0) return [];
    return [{ pageBlock, mentions, signature: describe(mentions, pageBlock) }];
  });
}

/** Two plans of one block that read the same look the same. */
function describe(mentions: readonly PaintedMention[], { traces }: PageBlock): string {
  return [
    ...mentions.map(({ entity, start, end, style }) => `${entity} ${start} ${end} ${style}`),
    ...traces.map(({ statement, kind, start, end }) => `${statement} ${kind} ${start} ${end}`),
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
