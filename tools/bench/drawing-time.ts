import type { BrowserName } from '../browsers/find-browser.ts';
import { quantile } from './quantile.ts';

export interface DrawingVisit {
  readonly browser: BrowserName;
  readonly page: string;
  readonly subject: string;
  readonly ms: number;
}

export interface DrawingRow {
  readonly browser: BrowserName;
  readonly subject: string;
  readonly pages: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Page by page; positive if the subject is later than the first one. */
  readonly medianLaterMs: number;
}

/** The fastest visit of each page counts, as other work on the machine only adds. */
export function summariseDrawing(visits: readonly DrawingVisit[]): DrawingRow[] {
  const subjects = [...new Set(visits.map(({ subject }) => subject))];
  const [first = ''] = subjects;
  const firstTimes = fastestByPage(visits, first);
  return subjects.map((subject) => {
    const times = fastestByPage(visits, subject);
    const all = [...times.values()];
    const later = [...times].flatMap(([page, ms]) => {
      const firstMs = firstTimes.get(page);
      return firstMs === undefined ? [] : [ms - firstMs];
    });
    return {
      browser: (visits[0] as DrawingVisit).browser,
      subject,
      pages: all.length,
      medianMs: round(quantile(all, 0.5)),
      p95Ms: round(quantile(all, 0.95)),
      medianLaterMs: round(quantile(later, 0.5)),
    };
  });
}

function fastestByPage(visits: readonly DrawingVisit[], subject: string): Map<string, number> {
  const fastest = new Map<string, number>();
  for (const visit of visits) {
    if (visit.subject !== subject) continue;
    fastest.set(visit.page, Math.min(visit.ms, fastest.get(visit.page) ?? Number.POSITIVE_INFINITY));
  }
  return fastest;
}

const round = (ms: number): number => Math.round(ms * 10) / 10;
