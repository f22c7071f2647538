import { describe, expect, it } from 'vitest';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import { type MarkdownWords, panelContentToMarkdown } from '../../src/view-models/panel-markdown.ts';
import { makeWebAnnotations } from '../../src/view-models/web-annotations.ts';
import { panelPack } from './panel-pack.ts';

const words: MarkdownWords = {
  mentioned: 'Mentioned here',
  quoted: 'Quoted here',
  since: 'Since',
  elsewhere: 'Also reported elsewhere',
  made: 'On this page',
  notFound: 'not found on this page',
  alteredCopy: 'altered copy',
  knownTo: 'known to',
  kinds: { verbatim: 'mot à mot', trimmed: 'abrégé', similar: 'reformulé', altered: 'différent' },
  stances: {
    says: 'le dit',
    'says-in-part': 'le dit en partie',
    'says-otherwise': 'dit autre chose',
    'does-not-mention': 'n’en parle pas',
  },
};
const text = 'Acme paused. “We will wait for rules.”';
const page = {
  title: '# A <b>page</b>',
  address: 'https://page.example/',
  date: '2020-06-11',
  blocks: [
    { text: 'First block.', mentions: [], traces: [] },
    {
      text,
      mentions: [{ entity: 'small/acme', name: 'Acme', start: 0, end: 4 }],
      traces: [
        {
          statement: 'small/lee-letter',
          kind: 'verbatim' as const,
          similarity: 1,
          start: 14,
          end: 37,
          speakerDiffers: false,
          differences: [],
        },
      ],
    },
  ],
};

describe('panelContentToMarkdown', () => {
  const markdown = panelContentToMarkdown(makePanelContent(panelPack, page), words);

  it('escapes what the page says', () => {
    expect(markdown.split('\n')[0]).toBe('# \\# A \\<b\\>page\\</b\\>');
  });

  it('cites quotations and claims with outlet, date and address', () => {
    expect(markdown).toContain(
      'Ann Lee: “We will wait for rules.” (mot à mot; [Daily, 2020-06-10](<https://daily.example/a>))',
    );
    expect(markdown).toContain('(not found on this page)');
    expect(markdown).toMatch(/2020-06-1\d(\]\(<[^>]*>\))?, (le dit|dit autre chose)/);
    expect(markdown).not.toMatch(/verbatim|\bsays\b/);
  });

  it('lets no address of a page or of a source end its link and begin another', () => {
    const planted = 'https://a.example/x>)![](https://b.example/p.png';
    const sources = panelPack.sources.map((source) => ({ ...source, url: planted }));
    const reported = panelContentToMarkdown(
      makePanelContent({ ...panelPack, sources }, { ...page, address: planted }),
      words,
    );
    expect(reported).toContain('(<https://a.example/x%3E)![](https://b.example/p.png>)');
    expect(reported).not.toContain('x>');
  });

  it('leaves out empty sections', () => {
    const empty = panelContentToMarkdown(makePanelContent(panelPack, { ...page, blocks: [] }), words);
    expect(empty).not.toContain('##');
  });
});

describe('makeWebAnnotations', () => {
  const { items } = makeWebAnnotations(page, 'small', (ref) => ref);
  const whole = page.blocks.map((block) => block.text).join('\n');

  it('has none of another pack’s mentions and quote matches', () => {
    const mention = { entity: 'other/x', name: 'paused', start: 5, end: 11 };
    const blocks = page.blocks.map((block) => ({ ...block, mentions: [...block.mentions, mention] }));
    const both = { ...page, blocks };
    const entitiesOf = (pack: string) =>
      makeWebAnnotations(both, pack, (ref) => ref).items.map(({ body }) => body.value);
    expect(entitiesOf('small')).toEqual(['small/acme', 'small/lee-letter']);
    expect(entitiesOf('other')).toEqual(['other/x', 'other/x']);
  });

  it('gives no two annotations one id, on one page or on several', () => {
    const elsewhere = makeWebAnnotations(
      { ...page, address: 'https://page.example/b' },
      'small',
      (ref) => ref,
    );
    const ids = [...items, ...elsewhere.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('selects each mention and quote match by quotation and by position in the joined text', () => {
    expect(items).toHaveLength(2);
    for (const { target } of items) {
      const [quotation, position] = target.selector;
      if (quotation?.type !== 'TextQuoteSelector' || position?.type !== 'TextPositionSelector')
        throw new Error('order');
      expect(whole.slice(position.start, position.end)).toBe(quotation.exact);
      expect(whole).toContain(quotation.prefix + quotation.exact + quotation.suffix);
    }
    expect(items[1]?.target.selector[0]).toMatchObject({ exact: 'We will wait for rules.' });
  });
});
