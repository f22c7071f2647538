import type { CDPSession } from 'puppeteer-core';

export interface ScriptCost {
  /** All time on the main thread with a function of the extension on the stack. */
  readonly scriptMs: number;
  /** The longest stretch of it without a pause: what a single task can have taken at most. */
  readonly longestMs: number;
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly url: string; readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples?: readonly number[];
  readonly timeDeltas?: readonly number[];
}

/** 0.1 ms: fine enough for a budget of 5 ms, and V8's sampler keeps up with it. */
const samplingIntervalUs = 100;
/** Two samples of ours with nothing but this between them belong to one stretch. */
const longestGapUs = 300;

export async function startProfile(session: CDPSession): Promise<void> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: samplingIntervalUs });
  await session.send('Profiler.start');
}

/** Stops the profile and reads from it what code under `origin` took. */
export async function stopProfile(session: CDPSession, origin: string): Promise<ScriptCost> {
  const { profile } = (await session.send('Profiler.stop')) as { profile: Profile };
  return measureProfile(profile, origin);
}

/** Exported for its test. */
export function measureProfile(profile: Profile, origin: string): ScriptCost {
  const ours = findOurNodes(profile, origin);
  let scriptUs = 0;
  let stretchUs = 0;
  let gapUs = 0;
  let longestUs = 0;
  for (const [index, node] of (profile.samples ?? []).entries()) {
    // A sample's delta is the time before it: what the sample shows lasts until the next one.
    const duration = profile.timeDeltas?.[index + 1] ?? 0;
    if (ours.has(node)) {
      scriptUs += duration;
      stretchUs += duration + (gapUs <= longestGapUs ? gapUs : 0);
      if (gapUs > longestGapUs) stretchUs = duration;
      gapUs = 0;
      longestUs = Math.max(longestUs, stretchUs);
    } else gapUs += duration;
  }
  return { scriptMs: scriptUs / 1000, longestMs: longestUs / 1000 };
}

/** Nodes with a function of ours on their stack: the browser's own work for us (style, layout) counts as ours. */
function findOurNodes(profile: Profile, origin: string): Set<number> {
  const byId = new Map(profile.nodes.map((node) => [node.id, node]));
  const ours = new Set<number>();
  const visit = (id: number, isOurs: boolean): void => {
    const node = byId.get(id);
    if (!node) return;
    const isOursNow = isOurs || node.callFrame.url.startsWith(origin);
    if (isOursNow) ours.add(id);
    for (const child of node.children ?? []) visit(child, isOursNow);
  };
  const root = profile.nodes[0];
  if (root) visit(root.id, false);
  return ours;
}
