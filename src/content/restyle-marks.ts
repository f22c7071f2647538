import { callBackground } from '../messaging/call-background.ts';
import type { MarkStyle } from '../settings/settings.ts';

/** The style sheet of the marks in one frame. */
export interface MarkSheet {
  /**
   * Inserts the sheet, if it is not there, because something is drawn. Call `restyle` first to choose the
   * style.
   */
  show(): void;
  /** Removes the sheet, because nothing is drawn any more. */
  hide(): void;
  restyle(style: MarkStyle): void;
}

/**
 * Makes its calls one after the other, because inserting and removing in the wrong order would lose the
 * sheet.
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
    // A frame that cannot be restyled keeps its style; its marks are drawn all the same.
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
