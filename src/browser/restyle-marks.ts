import type { MarkStyle } from '../settings/settings.ts';
import { callBackground } from './call-background.ts';

/**
 * For one frame that has been drawn in `style`: tells of each new style that the reader chooses. One call after the other,
 * because a sheet that was put in and taken out in the wrong order would be missing in the end.
 */
export function createMarkRestyler(style: MarkStyle): (chosen: MarkStyle) => void {
  let shown = style;
  let last: Promise<void> = Promise.resolve();
  return (chosen) => {
    if (JSON.stringify(chosen) === JSON.stringify(shown)) return;
    const request = { before: shown, now: chosen };
    shown = chosen;
    // A frame that cannot be styled keeps the style that it has; its marks are there all the same.
    last = last.then(() => callBackground('restyleMarks', request)).catch(() => undefined);
  };
}
