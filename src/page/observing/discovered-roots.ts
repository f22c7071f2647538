import { isClobbered } from '../dom/clobbering.ts';
import { isHuge } from '../dom/reading-limit.ts';

/** When to check for upgraded custom elements, which no mutation record reports. */
export const upgradeChecksMs = [250, 500, 1_000, 2_000, 4_000, 8_000, 16_000];

/** The open shadow roots discovered so far in a document. */
export class DiscoveredRoots {
  readonly #document: Document;
  readonly #roots = new Set<ShadowRoot>();
  /** Custom elements that were undefined when discovered and have no root yet. */
  readonly #waiting = new Set<Element>();

  constructor(document: Document) {
    this.#document = document;
  }

  /** Returns whether the root is new. */
  add(root: ShadowRoot): boolean {
    const isNew = !this.#roots.has(root);
    this.#roots.add(root);
    return isNew;
  }

  listConnected(): ShadowRoot[] {
    return [...this.#roots].filter((root) => root.host.isConnected);
  }

  /** Whether the whole page is an editor, or the document or one of the roots cannot be read (clobbering.ts). */
  isIgnored(): boolean {
    if (this.#document.designMode === 'on') return true;
    return isClobbered(this.#document) || [...this.#roots].some(isClobbered);
  }

  /** Records the custom elements that may yet be defined and get a shadow root. Returns whether there are any. */
  noteUndefined(): boolean {
    // Only the start of such a large page is read, so late upgrades do not matter there.
    if (isHuge(this.#document)) return false;
    for (const tree of [this.#document, ...this.listConnected()]) {
      for (const element of tree.querySelectorAll(':not(:defined)')) {
        if (element.shadowRoot === null && element.localName.includes('-')) this.#waiting.add(element);
      }
    }
    return this.#waiting.size > 0;
  }

  /** New roots: a custom element that is defined late gets its shadow root without a mutation record. */
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
