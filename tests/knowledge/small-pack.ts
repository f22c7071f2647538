import { createHash } from 'node:crypto';

/** An invented article: the checks are about form, and a test must be able to change every word of it. */
export const article =
  'Acme said on Monday that it paused the sale of its Iris system. “We will wait for rules,” said Ann Lee, the ' +
  'head of Acme, in a letter to the council. “We stand ready to help.” The city of Lund tested Iris in 2018 and ' +
  'chose not to buy it, a spokesman said, because too many of the matches it gave were of other people entirely.';

export const articleSha256 = createHash('sha256').update(article).digest('hex');

function span(text: string) {
  const start = article.indexOf(text);
  return { text, start, end: start + text.length };
}

/** A valid pack, new for each call, so that a test may break it. Untyped: a broken pack has no type. */
// biome-ignore lint/suspicious/noExplicitAny: tests break the pack on purpose.
export function smallPackFiles(): Record<string, any> {
  return {
    'pack.json': {
      $schema: '../schema/pack.schema.json',
      id: 'small',
      title: 'Small',
      version: '1.0.0',
      schemaVersion: 1,
      language: 'en',
      licence: 'MIT',
      knownTo: '2024-01-31',
      corrections: [],
    },
    'topics.json': {
      $schema: '../schema/topics.schema.json',
      topics: [
        {
          id: 'systems',
          title: 'Systems',
          onByDefault: true,
          color: '#1a6fb0',
        },
      ],
    },
    'sources.json': {
      $schema: '../schema/sources.schema.json',
      sources: [
        {
          id: 'daily-early',
          outlet: 'Daily',
          date: { value: '2020-06-10', precision: 'day' },
          kind: 'news',
          damaged: [{ start: 250, end: 262, changesMeaning: true }],
          textSha256: articleSha256,
        },
        {
          id: 'daily-late',
          outlet: 'Daily',
          date: { value: '2020-06-10', precision: 'day' },
          kind: 'news',
          editionOf: 'daily-early',
        },
        {
          id: 'report',
          outlet: 'Institute',
          date: { value: '2019-12', precision: 'month' },
          kind: 'report',
        },
      ],
    },
    'entities/systems.json': {
      $schema: '../../schema/entities.schema.json',
      entities: [
        {
          id: 'acme',
          type: 'company',
          topic: 'systems',
          title: 'Acme',
          show: 'always',
          names: [{ text: 'Acme' }],
          summary: 'A company that makes Iris.',
          summaryCites: ['daily-early', 'report'],
          facts: [
            {
              text: 'It made Iris in 2016.',
              cites: [{ source: 'daily-early', quote: 'its Iris system' }],
            },
          ],
          related: ['iris'],
        },
        {
          id: 'iris',
          type: 'product',
          topic: 'systems',
          title: 'Iris',
          show: 'always',
          names: [{ text: 'Iris', case: 'exact', needs: { block: ['system'] } }],
          summary: 'A system that compares faces.',
          summaryCites: ['daily-early'],
          facts: [],
          related: ['acme'],
        },
      ],
    },
    'statements.json': {
      $schema: '../schema/statements.schema.json',
      statements: [
        {
          id: 'lee-letter',
          speaker: { text: 'Ann Lee' },
          about: ['acme'],
          sentences: ['We will wait for rules.', null, 'We stand ready to help.'],
          wordings: [
            {
              source: 'daily-early',
              part: 1,
              ...span('We will wait for rules,'),
              openMark: '“',
              closeMark: '”',
              attribution: span('said Ann Lee'),
            },
            {
              source: 'daily-early',
              part: 2,
              ...span('We stand ready to help.'),
              openMark: '“',
              closeMark: '”',
              gapBefore: 'attribution',
            },
          ],
        },
      ],
    },
    'claims.json': {
      $schema: '../schema/claims.schema.json',
      claims: [
        {
          id: 'lund-tried-iris',
          text: 'Lund tried Iris and did not keep it.',
          about: ['iris'],
          story: 'acme-pause',
          cues: {
            says: [{ all: [['Lund']], within: 'sentence' }],
            otherwise: [],
            touches: [['Lund'], ['Iris']],
          },
          positions: [
            {
              source: 'daily-early',
              stance: 'says',
              evidence: [span('Lund tested Iris')],
            },
            { source: 'report', stance: 'does-not-mention', evidence: [] },
          ],
        },
      ],
    },
    'events.json': {
      $schema: '../schema/events.schema.json',
      events: [
        {
          id: 'pause',
          date: { value: '2020-06-08', precision: 'day' },
          text: 'Acme pauses sales of Iris.',
          about: ['acme'],
          cites: ['daily-early'],
        },
      ],
    },
  };
}
