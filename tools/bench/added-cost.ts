import type { BrowserName } from '../browsers/find-browser.ts';
import { quantile } from './quantile.ts';

/** What one load of a page cost its main thread and its heap. */
export interface PageCost {
  /** Processor time in scripts; undefined in Firefox, which reports only the thread's total. */
  readonly scriptMs: number | undefined;
  /** Total processor time. */
  readonly taskMs: number;
  /** Chromium: the page's heap. Firefox: the memory of the extension's content scripts in the page's process. */
  readonly heapBytes: number;
}

export interface CostVisit {
  readonly browser: BrowserName;
  readonly page: string;
  /** What the page was loaded with; `baseline` is an extension without content script. */
  readonly subject: string;
  readonly cost: PageCost;
  /** How many marks were drawn. */
  readonly marks: number;
}

export const baseline = 'no extension';

/** What a subject adds to a page: the difference from the baseline, page by page. */
export interface AddedRow {
  readonly browser: BrowserName;
  readonly subject: string;
  readonly pages: 'nothing to show' | 'with marks';
  readonly count: number;
  readonly scriptMedianMs: number | undefined;
  readonly scriptP95Ms: number | undefined;
  readonly taskMedianMs: number;
  readonly taskP95Ms: number;
  readonly heapMedianMB: number;
  readonly heapP95MB: number;
  /** The page with the most added task time: where to begin looking. */
  readonly worstPage: string;
}

type Quantity = keyof PageCost;

/**
 * The cheapest visit of each page with each subject counts, as other work on the machine only adds.
 * @param judge the subject whose marks decide whether a page has something to show
 */
export function summariseAdded(visits: readonly CostVisit[], judge: string): AddedRow[] {
  const rows: AddedRow[] = [];
  for (const browser of new Set(visits.map((visit) => visit.browser))) {
    const own = visits.filter((visit) => visit.browser === browser);
    const marked = new Set(
      own.filter(({ subject, marks }) => subject === judge && marks > 0).map(({ page }) => page),
    );
    const subjects = new Set(own.map(({ subject }) => subject).filter((subject) => subject !== baseline));
    for (const kind of ['nothing to show', 'with marks'] as const) {
      const ofKind = own.filter(({ page }) => marked.has(page) === (kind === 'with marks'));
      for (const subject of subjects) {
        const added = (quantity: Quantity) => addedBy(ofKind, subject, quantity);
        const byTask = added('taskMs').sort((a, b) => b.added - a.added);
        const [worst] = byTask;
        if (!worst) continue;
        const task = byTask.map((page) => page.added);
        const script = added('scriptMs').map((page) => page.added);
        const heap = added('heapBytes').map((page) => page.added);
        rows.push({
          browser,
          subject,
          pages: kind,
          count: task.length,
          scriptMedianMs: script.length === 0 ? undefined : round(quantile(script, 0.5)),
          scriptP95Ms: script.length === 0 ? undefined : round(quantile(script, 0.95)),
          taskMedianMs: round(quantile(task, 0.5)),
          taskP95Ms: round(quantile(task, 0.95)),
          heapMedianMB: round(quantile(heap, 0.5) / 1e6),
          heapP95MB: round(quantile(heap, 0.95) / 1e6),
          worstPage: worst.page,
        });
      }
    }
  }
  return rows;
}

/** For each page that was loaded both ways. */
function addedBy(
  visits: readonly CostVisit[],
  subject: string,
  quantity: Quantity,
): { readonly page: string; readonly added: number }[] {
  const without = cheapestByPage(visits, baseline, quantity);
  return [...cheapestByPage(visits, subject, quantity)].flatMap(([page, cost]) => {
    const bare = without.get(page);
    return bare === undefined ? [] : [{ page, added: cost - bare }];
  });
}

function cheapestByPage(
  visits: readonly CostVisit[],
  subject: string,
  quantity: Quantity,
): Map<string, number> {
  const cheapest = new Map<string, number>();
  for (const visit of visits) {
    const cost = visit.cost[quantity];
    if (visit.subject !== subject || cost === undefined) continue;
    cheapest.set(visit.page, Math.min(cost, cheapest.get(visit.page) ?? Number.POSITIVE_INFINITY));
  }
  return cheapest;
}

const round = (value: number): number => Math.round(value * 100) / 100;
