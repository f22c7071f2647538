import { utcTickInterval, utcTicks } from 'd3-time';
import { perLanguage } from '../../../i18n/language.ts';
import { firstDayOf, lastDayOf } from '../../../view-models/order-dates.ts';
import type { DatedItem } from '../../../view-models/panel-content.ts';

/** One point on the timeline: items at that time, or too close to it to be told apart. */
export interface TimelinePoint {
  /** Oldest first; never empty. */
  readonly items: readonly DatedItem[];
  /** Units from the edge where the line begins: the left one, or the right one in a right-to-left language. */
  readonly x: number;
}

export interface TimelineLayout {
  readonly points: readonly TimelinePoint[];
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  /** The position of the page's own date; absent if it has none. */
  readonly pageX?: number;
}

/** All sizes are in units that are a pixel at the browsers' usual text size and grow with the reader's (`timeline-view.css`). */
export const timelineHeight = 58;
/** A finger's width from one point to the next (WCAG 2.2, 2.5.8: targets of 24 px). */
export const pointWidth = 24;
/** The distance at which year labels are legible. */
const tickWidth = 56;

/**
 * Lays the items, oldest first, out to scale on `width` units. A date known only to the month or year is placed in the
 * middle of it. Items that would overlap share a point: a crowd of dots can be neither read nor pressed.
 */
export function layOutTimeline(
  items: readonly DatedItem[],
  pageDate: string | null,
  width: number,
): TimelineLayout {
  const times = items.map(middleOf);
  const pageTime = pageDate === null ? Number.NaN : Date.parse(pageDate);
  const all = Number.isNaN(pageTime) ? times : [...times, pageTime];
  if (all.length === 0) return { points: [], ticks: [] };
  const [from, to] = roundOut(Math.min(...all), Math.max(...all));
  const placeOf = (time: number) => {
    const share = from === to ? 0.5 : (time - from) / (to - from);
    return pointWidth / 2 + share * (width - pointWidth);
  };
  return {
    points: groupPoints(items, times.map(placeOf)),
    ticks: utcTicks(new Date(from), new Date(to), Math.max(2, Math.floor(width / tickWidth)))
      // A timeline of a few days would have ticks at noon, but dates have no hours.
      .filter((time) => time.getTime() % dayMs === 0)
      .map((time) => ({ x: placeOf(time.getTime()), label: labelTick(time) })),
    ...(!Number.isNaN(pageTime) && { pageX: placeOf(pageTime) }),
  };
}

/** Widens a span to the round dates around it: whole years, months, weeks or days, by its length. */
function roundOut(from: number, to: number): [number, number] {
  const interval = utcTickInterval(new Date(from), new Date(to), 10);
  if (interval === null) return [from, to];
  return [interval.floor(new Date(from)).getTime(), interval.ceil(new Date(to)).getTime()];
}

const dayMs = 24 * 60 * 60 * 1000;

const tickFormats = perLanguage((locale) => ({
  year: new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' }),
  month: new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' }),
  day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
}));

/** As short as it is clear: `2020`, `Mar`, `8 Jun`. */
function labelTick(time: Date): string {
  if (time.getUTCDate() !== 1) return tickFormats().day.format(time);
  return (time.getUTCMonth() === 0 ? tickFormats().year : tickFormats().month).format(time);
}

function groupPoints(items: readonly DatedItem[], places: readonly number[]): TimelinePoint[] {
  const points: { items: DatedItem[]; x: number }[] = [];
  const order = [...items.keys()].sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  for (const number of order) {
    const item = items[number];
    const x = places[number];
    if (item === undefined || x === undefined) continue;
    const last = points.at(-1);
    if (last && x - last.x < pointWidth) last.items.push(item);
    else points.push({ items: [item], x });
  }
  return points;
}

function middleOf({ date }: DatedItem): number {
  return (Date.parse(firstDayOf(date)) + Date.parse(existingDay(lastDayOf(date)))) / 2;
}

/** `lastDayOf` gives every month 31 days, for comparing. A `Date` needs a day that exists. */
function existingDay(day: string): string {
  return Number.isNaN(Date.parse(day)) ? day.replace(/31$/, '28') : day;
}
