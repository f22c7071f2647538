/** The example that `init` writes: an invented island, so that every sentence is this project's own. */

import { makePackInfo } from '../../src/stories/drafts/make-pack-info.ts';

/** Source id to the article's text, as in `articles/<id>.txt`. */
export const exampleArticles = {
  'harbour-post': `Terne to sail until October

TERNESS. The ferry Terne will sail until the end of October, the island council decided on Tuesday. After that, islanders will cross by the new Skerry Bridge.

“The bridge is finished, and it is safe,” said Ines Falk, who heads the council, at the end of the meeting. “We will miss the Terne, but we will not miss the queue.”

The council voted nine to four. A study by Norrland University counted 310 passengers a day last winter, a third fewer than ten years ago.
`,
  'island-gazette': `Last crossing in November

The Terne makes her last crossing on 30 November, the Terness Island Council said after a meeting that lasted until midnight.

Council leader Ines Falk told the islanders: “The bridge is finished, and it is safe. We will miss the Terne.” Nobody has said who will clear the bridge of snow.

The Crossing Study, which Norrland University made for the council, found that four in ten passengers have no car.
`,
} as const;

/** A page for trying the example: a third outlet, with mentions, quotations and claims. */
export const examplePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Islanders say goodbye to their ferry</title>
<meta property="article:published_time" content="2024-06-01">
<style>body { max-width: 40rem; margin: 3rem auto; padding: 0 1rem; font: 1.1rem/1.6 Georgia, serif; }</style>
</head>
<body>
<article>
<h1>Islanders say goodbye to their ferry</h1>
<p>The ferry Terne will stop in November, when the Skerry Bridge is open for everyone. The Terness Island Council decided so after the Crossing Study had counted fewer and fewer passengers.</p>
<p>“The bridge is finished, and it is safe,” said Ines Falk. “We will miss the Terne, but we will not miss the queue.”</p>
<p>Falk will speak again when the council meets in July. Terns, the birds, still nest on the pier.</p>
</article>
</body>
</html>
`;

type ArticleId = keyof typeof exampleArticles;

/** Words of an article with their place: computed, so that it stays right if the articles above change. */
function span(article: ArticleId, text: string) {
  const start = exampleArticles[article].indexOf(text);
  if (start < 0) throw new Error(`The example's article "${article}" does not print: ${text}`);
  return { text, start, end: start + text.length };
}

const meeting = { value: '2024-05-14', precision: 'day' };

/**
 * Path inside the pack's folder to content.
 * @param hashes article id to the SHA-256 of its text
 */
export function makeExampleFiles(
  packId: string,
  hashes: ReadonlyMap<string, string>,
): Record<string, Record<string, unknown>> {
  return {
    'pack.json': makePackInfo(packId, 'Example: the last ferry to Terness', '2024-05-31'),
    'topics.json': {
      topics: [{ id: 'crossing', title: 'Ferry and bridge', onByDefault: true, color: '#1a6fb0' }],
    },
    'sources.json': {
      sources: [
        {
          id: 'harbour-post',
          outlet: 'Harbour Post',
          title: 'Terne to sail until October',
          date: { value: '2024-05-15', precision: 'day' },
          kind: 'news',
          textSha256: hashes.get('harbour-post'),
        },
        {
          id: 'island-gazette',
          outlet: 'Island Gazette',
          title: 'Last crossing in November',
          date: { value: '2024-05-16', precision: 'day' },
          kind: 'news',
          textSha256: hashes.get('island-gazette'),
        },
      ],
    },
    'entities/crossing.json': { entities: exampleEntities },
    'statements.json': { statements: [exampleStatement()] },
    'claims.json': { claims: [exampleClaim()] },
    'events.json': {
      events: [
        {
          id: 'council-vote',
          date: meeting,
          text: 'The Terness Island Council voted nine to four to end the ferry.',
          about: ['terness-council', 'terne'],
          cites: ['harbour-post'],
        },
      ],
    },
  };
}

/** The same files without entries; the date of the pack's knowledge is the day of its creation. */
export function makeEmptyFiles(packId: string): Record<string, Record<string, unknown>> {
  const lists = ['topics', 'sources', 'statements', 'claims', 'events'];
  return {
    'pack.json': makePackInfo(packId, `The pack ${packId}`, formatDay(new Date())),
    ...Object.fromEntries(lists.map((list) => [`${list}.json`, { [list]: [] }])),
  };
}

/** `2024-05-31` in the author's time zone: in UTC it may be another day. */
export function formatDay(date: Date): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

