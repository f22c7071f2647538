import { callBackground } from '../messaging/call-background.ts';

/** Reports to the background what this frame has drawn, for the badge. */
export function reportCount(mentions: number, traces: number): Promise<void> {
  return callBackground('reportCount', {
    mentions,
    traces,
    startedAtMs: performance.timeOrigin,
  });
}
