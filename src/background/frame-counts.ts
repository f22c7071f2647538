/** How much the lists name for one frame of a tab: entities and statements. Frame 0 is the top frame. */
export interface FrameCount {
  readonly frameId: number;
  readonly mentions: number;
  readonly traces: number;
  /** When the frame's document started (`performance.timeOrigin`). */
  readonly startedAtMs: number;
}

/**
 * The counts of a tab after a report of one frame. A new document in the top frame discards earlier counts:
 * frames of the previous page started before the new top frame. Needs no browser event, which would wake the
 * background at every navigation.
 */
export function addFrameCount(counts: readonly FrameCount[], reported: FrameCount): FrameCount[] {
  const others = counts.filter(({ frameId }) => frameId !== reported.frameId);
  const remaining =
    reported.frameId === 0 ? others.filter(({ startedAtMs }) => startedAtMs >= reported.startedAtMs) : others;
  return [...remaining, reported];
}

/** The frames to ask for their mentions: the top frame first, always. */
export function countedFrames(counts: readonly FrameCount[]): number[] {
  const painted = counts
    .filter(({ mentions, traces }) => mentions + traces > 0)
    .map(({ frameId }) => frameId);
  return [...new Set([0, ...painted])].sort((a, b) => a - b);
}

export function badgeText(counts: readonly FrameCount[]): string {
  const sum = counts.reduce((total, { mentions, traces }) => total + mentions + traces, 0);
  // The badge has space for three or four characters.
  return sum === 0 ? '' : sum > 999 ? '999+' : String(sum);
}
