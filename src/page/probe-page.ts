/** What a tab tells of itself where no content script of ours answers. */
export interface PageProbe {
  /** The content script has started here; a page that is not worth reading answers no call all the same. */
  readonly isReached: boolean;
  /** The document is still coming: the browser brings content scripts when it is all there. */
  readonly isLoading: boolean;
  /** `application/pdf` for Chromium's viewer. */
  readonly contentType: string;
}

/** Run in a page's own frame by `scripting.executeScript`: it travels as text and sees nothing from around it. */
export function probePage(): PageProbe {
  return {
    // The key of `replace-previous-instance.ts`.
    isReached: Symbol.for('sidelight.page') in globalThis,
    isLoading: document.readyState === 'loading',
    contentType: document.contentType,
  };
}
