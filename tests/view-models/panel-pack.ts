import type { Claim, Pack, Source } from '../../src/knowledge/pack-schema.ts';

function source(id: string, outlet: string, day: string): Source {
  return { id, outlet, date: { value: day, precision: 'day' }, kind: 'news', url: `https://${id}.example/a` };
}

function claim(
  id: string,
  about: string[],
  word: string,
  positions: Claim['positions'],
  since?: string,
): Claim {
  return {
    id,
    text: `The claim about ${word}.`,
    about,
    story: id.startsWith('other') ? 'other-story' : 'acme-pause',
    ...(since && { since: { value: since, precision: 'day' } }),
    cues: { says: [{ all: [[word]], within: 'sentence' }], otherwise: [], touches: [[`${word}ish`]] },
    positions,
  };
}

const evidence = [{ text: 'as printed', start: 0, end: 10 }];

/** An invented story with two entities, three outlets and five claims. */
export const panelPack: Pack = {
  id: 'small',
  title: 'Small pack',
  version: '1.0.0',
  schemaVersion: 1,
  language: 'en',
  licence: 'MIT',
  knownTo: '2024-01-31',
  corrections: [],
  topics: [{ id: 'systems', title: 'Systems', onByDefault: true, color: '#1a6fb0' }],
  sources: [
    source('daily', 'Daily', '2020-06-10'),
    source('weekly', 'Weekly', '2020-06-12'),
    source('agency', 'Agency', '2021-01-05'),
  ],
  entities: ['acme', 'iris'].map((id) => ({
    id,
    type: 'company' as const,
    topic: 'systems',
    title: id === 'acme' ? 'Acme' : 'Iris',
    show: 'always' as const,
    names: [{ text: id === 'acme' ? 'Acme' : 'Iris' }],
    summary: 'A summary.',
    summaryCites: ['daily'],
    facts: [
      {
        text: `A dated fact about ${id}.`,
        date: { value: '2022', precision: 'year' as const },
        cites: [{ source: 'agency' }],
      },
      { text: 'A fact without a date.', cites: [{ source: 'agency' }] },
    ],
    related: [],
  })),
  statements: [
    {
      id: 'lee-letter',
      speaker: { text: 'Ann Lee' },
      about: ['acme'],
      sentences: ['We will wait for rules.'],
      wordings: [
        {
          source: 'daily',
          part: 1,
          text: 'We will wait for rules.',
          start: 0,
          end: 23,
          openMark: '“',
          closeMark: '”',
        },
      ],
    },
  ],
  claims: [
    claim('paused', ['acme'], 'paused', [
      { source: 'daily', stance: 'says', evidence },
      { source: 'weekly', stance: 'says-otherwise', evidence },
    ]),
    claim('tested', ['iris'], 'tested', [{ source: 'weekly', stance: 'says', evidence }]),
    claim('sued', ['acme', 'iris'], 'sued', [
      { source: 'weekly', stance: 'says', evidence },
      { source: 'agency', stance: 'says', evidence },
    ]),
    claim('later', ['acme'], 'resumed', [{ source: 'agency', stance: 'says', evidence }], '2021-01-01'),
    claim('other-claim', ['acme'], 'elected', [{ source: 'daily', stance: 'says', evidence }]),
  ],
  events: [
    {
      id: 'launch',
      date: { value: '2016', precision: 'year' },
      text: 'Iris is launched.',
      about: ['iris'],
      cites: ['agency'],
    },
    {
      id: 'resume',
      date: { value: '2021-01-04', precision: 'day' },
      text: 'Acme resumes.',
      about: ['acme'],
      cites: ['agency'],
    },
    {
      id: 'same-year',
      date: { value: '2020', precision: 'year' },
      text: 'A year of protest.',
      about: ['acme'],
      cites: ['daily'],
    },
  ],
};
