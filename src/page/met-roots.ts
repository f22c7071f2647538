import { finishSteps } from '../matching/finish-steps.ts';
import { isClobbered } from './clobbering.ts';
import { isHuge } from './reading-limit.ts';
import { findShadowRoots, hasRootlessCustomElements } from './shadow-roots.ts';

/** When custom elements may be upgraded without any record of it: looked for again after these waits. */
export const upgradeChecksMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];

/** The open shadow roots that reading a document has led to. */
export class MetRoots {
  readonly #document: Document;
  readonly #roots = new Set<ShadowRoot>();
  #hadRootless = false;

  constructor(document: Document) {
    this.#document = document;
  }

  /** Returns whether the root is a new one. */
  add(root: ShadowRoot): boolean {
    const isNew = !this.#roots.has(root);
    this.#roots.add(root);
    return isNew;
  }

  listConnected(): ShadowRoot[] {
    return [...this.#roots].filter((root) => root.host.isConnected);
  }

  /** Whether all of the page is an editor, or the document or one of the roots cannot be read (clobbering.ts). */
  isLeftAlone(): boolean {
    if (this.#document.designMode === 'on') return true;
    return isClobbered(this.#document) || [...this.#roots].some(isClobbered);
  }

  /** Whether a custom element may still be defined, and get its shadow root then. */
  mayUpgrade(): boolean {
    this.#hadRootless = !isHuge(this.#document) && hasRootlessCustomElements(this.#document);
    return this.#hadRootless;
  }

  /** Roots not met yet: a custom element that is defined late gets its shadow root without any record of it. */
  findNew(): ShadowRoot[] {
    // Of so large a page only the beginning is read; what comes late there is not waited for.
    if (isHuge(this.#document)) return [];
    const wasRootless = this.#hadRootless;
    this.#hadRootless = hasRootlessCustomElements(this.#document);
    if (!wasRootless && !this.#hadRootless) return [];
    return finishSteps(findShadowRoots(this.#document)).filter((root) => !this.#roots.has(root));
  }
}
