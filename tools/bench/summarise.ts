import { quantile } from './quantile.ts';
import type { StageResult } from './stage.ts';

export interface PageMeasurement extends StageResult {
  readonly page: string;
  readonly what: string;
  readonly failure?: string;
}

export interface BenchResult {
  readonly what: string;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  readonly medianToFloor: number;
  readonly p95ToFloor: number;
  readonly failedPages?: number;
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * One row for each stage: the fastest repeat of each page counts, as a ratio to the same page's lower bound (`floor`).
 */
export function summarise(measured: readonly PageMeasurement[]): BenchResult[] {
  const floor = fastestByPage(measured.filter(({ what }) => what === 'floor'));
  return [...new Set(measured.map(({ what }) => what))].map((what) => {
    const group = measured.filter((one) => one.what === what);
    const fastest = fastestByPage(group);
    const times = [...fastest.values()];
    // If the lower bound itself failed, there is nothing to compare with.
    const ratios = [...fastest].flatMap(([page, ms]) => {
      const floorMs = floor.get(page);
      return floorMs === undefined ? [] : [ms / floorMs];
    });
    const failed = new Set(group.filter(({ failure }) => failure).map(({ page }) => page));
    return {
      what,
      medianMs: round(quantile(times, 0.5)),
      p95Ms: round(quantile(times, 0.95)),
      maxMs: round(quantile(times, 1)),
      medianToFloor: round(quantile(ratios, 0.5)),
      p95ToFloor: round(quantile(ratios, 0.95)),
      ...(failed.size > 0 && { failedPages: failed.size }),
    };
  });
}

function fastestByPage(group: readonly PageMeasurement[]): Map<string, number> {
  const fastest = new Map<string, number>();
  for (const { page, ms } of group) {
    if (!Number.isNaN(ms)) fastest.set(page, Math.min(ms, fastest.get(page) ?? Number.POSITIVE_INFINITY));
  }
  return fastest;
}

export interface FoundComparison {
  readonly what: string;
  /** Occurrences in all pages together. */
  readonly found: number;
  /** Spellings on some page that only the scan found, and the other way round. */
  readonly missed: number;
  readonly more: number;
}

/** Checks that no engine is fast by finding less: distinct spellings, page by page, compared with the scan's. */
export function compareFound(measured: readonly PageMeasurement[]): FoundComparison[] {
  const spellings = (what: string) => {
    const byPage = new Map<string, Set<string>>();
    for (const one of measured) {
      if (one.what !== what || !one.found) continue;
      byPage.set(one.page, new Set(one.found.map((text) => text.replace(/\s+/g, ' ').trim().toLowerCase())));
    }
    return byPage;
  };
  const scanned = spellings('scan');
  const whats = [...new Set(measured.filter(({ found }) => found).map(({ what }) => what))];
  return whats.map((what) => {
    let missed = 0;
    let more = 0;
    for (const [page, found] of spellings(what)) {
      const ours = scanned.get(page) ?? new Set();
      missed += [...ours].filter((text) => !found.has(text)).length;
      more += [...found].filter((text) => !ours.has(text)).length;
    }
    const firsts = new Map(
      measured.filter((one) => one.what === what).map((one) => [one.page, one.found?.length ?? 0]),
    );
    return { what, found: [...firsts.values()].reduce((sum, count) => sum + count, 0), missed, more };
  });
}