const exampleEntities = [
  {
    id: 'crossing-study',
    type: 'study',
    topic: 'crossing',
    title: 'Crossing Study',
    show: 'always',
    names: [{ text: 'Crossing Study' }],
    summary:
      'The Crossing Study was made by Norrland University for the council. The Harbour Post cites 310 passengers a day from it, the Island Gazette that four in ten have no car.',
    summaryCites: ['harbour-post', 'island-gazette'],
    facts: [
      {
        text: 'Four in ten passengers have no car.',
        cites: [{ source: 'island-gazette', quote: 'four in ten passengers have no car' }],
      },
    ],
    related: ['terne', 'terness-council'],
  },
  {
    id: 'ines-falk',
    type: 'person',
    topic: 'crossing',
    title: 'Ines Falk',
    show: 'always',
    names: [{ text: 'Ines Falk' }, { text: 'Falk', needs: { page: ['Terness', 'Skerry Bridge'] } }],
    summary: 'Ines Falk led the Terness Island Council in May 2024, when it decided to end the ferry.',
    summaryCites: ['harbour-post', 'island-gazette'],
    facts: [],
    related: ['terness-council'],
  },
  {
    id: 'skerry-bridge',
    type: 'place',
    topic: 'crossing',
    title: 'Skerry Bridge',
    show: 'always',
    names: [{ text: 'Skerry Bridge' }],
    summary: 'The Skerry Bridge is to take the place of the ferry Terne, the Harbour Post wrote in May 2024.',
    summaryCites: ['harbour-post'],
    facts: [],
    related: ['terne'],
  },
  {
    id: 'terne',
    type: 'product',
    topic: 'crossing',
    title: 'Terne (ferry)',
    show: 'always',
    names: [
      { text: 'ferry Terne' },
      { text: 'Terne', needs: { block: ['ferry', 'sail*', 'cross*', 'council'] } },
    ],
    summary:
      'The Terne is the ferry to Terness. In May 2024 the Harbour Post reported that she would sail until the end of October, the Island Gazette that her last crossing would be on 30 November.',
    summaryCites: ['harbour-post', 'island-gazette'],
    facts: [
      {
        text: 'The council voted nine to four to end her crossings.',
        date: meeting,
        cites: [{ source: 'harbour-post', quote: 'voted nine to four' }],
      },
    ],
    related: ['skerry-bridge', 'terness-council'],
  },
  {
    id: 'terness-council',
    type: 'agency',
    topic: 'crossing',
    title: 'Terness Island Council',
    show: 'always',
    names: [{ text: 'Terness Island Council' }, { text: 'island council', needs: { page: ['Terness'] } }],
    summary: 'The Terness Island Council decided in May 2024 that the ferry Terne would stop.',
    summaryCites: ['harbour-post', 'island-gazette'],
    facts: [],
    related: ['ines-falk'],
  },
];

/** One utterance that two outlets print differently: the second joins what the first splits. */
function exampleStatement() {
  return {
    id: 'falk-after-the-vote',
    speaker: { entity: 'ines-falk', text: 'Ines Falk', role: 'head of the Terness Island Council' },
    about: ['terne', 'skerry-bridge'],
    date: meeting,
    sentences: [
      'The bridge is finished, and it is safe.',
      'We will miss the Terne, but we will not miss the queue.',
    ],
    wordings: [
      {
        source: 'harbour-post',
        part: 1,
        ...span('harbour-post', 'The bridge is finished, and it is safe,'),
        openMark: '“',
        closeMark: '”',
        attribution: span('harbour-post', 'said Ines Falk, who heads the council'),
      },
      {
        source: 'harbour-post',
        part: 2,
        ...span('harbour-post', 'We will miss the Terne, but we will not miss the queue.'),
        openMark: '“',
        closeMark: '”',
        gapBefore: 'attribution',
      },
      {
        source: 'island-gazette',
        part: 1,
        ...span('island-gazette', 'The bridge is finished, and it is safe. We will miss the Terne.'),
        openMark: '“',
        closeMark: '”',
        attribution: span('island-gazette', 'Council leader Ines Falk told the islanders'),
      },
    ],
  };
}

function exampleClaim() {
  return {
    id: 'ferry-ends-in-october',
    text: 'The ferry Terne sails for the last time in October 2024.',
    about: ['terne'],
    story: 'last-ferry',
    since: meeting,
    cues: {
      says: [{ all: [['ferry', 'Terne'], ['October']], none: ['November'], within: 'sentence' }],
      otherwise: [{ all: [['ferry', 'Terne'], ['November']], within: 'sentence' }],
      touches: [
        ['ferry', 'Terne'],
        ['last', 'until', 'end*'],
      ],
    },
    positions: [
      {
        source: 'harbour-post',
        stance: 'says',
        evidence: [span('harbour-post', 'until the end of October')],
      },
      {
        source: 'island-gazette',
        stance: 'says-otherwise',
        evidence: [span('island-gazette', 'last crossing on 30 November')],
      },
    ],
  };
}
