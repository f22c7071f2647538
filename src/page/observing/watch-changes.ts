import { createPendingChanges, type IsSelfContained, watchedAttributes } from './pending-changes.ts';

export interface ChangeWatcher {
  /** Watches a root: the document, or an open shadow root. Watching it twice is watching it once. */
  observe(root: Node): void;
  /** Notes a place that must be read although no record tells of it. */
  addPlace(node: Node): void;
  /** The places to read anew, none inside another; the set is empty afterwards. */
  drain(): Node[];
  readonly hasPending: boolean;
  /** Runs work whose changes to the page are our own: the page's are heard before, ours are not heard. */
  unobserved<Result>(work: () => Result): Result;
}

export interface WatchOptions {
  readonly win: Window & typeof globalThis;
  readonly isSelfContained: IsSelfContained;
  /** Every batch, at once: for those who must act before the page goes on. */
  readonly onRecords: (records: readonly MutationRecord[]) => void;
  /** Something is pending; called with every batch. */
  readonly onPending: () => void;
  readonly signal: AbortSignal;
}

/** One observer for each root; what it reports is kept until it is taken. */
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
