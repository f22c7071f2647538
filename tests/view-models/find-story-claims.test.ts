import { describe, expect, it } from 'vitest';
import { lookUpPack } from '../../src/knowledge/look-up-pack.ts';
import type { Claim, Pack } from '../../src/knowledge/pack-schema.ts';
import { findStoryClaims } from '../../src/view-models/find-story-claims.ts';
import { panelPack } from './panel-pack.ts';

interface Made {
  readonly id: string;
  readonly story: string;
  readonly word: string;
  readonly about?: string[];
  readonly sources?: string[];
  readonly opponent?: string;
  readonly backgroundOf?: string[];
  readonly since?: string;
}

function claim({ id, story, word, about = ['acme'], sources = ['daily'], ...rest }: Made): Claim {
  const says = sources.map((source) => ({ source, stance: 'says' as const, evidence: [] }));
  const against = rest.opponent
    ? [{ source: rest.opponent, stance: 'says-otherwise' as const, evidence: [] }]
    : [];
  return {
    id,
    text: `The claim ${id}.`,
    about,
    story,
    ...(rest.backgroundOf && { backgroundOf: rest.backgroundOf }),
    ...(rest.since && { since: { value: rest.since, precision: 'day' } }),
    cues: { says: [{ all: [[word]], within: 'sentence' }], otherwise: [], touches: [[`${word}ish`]] },
    positions: [...says, ...against],
  };
}

function findClaims(claims: Claim[], text: string, date: string | null = null) {
  const copies = panelPack.sources.slice(0, 1).map((one) => ({ ...one, id: 'copy', rewordedFrom: 'it' }));
  const pack: Pack = { ...panelPack, claims, sources: [...panelPack.sources, ...copies] };
  const blocks = [{ text, mentions: [], traces: [] }];
  const page = { title: 'A page', address: 'https://page.example/', date, blocks };
  const { made, elsewhere } = findStoryClaims(lookUpPack(pack), page, new Set(['acme', 'iris']));
  const ids = (items: readonly { ref: string }[]) => items.map(({ ref }) => ref.replace('small/', ''));
  return { made: ids(made), elsewhere: ids(elsewhere) };
}

const news = claim({ id: 'halted', story: 'halt', word: 'halted' });
const study = claim({ id: 'study', story: 'audits', word: 'measured', backgroundOf: ['halt'] });

describe('findStoryClaims', () => {
  it('lists background with the story that a page reports', () => {
    expect(findClaims([news, study], 'Acme halted.')).toEqual({ made: ['halted'], elsewhere: ['study'] });
  });

  it('does not list the story on a page that makes only what is background to it', () => {
    expect(findClaims([news, study], 'They measured Iris.')).toEqual({ made: ['study'], elsewhere: [] });
  });

  it('lists other claims of the background’s own story there', () => {
    const second = claim({ id: 'second', story: 'audits', word: 'audited' });
    expect(findClaims([news, study, second], 'They measured Iris.').elsewhere).toEqual(['second']);
  });

  it.each([
    { date: '2018-06-01', made: [], because: 'it is two years older than what the claim tells of' },
    { date: '2020-06-01', made: ['halted'], because: 'it may have been brought up to date' },
    { date: null, made: ['halted'], because: 'its words decide' },
    { date: 'yesterday', made: ['halted'], because: 'that is no date' },
  ])('a page dated $date makes $made: $because', ({ date, made }) => {
    expect(
      findClaims([{ ...news, since: { value: '2020-06-10', precision: 'day' } }], 'It halted.', date).made,
    ).toEqual(made);
  });

  it.each([
    {
      case: 'what more outlets report comes first',
      claims: [
        claim({ id: 'one', story: 'halt', word: 'a1' }),
        claim({ id: 'three', story: 'halt', word: 'a2', sources: ['daily', 'weekly', 'agency'] }),
      ],
      order: ['three', 'one'],
    },
    {
      case: 'one that a source denies comes before one that more outlets report',
      claims: [
        claim({ id: 'agreed', story: 'halt', word: 'a1', sources: ['daily', 'weekly', 'agency'] }),
        claim({ id: 'denied', story: 'halt', word: 'a2', opponent: 'weekly' }),
      ],
      order: ['denied', 'agreed'],
    },
    {
      case: 'what more outlets report comes before what concerns more of the page’s entities',
      claims: [
        claim({ id: 'shared', story: 'halt', word: 'a1', about: ['acme', 'iris'] }),
        claim({ id: 'reported', story: 'halt', word: 'a2', about: [], sources: ['daily', 'weekly'] }),
      ],
      order: ['reported', 'shared'],
    },
    {
      case: 'what concerns more of the page’s entities comes first',
      claims: [
        claim({ id: 'other', story: 'halt', word: 'a1', about: [] }),
        claim({ id: 'shared', story: 'halt', word: 'a2', about: ['acme', 'iris'] }),
      ],
      order: ['shared', 'other'],
    },
    {
      case: 'a denial comes before the same without one',
      claims: [
        claim({ id: 'agreed', story: 'halt', word: 'a1', sources: ['daily', 'weekly'] }),
        claim({ id: 'denied', story: 'halt', word: 'a2', opponent: 'weekly' }),
      ],
      order: ['denied', 'agreed'],
    },
    {
      case: 'a denial in an altered copy is none',
      claims: [
        claim({ id: 'copied', story: 'halt', word: 'a2', opponent: 'copy' }),
        claim({ id: 'agreed', story: 'halt', word: 'a1', sources: ['daily', 'weekly'] }),
      ],
      order: ['agreed', 'copied'],
    },
    {
      case: 'the page’s main story comes before its background',
      claims: [
        claim({ id: 'behind', story: 'audits', word: 'a1', backgroundOf: ['halt'] }),
        claim({ id: 'before', story: 'halt', word: 'a2' }),
      ],
      order: ['before', 'behind'],
    },
    {
      case: 'but background that many report and some deny comes before it',
      claims: [
        claim({ id: 'meagre', story: 'halt', word: 'a2', about: [] }),
        claim({
          id: 'rich',
          story: 'audits',
          word: 'a1',
          backgroundOf: ['halt'],
          sources: ['daily', 'weekly'],
          opponent: 'agency',
        }),
      ],
      order: ['rich', 'meagre'],
    },
  ])('$case', ({ claims, order }) => {
    expect(findClaims([news, ...claims], 'Acme halted.').elsewhere).toEqual(order);
  });
});
