import { scaleUtc } from 'd3-scale';
import type { DatedItem } from '../briefing/briefing.ts';
import { firstDayOf, lastDayOf } from '../briefing/order-dates.ts';

/** A point of the timeline: lengths are pixels from the left edge, lanes count from 0 next to the axis. */
export interface TimelinePoint {
  readonly item: DatedItem;
  readonly x: number;
  readonly lane: number;
}

export interface TimelineLayout {
  readonly points: readonly TimelinePoint[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** Where this page's own date stands; absent where it has none. */
  readonly pageX?: number;
  readonly laneCount: number;
}

/** A finger's width between two points of one lane (WCAG 2.2, 2.5.8: targets of 24 px). */
const pointWidth = 24;
/** Years stand legibly this far apart. */
const tickWidth = 56;

/**
 * Lays the items out to scale on `width` pixels. A date known to the month or the year stands in the middle of it.
 * Points that would overlap go to the next lane with room.
 */
export function layOutTimeline(
  items: readonly DatedItem[],
  pageDate: string | null,
  width: number,
): TimelineLayout {
  const times = items.map(middleOf);
  const pageTime = pageDate === null ? undefined : Date.parse(pageDate);
  const all = pageTime === undefined || Number.isNaN(pageTime) ? times : [...times, pageTime];
  if (all.length === 0) return { points: [], ticks: [], laneCount: 0 };
  const scale = scaleUtc()
    .domain([Math.min(...all), Math.max(...all)])
    .nice()
    .range([pointWidth / 2, width - pointWidth / 2]);
  const format = scale.tickFormat();
  const laneEnds: number[] = [];
  const points = items.map((item, place) => {
    const x = scale(times[place] as number);
    let lane = laneEnds.findIndex((end) => x - end >= pointWidth);
    if (lane < 0) lane = laneEnds.length;
    laneEnds[lane] = x;
    return { item, x, lane };
  });
  return {
    points,
    ticks: scale
      .ticks(Math.max(2, Math.floor(width / tickWidth)))
      .map((time) => ({ x: scale(time), label: format(time) })),
    ...(all !== times && pageTime !== undefined && { pageX: scale(pageTime) }),
    laneCount: laneEnds.length,
  };
}

function middleOf({ date }: DatedItem): number {
  return (Date.parse(firstDayOf(date)) + Date.parse(endOf(lastDayOf(date)))) / 2;
}

/** `lastDayOf` gives every month 31 days, for comparing; a clock wants a day that exists. */
function endOf(day: string): string {
  return Number.isNaN(Date.parse(day)) ? day.replace(/31$/, '28') : day;
}
