/** What a tab says of itself if no content script of ours answers. */
export interface PageProbe {
  /** Whether the content script has started here; on a page that is not worth reading it answers no call. */
  readonly isReached: boolean;
  /** Whether the document is still loading: the browser injects content scripts once it is complete. */
  readonly isLoading: boolean;
  /** `application/pdf` for Chromium's viewer. */
  readonly contentType: string;
}

/**
 * Runs in the page's frame by `scripting.executeScript`: it is serialised, so it must not refer to anything
 * outside itself.
 */
export function probePage(): PageProbe {
  return {
    // The key of `replace-previous-instance.ts`.
    isReached: Symbol.for('sidelight.page') in globalThis,
    isLoading: document.readyState === 'loading',
    contentType: document.contentType,
  };
}
