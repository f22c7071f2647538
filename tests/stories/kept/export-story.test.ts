import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadExampleArticles } from '../../../src/i18n/example-articles.ts';
import { compareVersions } from '../../../src/knowledge/pack-preview.ts';
import type { Pack } from '../../../src/knowledge/pack-schema.ts';
import { readPackFile } from '../../../src/knowledge/validation/read-pack-file.ts';
import { exportStory, maxHandedOnLength } from '../../../src/stories/kept/export-story.ts';
import type { KeptArticle, Story } from '../../../src/stories/kept/kept-article.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { fuzzRuns } from '../../fuzz-runs.ts';
import { expectValidPack } from '../../knowledge/expect-valid-pack.ts';
import { keptArticleOf, storyOf } from './kept-article-of.ts';

function keptOf(
  number: number,
  { text, ...fields }: Partial<Article> & { readonly text: string },
  kept: Partial<KeptArticle> = {},
): KeptArticle {
  return keptArticleOf(text, fields, { id: number.toString(16).padStart(16, '0'), ...kept });
}

const now = '2026-11-03T09:05:07.000Z';
const texts = {
  licence: 'Quotations remain their owners’',
  untitled: 'Untitled',
  dateIsWhenKept: 'Date unknown',
};

function write(articles: readonly KeptArticle[], story: Partial<Story> = {}, at = now) {
  return exportStory(storyOf(story), articles, at, texts);
}

/** Writes the file and imports it, as another reader does. */
function handOn(articles: readonly KeptArticle[], story: Partial<Story> = {}, at = now): Pack {
  const { pack, problems } = readPackFile(JSON.stringify(write(articles, story, at).pack));
  expect(problems).toEqual([]);
  if (!pack) throw new Error('The pack was refused.');
  expectValidPack(pack);
  return pack;
}

const wordsOf = ({ statements }: Pack) =>
  statements.map(({ wordings }) => wordings.map(({ source, text }) => `${source}: ${text}`));

describe('a story that is handed on', () => {
  test('has each quotation in every printing, its speaker, and the citation', async () => {
    const articles = (await loadExampleArticles('en')).map((article, i) => keptOf(i, article));
    const pack = handOn(articles);
    expect(wordsOf(pack)).toEqual([
      [
        '0000000000000000: We will close the old bridge on Monday, and we will not open it again before it is safe,',
        '0000000000000000: Nobody should have to cross a river on rust.',
        '0000000000000001: We will close the old bridge on Friday,',
        '0000000000000001: Nobody should have to cross a river on rust,',
      ],
      ['0000000000000000: My shop lives on that bridge,'],
      ['0000000000000001: We can carry three hundred people an hour,'],
    ]);
    expect(pack.statements.map(({ speaker }) => speaker?.text)).toEqual([
      'Ines Falk',
      'Tom Reyes',
      'Ada Holm',
    ]);
    expect(pack.sources[0]).toMatchObject({
      outlet: 'Harbour Post',
      title: 'Old bridge to close on Monday',
      authors: ['Mara Lind'],
      date: { value: '2025-03-06', precision: 'day' },
    });
    expect(pack).toMatchObject({
      origin: 'story',
      title: 'The bridge',
      knownTo: '2026-03-04',
      language: 'en',
    });
  });

  test('keeps its id, and each later file is a newer version', () => {
    const articles = [keptOf(1, { text: '“We will close the old bridge,” said Ines Falk.' })];
    const moments = [
      '2026-09-30T23:59:59Z',
      '2026-10-01T00:00:00Z',
      '2026-10-01T00:10:00Z',
      '2027-01-01T00:00:00Z',
    ];
    const packs = moments.map((at) => handOn(articles, {}, at));
    expect(new Set(packs.map(({ id }) => id))).toEqual(new Set(['story-0000000000000051']));
    for (const [i, { version }] of packs.entries()) {
      if (i > 0) expect(compareVersions(packs[i - 1]?.version ?? '', version)).toBeLessThan(0);
    }
  });

  test('has the notes of the reader', () => {
    const article = keptOf(1, { text: 'x', outlet: 'Post', date: '2026-03-01' }, { note: ' Read the end. ' });
    const pack = handOn([article], { note: 'For the class' });
    expect(pack.note).toBe('For the class');
    expect(pack.sources[0]?.note).toBe('Read the end.');
  });

  test('has the latest version of an article, as corrected', () => {
    const first = keptOf(1, { text: '“We will close the old bridge,” said Ines Falk.' });
    const second = keptOf(1, { text: '“We will open the old bridge,” said Ines Falk.' });
    const kept = {
      ...first,
      versions: [...first.versions, ...second.versions],
      corrections: { outlet: 'Mine' },
    };
    const pack = handOn([kept]);
    expect(wordsOf(pack)).toEqual([['0000000000000001: We will open the old bridge,']]);
    expect(pack.sources[0]?.outlet).toBe('Mine');
  });

  test('says that a date is unknown, and whose', () => {
    const undated = keptOf(1, { text: 'x', title: 'A report', outlet: '' }, { kind: 'file' });
    const { undated: titles } = write([undated]);
    expect(titles).toEqual(['A report']);
    expect(handOn([undated]).sources[0]).toMatchObject({
      outlet: 'A report',
      kind: 'report',
      date: { value: '2026-03-04', precision: 'day' },
      note: 'Date unknown',
    });
  });

  test('leaves out a passage that is as long as an article, and counts it', () => {
    const speech = 'We will mend the bridge and paint it. '.repeat(maxHandedOnLength / 30);
    const text = `“${speech}” said Ines Falk.\n\n“We can carry three hundred people an hour,” said Ada Holm.`;
    expect(write([keptOf(1, { text })]).leftOutCount).toBe(1);
    const pack = handOn([keptOf(1, { text })]);
    expect(pack.statements.map(({ speaker }) => speaker?.text)).toEqual(['Ada Holm']);
    expect(JSON.stringify(pack)).not.toContain('paint it');
  });
});

