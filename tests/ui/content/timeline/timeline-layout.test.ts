import { describe, expect, it } from 'vitest';
import { setLanguage } from '../../../../src/i18n/language.ts';
import type { PackDate } from '../../../../src/knowledge/pack-schema.ts';
import { layOutTimeline, pointWidth } from '../../../../src/ui/content/timeline/timeline-layout.ts';
import type { DatedItem } from '../../../../src/view-models/panel-content.ts';

function at(value: string): DatedItem {
  const precision = (['year', 'month', 'day'] as const)[value.split('-').length - 1] ?? 'day';
  return { date: { value, precision } as PackDate, text: `What happened ${value}`, entities: [], cites: [] };
}

describe('layOutTimeline', () => {
  it('keeps every item, and points a finger apart', () => {
    const items = ['2016', '2018-02', '2018-03-01', '2020-06-08', '2020-06-10', '2021-05-18'].map(at);
    const { points } = layOutTimeline(items, null, 400);
    expect(points.flatMap((point) => point.items)).toEqual(items);
    points.slice(1).forEach((point, place) => {
      expect(point.x - (points[place]?.x ?? 0)).toBeGreaterThanOrEqual(pointWidth);
    });
  });

  it('lays time out to scale', () => {
    const { points } = layOutTimeline(['2010-01-01', '2015-01-01', '2020-01-01'].map(at), null, 1000);
    const [first, second, third] = points.map(({ x }) => x);
    expect(((second ?? 0) - (first ?? 0)) / ((third ?? 0) - (first ?? 0))).toBeCloseTo(0.5, 2);
  });

  it("puts the page's own date on the same scale, also where it lies outside of all items", () => {
    const { pageX, points } = layOutTimeline([at('2016-05-05')], '2020-06-10', 400);
    expect(pageX).toBeGreaterThan(points[0]?.x ?? 400);
    expect(pageX).toBeLessThanOrEqual(400);
  });

  it.each([
    ['no date', null],
    ['a date that is none', 'yesterday'],
  ])('draws no page date for %s', (_case, date) => {
    expect(layOutTimeline([at('2016')], date, 400).pageX).toBeUndefined();
  });

  it('is in the middle of a month or a year that is all that is known', () => {
    const { points } = layOutTimeline(['2019-01-01', '2020', '2022-01-01'].map(at), null, 3000);
    const [start, year, end] = points.map(({ x }) => x);
    expect(((year ?? 0) - (start ?? 0)) / ((end ?? 0) - (start ?? 0))).toBeCloseTo(0.5, 2);
  });

  it.each([
    ['years', ['2010', '2020'], /^20\d\d$/],
    ['months and the year where it begins', ['2019-11-05', '2020-04-20'], /^(?:2020|[A-Z][a-z]{2})$/],
    ['days, never hours', ['2020-06-08', '2020-06-10'], /^\d+ June?$/],
  ])('names %s', (_what, values, pattern) => {
    const labels = layOutTimeline(values.map(at), null, 600).ticks.map(({ label }) => label);
    expect(labels.length).toBeGreaterThan(1);
    for (const label of labels) expect(label).toMatch(pattern);
  });

  it('names them in the language spoken', () => {
    setLanguage('es', []);
    const { ticks } = layOutTimeline(['2019-11-05', '2020-04-20'].map(at), null, 600);
    setLanguage('en', []);
    expect(ticks.map(({ label }) => label)).toContain('dic');
  });

  it('is empty for nothing', () => {
    expect(layOutTimeline([], null, 400)).toEqual({ points: [], ticks: [] });
  });
});
