import type { CardContent, CardStatement, CitedSource } from '../../../src/view-models/card-content.ts';

/** Sources, statements and cards for tests of the interface; the words are made up. */
export const gazette: CitedSource = {
  id: 'gazette',
  outlet: 'The Gazette',
  title: 'A pause',
  date: { value: '2020-06-10', precision: 'day' },
  url: 'https://gazette.example/pause',
};
export const herald: CitedSource = {
  id: 'herald',
  outlet: 'The Herald',
  date: { value: '2020-06-11', precision: 'day' },
};
export const alteredCopy: CitedSource = {
  id: 'copy',
  outlet: 'unidentified republisher',
  date: { value: '2020-06', precision: 'month' },
  rewordedFrom: 'a story of the Herald',
};

type Part = CardStatement['wordings'][number]['parts'][number];

export function wording(
  source: CitedSource,
  ...parts: (string | Partial<Part>)[]
): CardStatement['wordings'][number] {
  return {
    source,
    parts: parts.map((part) => ({
      text: '',
      openMark: '“',
      closeMark: '”',
      ...(typeof part === 'string' ? { text: part } : part),
    })),
  };
}

export const pause: CardStatement = {
  ref: 'test/pause',
  speaker: { text: 'Ada Example', role: 'director' },
  date: { value: '2020-06-10', precision: 'day' },
  sentences: [
    'We will pause the sale of our system for one year.',
    null,
    'We hope that this helps everybody.',
  ],
  wordings: [
    wording(gazette, {
      text: 'We will pause the sale of our system for one year.',
      attribution: 'Example said in a letter',
    }),
    wording(herald, 'We will pause the sale of our system', {
      text: 'hope that this helps everyone',
      gapBefore: 'unmarked',
      runsOn: 'and more',
    }),
    wording(alteredCopy, 'We shall pause the sale of our system for one year.'),
  ],
};

export const card: CardContent = {
  kind: 'entity',
  ref: 'test/example-system',
  title: 'Example System',
  type: 'product',
  topic: { ref: 'test/systems', title: 'Systems', color: '#2457a6' },
  pack: { id: 'test', title: 'Test pack', knownTo: '2024-06-28', language: 'en' },
  lead: 'A system that serves as an example.',
  summary: 'A system that serves as an example. It was paused in 2020.',
  summaryCites: [gazette, herald],
  facts: [
    {
      text: 'It was announced.',
      date: { value: '2016', precision: 'year' },
      cites: [{ source: gazette, quote: 'announced' }],
    },
  ],
  statements: [pause],
  positions: [
    {
      ref: 'test/paused',
      text: 'The system was paused.',
      positions: [
        { source: gazette, stance: 'says', evidence: ['paused'] },
        {
          source: herald,
          stance: 'says-otherwise',
          evidence: ['stopped for good'],
          note: 'Prints “stopped”.',
        },
        { source: alteredCopy, stance: 'does-not-mention', evidence: [] },
      ],
    },
    {
      ref: 'test/letter',
      text: 'There was a letter.',
      positions: [{ source: herald, stance: 'says', evidence: ['a letter'] }],
    },
  ],
  events: [
    { date: { value: '2020-06-10', precision: 'day' }, text: 'The pause is announced.', cites: [gazette] },
    { date: { value: '2021-05', precision: 'month' }, text: 'The pause is made longer.', cites: [herald] },
  ],
  related: [{ ref: 'test/ada', title: 'Ada Example', type: 'person' }],
  outletCount: 2,
  names: ['Example System', 'ExSys'],
  ruledNames: [],
  isCommon: false,
  longerNames: [],
};
