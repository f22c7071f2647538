import { callBackground } from '../messaging/call-background.ts';
import type { MarkStyle } from '../settings/settings.ts';

/** The style sheet of the marks in one frame. */
export interface MarkSheet {
  /** Something is drawn: the sheet is brought, if it is not there. Before that `restyle` must say in which style. */
  show(): void;
  /** Nothing is drawn any more, and nothing of ours stays. */
  hide(): void;
  restyle(style: MarkStyle): void;
}

/**
 * One call after the other, because a sheet that was put in and taken out in the wrong order would be missing in the end.
 * @param secret see `settings/mark-style/mark-names.ts`
 */
export function createMarkSheet(nameSeed: string): MarkSheet {
  let chosen: MarkStyle | null = null;
  let isShown = false;
  let inPage: MarkStyle | null = null;
  let last: Promise<void> = Promise.resolve();

  function update(): void {
    const now = isShown ? chosen : null;
    if (now === inPage || JSON.stringify(now) === JSON.stringify(inPage)) return;
    const request = { secret: nameSeed, before: inPage, now };
    inPage = now;
    // A frame that cannot be styled keeps the style that it has; its marks are there all the same.
    last = last.then(() => callBackground('restyleMarks', request)).catch(() => undefined);
  }

  return {
    show() {
      isShown = true;
      update();
    },
    hide() {
      isShown = false;
      update();
    },
    restyle(style) {
      chosen = style;
      update();
    },
  };
}
