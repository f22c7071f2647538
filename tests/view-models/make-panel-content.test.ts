import { describe, expect, it } from 'vitest';
import type { AnnotatedArticle } from '../../src/view-models/annotated-article.ts';
import { makePanelContent } from '../../src/view-models/make-panel-content.ts';
import { panelPack } from './panel-pack.ts';

function read(texts: string[], date: string | null = '2020-06-11'): AnnotatedArticle {
  return {
    title: 'A page',
    address: 'https://page.example/',
    date,
    blocks: texts.map((text) => ({
      text,
      mentions: [...text.matchAll(/Acme|Iris/g)].map(({ index, 0: name }) => ({
        entity: `small/${name.toLowerCase()}`,
        name,
        start: index,
        end: index + name.length,
      })),
      traces: [],
    })),
  };
}

const ids = (items: readonly { ref: string }[]) => items.map(({ ref }) => ref);

describe('makePanelContent', () => {
  it('lists the entities in the order of their first mention, with counts', () => {
    const { mentioned } = makePanelContent(panelPack, read(['Iris and Acme.', 'Acme again.']));
    expect(mentioned.map(({ title, count }) => [title, count])).toEqual([
      ['Iris', 1],
      ['Acme', 2],
    ]);
  });

  it('says of each name how many outlets speak of it, and whether sources differ', () => {
    const { mentioned } = makePanelContent(panelPack, read(['Iris and Acme.']));
    expect(mentioned.map(({ title, outletCount, isDisputed }) => [title, outletCount, isDisputed])).toEqual([
      ['Iris', 2, false],
      ['Acme', 3, true],
    ]);
  });

  it('lists what is found beside the article, and reads no claim from it', () => {
    const article = read(['Acme was in the news.']);
    const beside = read(['Iris was paused.']).blocks;
    const { mentioned, made } = makePanelContent(panelPack, { ...article, beside });
    expect(mentioned.map(({ title }) => title)).toEqual(['Acme', 'Iris']);
    expect(made).toEqual([]);
  });

  it('leaves out names that the reader does not want to see, though the page is about them', () => {
    const page = read(['Acme paused Iris.']);
    const chosen = makePanelContent(panelPack, page, (entity) => entity !== 'small/acme');
    expect(chosen.mentioned.map(({ title }) => title)).toEqual(['Iris']);
    expect(makePanelContent(panelPack, page, (_, topic) => topic.ref !== 'small/systems').mentioned).toEqual(
      [],
    );
    expect(chosen.timeline).toEqual(makePanelContent(panelPack, page).timeline);
  });

  it('lists claims of the story that the page does not make, shared entities and outlets first', () => {
    const { elsewhere, made } = makePanelContent(panelPack, read(['Acme paused Iris.']));
    expect(ids(made)).toEqual(['small/paused']);
    expect(ids(elsewhere)).toEqual(['small/sued', 'small/tested']);
    expect(elsewhere.every(({ onThisPage }) => onThisPage === 'not-found')).toBe(true);
  });

  it('lists nothing for a page that makes none of the claims of the story', () => {
    const { elsewhere, made } = makePanelContent(panelPack, read(['Acme and Iris were in the news.']));
    expect([elsewhere, made]).toEqual([[], []]);
  });

  it('does not expect of a page what came after it', () => {
    expect(ids(makePanelContent(panelPack, read(['Acme paused Iris.'])).elsewhere)).not.toContain(
      'small/later',
    );
    const later = makePanelContent(panelPack, read(['Acme paused Iris.'], '2021-02-01'));
    expect(ids(later.elsewhere)).toContain('small/later');
  });

  it('says nothing of a claim that the page only touches', () => {
    expect(ids(makePanelContent(panelPack, read(['Acme paused Iris. It was testedish.'])).elsewhere)).toEqual(
      ['small/sued'],
    );
  });

  it('keeps the passage that makes a claim', () => {
    const { made } = makePanelContent(panelPack, read(['First. Acme paused Iris. Last.']));
    expect(made[0]?.passage).toBe('Acme paused Iris.');
  });

  it('lists what happened since, newest first, and nothing that may be older than the page', () => {
    const { since } = makePanelContent(panelPack, read(['Acme paused Iris.']));
    expect(since.map(({ date }) => date.value)).toEqual(['2022', '2022', '2021-01-04']);
    expect(makePanelContent(panelPack, read(['Acme paused Iris.'], null)).since).toEqual([]);
  });

  it('leaves out a fact that repeats an event of the same day about the same entity', () => {
    const [acme, ...others] = panelPack.entities;
    if (!acme) throw new Error('the pack begins with Acme');
    const fact = {
      text: 'Acme took it up again.',
      date: { value: '2021-01-04', precision: 'day' as const },
      cites: [{ source: 'agency' }],
    };
    const pack = { ...panelPack, entities: [{ ...acme, facts: [fact] }, ...others] };
    expect(makePanelContent(pack, read(['Acme paused.'])).since.map(({ text }) => text)).toEqual([
      'Acme resumes.',
    ]);
  });

  it('orders the timeline oldest first', () => {
    const { timeline } = makePanelContent(panelPack, read(['Acme and Iris.']));
    expect(timeline.map(({ date }) => date.value)).toEqual(['2016', '2020', '2021-01-04']);
  });

  it('ignores mentions and quote matches of other packs', () => {
    const page = read(['Acme paused.']);
    const foreign = {
      ...page,
      blocks: page.blocks.map((block) => ({
        ...block,
        mentions: block.mentions.map((mention) => ({ ...mention, entity: 'elsewhere/acme' })),
      })),
    };
    expect(makePanelContent(panelPack, foreign).mentioned).toEqual([]);
  });
});