/** Words that stand only outside quotations. */
const outside = fc.array(fc.integer({ min: 1000, max: 9999 }), { minLength: 8, maxLength: 60 });
const inside = fc.array(
  fc.constantFrom('we', 'will', 'close', 'the', 'old', 'bridge', 'on', 'Monday', 'not', 'safe'),
  {
    minLength: 4,
    maxLength: 30,
  },
);
const paragraph = fc.oneof(
  outside.map((numbers) => `${numbers.map((number) => `outside${number}`).join(' ')}.`),
  fc
    .tuple(inside, fc.constantFrom(' said Ines Falk.', ' Ada Holm said on Monday.', '', ' a spokesman said.'))
    .map(([words, attribution]) => `“${words.join(' ')},”${attribution}`),
);

test('prints nothing of an article outside its quotations and their attributions', () => {
  fc.assert(
    fc.property(fc.array(fc.array(paragraph, { maxLength: 12 }), { minLength: 1, maxLength: 4 }), (all) => {
      const articles = all.map((paragraphs, i) =>
        keptOf(i, { text: paragraphs.join('\n\n'), outlet: `Outlet ${i}`, date: '2026-03-01' }),
      );
      expect(JSON.stringify(handOn(articles))).not.toContain('outside');
    }),
    fuzzRuns('stories handed on', 200),
  );
});

test('can be imported, whatever articles, notes and titles hold', () => {
  const line = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant(' '));
  const text = fc
    .array(
      fc.oneof(
        paragraph,
        line,
        line.map((words) => `“${words}” said Ines Falk.`),
      ),
      { maxLength: 8 },
    )
    .map((paragraphs) => paragraphs.join('\n\n'));
  const article = fc.record({
    ...{ text, title: line, outlet: line, authors: fc.array(line), language: line },
    date: fc.oneof(fc.constantFrom('2026-02-30', '2026-02', '2026'), line),
    address: fc.oneof(fc.webUrl(), line),
  });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(article, line), { minLength: 1, maxLength: 4 }),
      line,
      line,
      (all, title, note) => {
        handOn(
          all.map(([one, itsNote], i) => keptOf(i, one, { note: itsNote })),
          { title, note },
        );
      },
    ),
    fuzzRuns('stories handed on, of any text', 300),
  );
});
