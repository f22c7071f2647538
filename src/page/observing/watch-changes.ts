import { createPendingChanges, type IsSelfContained, watchedAttributes } from './pending-changes.ts';

export interface ChangeWatcher {
  /** Observes a root: the document, or an open shadow root. Observing it again has no effect. */
  observe(root: Node): void;
  /** Records a place to read that has no mutation record. */
  addPlace(node: Node): void;
  /** Empties the set. Returns the places to read again, none inside another. */
  drain(): Node[];
  readonly hasPending: boolean;
  /** Runs work that changes the page without observing it. Earlier changes of the page are still reported. */
  unobserved<Result>(work: () => Result): Result;
}

export interface WatchOptions {
  readonly win: Window & typeof globalThis;
  readonly isSelfContained: IsSelfContained;
  /** Every batch at once, for callers that must act before the page continues. */
  readonly onRecords: (records: readonly MutationRecord[]) => void;
  /** Something is pending; called with every batch. */
  readonly onPending: () => void;
  readonly signal: AbortSignal;
}

/** One observer for each root; its records are held until drained. */
export function watchChanges(options: WatchOptions): ChangeWatcher {
  const { win, isSelfContained, onRecords, onPending, signal } = options;
  const pending = createPendingChanges(isSelfContained);
  const observed = new WeakSet<Node>();
  const observer = new win.MutationObserver(handleRecords);
  signal.addEventListener('abort', () => observer.disconnect());

  function handleRecords(records: readonly MutationRecord[]): void {
    if (records.length === 0 || signal.aborted) return;
    onRecords(records);
    pending.add(records);
    if (pending.size > 0) onPending();
  }

  return {
    observe(root) {
      if (observed.has(root) || signal.aborted) return;
      observed.add(root);
      observer.observe(root, {
        subtree: true,
        childList: true,
        characterData: true,
        attributeFilter: watchedAttributes,
        attributeOldValue: true,
      });
    },
    addPlace(node) {
      pending.addPlace(node);
      onPending();
    },
    drain: () => pending.drain(),
    get hasPending() {
      return pending.size > 0;
    },
    unobserved(work) {
      handleRecords(observer.takeRecords());
      try {
        return work();
      } finally {
        observer.takeRecords();
      }
    },
  };
}
