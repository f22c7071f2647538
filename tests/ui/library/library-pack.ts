import type { Entity, Pack, Source } from '../../../src/knowledge/pack-schema.ts';

function source(id: string, outlet: string, more: Partial<Source> = {}): Source {
  return { id, outlet, date: { value: '2020-06-10', precision: 'day' }, kind: 'news', ...more };
}

function entity(id: string, title: string, more: Partial<Entity> = {}): Entity {
  return {
    id,
    type: 'company',
    topic: 'systems',
    title,
    show: 'always',
    names: [{ text: title }],
    summary: `${title} is invented.`,
    summaryCites: ['daily'],
    facts: [],
    related: [],
    ...more,
  };
}

/** An invented pack with one of everything that the library shows. */
export const libraryPack: Pack = {
  id: 'small',
  title: 'Small pack',
  version: '1.0.0',
  schemaVersion: 1,
  language: 'en',
  licence: 'MIT',
  knownTo: '2024-01-31',
  corrections: [],
  topics: [
    { id: 'systems', title: 'Systems', onByDefault: true, color: '#1a6fb0' },
    { id: 'people', title: 'People', onByDefault: true, color: '#a62424' },
    { id: 'press', title: 'Press', onByDefault: false, color: '#8f70a7' },
  ],
  sources: [
    source('daily', 'Daily', {
      title: 'Acme pauses Iris',
      authors: ['Björn Källström'],
      url: 'https://daily.example/a',
      checked: { on: '2024-01-30', how: 'opened' },
    }),
    source('daily-late', 'Daily', { editionOf: 'daily' }),
    source('weekly', 'Weekly', { date: { value: '2020-06-12', precision: 'day' } }),
    source('copy', 'unidentified republisher', {
      rewordedFrom: 'a story of the Weekly',
      damaged: [
        { start: 0, end: 5, changesMeaning: true },
        { start: 9, end: 12, changesMeaning: false },
      ],
    }),
  ],
  entities: [
    entity('acme', 'Acme', {
      names: [{ text: 'Acme' }, { text: 'Acme Incorporated' }, { text: 'ACM', needs: { block: ['Iris'] } }],
      lead: 'A company that compares faces.',
      summary: 'Acme makes Iris, a system that compares faces.',
      facts: [{ text: 'It paused sales.', cites: [{ source: 'weekly', quote: 'a pause of one year' }] }],
      related: ['iris'],
      wikidata: 'Q42',
    }),
    entity('iris', 'Iris', { type: 'product' }),
    entity('acme-labs', 'Acme Labs'),
    entity('ann-lee', 'Ann Lee', { type: 'person', topic: 'people', summaryCites: ['weekly'] }),
  ],
  statements: [
    {
      id: 'lee-letter',
      speaker: { entity: 'ann-lee', text: 'Ann Lee', role: 'head of Acme' },
      about: ['acme'],
      date: { value: '2020-06-09', precision: 'day' },
      sentences: ['We will wait for rules.', null, 'We stand ready to help.'],
      wordings: [
        wording('daily', 1, 'We will wait for rules.'),
        wording('daily-late', 1, 'We will wait for rules.'),
        wording('copy', 1, 'We shall wait for regulations.'),
      ],
    },
  ],
  claims: [
    {
      id: 'paused',
      text: 'Acme stopped selling to the police.',
      about: ['acme'],
      story: 'pause',
      cues: { says: [], otherwise: [], touches: [] },
      positions: [
        { source: 'daily', stance: 'says', evidence: [{ text: 'moratorium on sales', start: 0, end: 5 }] },
        {
          source: 'weekly',
          stance: 'says-otherwise',
          evidence: [{ text: 'kept selling', start: 0, end: 12 }],
        },
        { source: 'copy', stance: 'does-not-mention', evidence: [] },
      ],
    },
  ],
  events: [
    {
      id: 'pause',
      date: { value: '2020-06-08', precision: 'day' },
      text: 'Acme pauses sales.',
      about: ['acme'],
      cites: ['daily'],
    },
  ],
};

function wording(from: string, part: number, text: string): Pack['statements'][number]['wordings'][number] {
  return { source: from, part, text, start: 0, end: text.length, openMark: '“', closeMark: '”' };
}
