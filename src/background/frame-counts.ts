/** What the frames of one tab have painted. Frame 0 is the top frame. */
export interface FrameCount {
  readonly frameId: number;
  readonly mentions: number;
  readonly traces: number;
  /** When the frame's document began (`performance.timeOrigin`). */
  readonly startedAtMs: number;
}

/**
 * The counts of a tab after one frame reported. A new document in the top frame ends what came before it: frames of the
 * earlier page began earlier than their successor's top frame. No browser event is needed for it, which would wake
 * the background at every navigation.
 */
export function addFrameCount(counts: readonly FrameCount[], reported: FrameCount): FrameCount[] {
  const others = counts.filter(({ frameId }) => frameId !== reported.frameId);
  const remaining =
    reported.frameId === 0 ? others.filter(({ startedAtMs }) => startedAtMs >= reported.startedAtMs) : others;
  return [...remaining, reported];
}

/** The frames worth asking what they mention, the top frame always and first. */
export function countedFrames(counts: readonly FrameCount[]): number[] {
  const painted = counts
    .filter(({ mentions, traces }) => mentions + traces > 0)
    .map(({ frameId }) => frameId);
  return [...new Set([0, ...painted])].sort((a, b) => a - b);
}

export function badgeText(counts: readonly FrameCount[]): string {
  const sum = counts.reduce((total, { mentions, traces }) => total + mentions + traces, 0);
  // The badge has room for three characters or four.
  return sum === 0 ? '' : sum > 999 ? '999+' : String(sum);
}
