import { isClobbered } from '../dom/clobbering.ts';
import { isHuge } from '../dom/reading-limit.ts';

/** When custom elements may be upgraded without any record of it: looked for again after these waits. */
export const upgradeChecksMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];

/** The open shadow roots that reading a document has led to. */
export class DiscoveredRoots {
  readonly #document: Document;
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that were not defined when they were met, and have no root yet. */
  readonly #waiting = new Set<Element>();

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
  isIgnored(): boolean {
    if (this.#document.designMode === 'on') return true;
    return isClobbered(this.#document) || [...this.#roots].some(isClobbered);
  }

  /** Notes the custom elements that may still be defined, and get their shadow roots then; returns whether there are any. */
  noteUndefined(): boolean {
    // Of so large a page only the beginning is read; what comes late there is not waited for.
    if (isHuge(this.#document)) return false;
    for (const tree of [this.#document, ...this.listConnected()]) {
      for (const element of tree.querySelectorAll(':not(:defined)')) {
        if (element.shadowRoot === null && element.localName.includes('-')) this.#waiting.add(element);
      }
    }
    return this.#waiting.size > 0;
  }

  /** Roots not met yet: a custom element that is defined late gets its shadow root without any record of it. */
  findNew(): ShadowRoot[] {
    this.noteUndefined();
    const found: ShadowRoot[] = [];
    for (const element of this.#waiting) {
      const root = element.shadowRoot;
      if (root || !element.isConnected) this.#waiting.delete(element);
      if (root && !this.#roots.has(root)) found.push(root);
    }
    return found;
  }
}
