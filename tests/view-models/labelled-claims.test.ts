import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPack } from '../../tools/pack-files/load-pack.ts';
import {
  isHeldOut,
  type LabelledPage,
  type Measure,
  measure,
  panelContentOf,
  readLabelledArticles,
  readLabelledProse,
} from './measure-panel-content.ts';

const packFolder = join(import.meta.dirname, '../../assets/knowledge/facial-recognition');
const { pack } = await loadPack(packFolder);
if (!pack) throw new Error('The built-in pack cannot be read.');

const prose = readLabelledProse();
const articles = readLabelledArticles(pack);
if (!prose || !articles)
  console.warn('Left out: the judged documents and the five articles are not in ../shared.');

const sets: { set: string; isHidden?: true; pages: readonly LabelledPage[] }[] = [
  { set: 'the half that cues may be tuned on', pages: prose?.filter(({ name }) => !isHeldOut(name)) ?? [] },
  {
    set: 'the half that is held out',
    isHidden: true,
    pages: prose?.filter(({ name }) => isHeldOut(name)) ?? [],
  },
  { set: 'the five articles', pages: articles ?? [] },
];

function report(set: string, counts: Measure): string {
  const share = (part: number, whole: number) => `${(part / whole).toFixed(3)} (${part} of ${whole})`;
  return [
    `${set}: "not found here" is right ${share(counts.listedRightly, counts.listed)},`,
    `of what the page does not make it lists ${share(counts.absentListed, counts.absent)},`,
    `"made here" is right ${share(counts.madeRightly, counts.made)}`,
  ].join(' ');
}

describe.skipIf(!prose || !articles)('the briefing against what a reader found', () => {
  it.each(sets)('says "not found here" rightly and often enough: $set', ({ set, isHidden, pages }) => {
    const counts = measure(pack, pages);
    // The faults of the held-out half are not printed, or it would soon be used for tuning, too.
    const faults = isHidden ? [] : counts.faults;
    console.info([report(set, counts), ...faults].join('\n  '));
    // Too few pairs would prove nothing: an emptied table or folder must not pass.
    expect(counts.absent).toBeGreaterThan(20);
    expect(counts.listedRightly / counts.listed).toBeGreaterThanOrEqual(0.95);
    expect(counts.absentListed / counts.absent).toBeGreaterThanOrEqual(0.6);
    expect(counts.madeRightly / counts.made).toBeGreaterThanOrEqual(0.9);
  });

  it('lists nothing on pages that report none of the stories', () => {
    const strangers = (prose ?? []).filter(({ verdicts }) => Object.keys(verdicts).length === 0);
    const listing = strangers.filter((page) => {
      const { elsewhere, made } = panelContentOf(pack, page);
      return elsewhere.length + made.length > 0;
    });
    expect(strangers.length).toBeGreaterThan(40);
    expect(listing.map(({ name }) => name)).toEqual([]);
  });
});
