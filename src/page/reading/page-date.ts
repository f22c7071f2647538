import { isArticleThing, readThings } from './structured-data.ts';

/** Metadata for a page's publication date, the most explicit first. */
const metaSelectors = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  '[itemprop="datePublished"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="sailthru.date"]',
  'meta[name="article.published"]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dcterms.issued" i]',
  'meta[name="dc.date" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="publishdate" i]',
  'meta[name="date" i]',
  'time[pubdate]',
  'article header time[datetime]',
  'article time[datetime]',
  'main time[datetime]',
];

/** The web is younger than any earlier date; such a value is an unfilled default. */
const oldestYear = 1990;

/** A page's own publication date, such as `2020-06-10`, or undefined if it states none. */
export function readPageDate(document: Document): string | undefined {
  return readFromDescriptions(document) ?? readFromElements(document);
}

function readFromElements(document: Document): string | undefined {
  for (const selector of metaSelectors) {
    const element = document.querySelector(selector);
    if (!element) continue;
    const value =
      element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent ?? '';
    const day = toDay(value);
    if (day) return day;
  }
  return undefined;
}

/**
 * schema.org's `datePublished` in JSON-LD; the article's own date takes precedence over that of what it is
 * part of.
 */
function readFromDescriptions(document: Document): string | undefined {
  let fallback: string | undefined;
  for (const thing of readThings(document, 'datePublished')) {
    const day = typeof thing.datePublished === 'string' ? toDay(thing.datePublished) : undefined;
    if (!day) continue;
    if (isArticleThing(thing)) return day;
    fallback ??= day;
  }
  return fallback;
}

/**
 * The day in the writer's own time zone if the value states it (`2020-06-10T23:30:00-04:00` is the 10th),
 * because that is the day printed on the page.
 */
function toDay(value: string): string | undefined {
  const text = value.trim();
  const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?!\d)/.exec(text);
  if (iso) return checkDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  if (!/\d{4}/.test(text)) return undefined;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return undefined;
  return checkDay(time.getFullYear(), time.getMonth() + 1, time.getDate());
}

function checkDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!isReal || year < oldestYear) return undefined;
  return date.toISOString().slice(0, 10);
}
