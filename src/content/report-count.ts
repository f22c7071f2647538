import { callBackground } from '../messaging/call-background.ts';

/** Tells the background what this frame has painted, for the badge. */
export function reportCount(mentions: number, traces: number): Promise<void> {
  return callBackground('reportCount', {
    mentions,
    traces,
    startedAtMs: performance.timeOrigin,
  });
}
