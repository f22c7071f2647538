import { describe, expect, test } from 'vitest';
import { draftPack } from '../../../src/stories/drafts/draft-pack.ts';
import type { DraftedPack } from '../../../src/stories/drafts/drafted-pack.ts';
import type { Article } from '../../../src/stories/text/article.ts';
import { articleOf } from '../article-of.ts';

const sha = 'a'.repeat(64);

function draft(...articles: (string | (Partial<Article> & { text: string }))[]): DraftedPack {
  return draftPack(
    articles.map((one, i) => ({
      article: typeof one === 'string' ? articleOf(one) : { ...articleOf(one.text), ...one },
      name: `Article ${i + 1}`,
      textSha256: sha,
    })),
    'bridge',
  );
}

/** Statements as what a reader sees of them: source, words between their marks, the outlet's words in brackets. */
function show({ statements }: DraftedPack): string[] {
  return statements.map(({ wordings }) =>
    wordings
      .map(({ source, part, openMark, text, closeMark, gapBefore, attribution }) =>
        [source, part, `${openMark}${text}${closeMark}`, gapBefore, attribution && `[${attribution.text}]`]
          .filter((shown) => shown !== undefined)
          .join(' '),
      )
      .join(' | '),
  );
}

const first =
  'The council met.\n\n“The bridge is finished, and it is safe,” said Ines Falk, who heads the council, on Monday. “We will miss the ferry.”\n';
const second =
  'Council leader Ines Falk told the islanders: "The bridge is finished, and it is safe." The ferry stops in May.\n';

describe('sources', () => {
  test('say what the articles say of themselves, and nothing else', () => {
    const { sources, language } = draft(
      {
        text: first,
        outlet: 'Harbour Post',
        title: 'Bridge\nopens',
        authors: ['Ada Moss', ''],
        date: '2024-05-15',
        address: 'https://example.org/bridge',
        language: 'en-GB',
      },
      { text: second, outlet: ' ', date: 'last week', address: 'http://example.org/2' },
      { text: 'x', outlet: 'Harbour Post', date: '2024-05' },
    );
    expect(language).toBe('en');
    expect(sources).toEqual([
      {
        id: 'harbour-post-2024-05-15',
        outlet: 'Harbour Post',
        title: 'Bridge opens',
        authors: ['Ada Moss'],
        date: { value: '2024-05-15', precision: 'day' },
        kind: 'news',
        url: 'https://example.org/bridge',
        textSha256: sha,
      },
      { id: 'article-2', outlet: '', date: { value: '', precision: 'day' }, kind: 'news', textSha256: sha },
      {
        id: 'harbour-post-2024-05',
        outlet: 'Harbour Post',
        date: { value: '2024-05', precision: 'month' },
        kind: 'news',
        textSha256: sha,
      },
    ]);
  });

  test('of one address, or of one outlet and headline, are editions', () => {
    const post = { text: first, outlet: 'Post', title: 'Bridge opens' };
    const { sources } = draft(
      { ...post, address: 'https://example.org/1' },
      { ...post, outlet: 'Post Online', address: 'https://example.org/1' },
      post,
      { ...post, outlet: 'Gazette' },
      { ...post, title: 'Bridge closes', address: 'https://example.org/2' },
    );
    expect(sources.map(({ id, editionOf }) => [id, editionOf])).toEqual([
      ['post', undefined],
      ['post-online', 'post'],
      ['post-2', 'post'],
      ['gazette', undefined],
      ['post-3', undefined],
    ]);
  });

  test('in a script that no id is written in are numbered', () => {
    const { sources } = draft({ text: first, outlet: 'Известия' }, { text: second, outlet: '朝日新聞' });
    expect(sources.map(({ id }) => id)).toEqual(['source-1', 'source-2']);
  });
});

describe('statements', () => {
  test('hold every printing of one utterance, with its marks and the words beside it', () => {
    expect(show(draft(first, second))).toEqual([
      'article-1 1 “The bridge is finished, and it is safe,” [said Ines Falk, who heads the council, on Monday.] | ' +
        'article-1 2 “We will miss the ferry.” attribution | ' +
        'article-2 1 "The bridge is finished, and it is safe." [Council leader Ines Falk told the islanders:]',
    ]);
  });

  test('name who surely said them, and otherwise nobody', () => {
    const { statements } = draft(first, 'A spokesman said it was “a very sad day for us”. Then he left.');
    expect(statements.map(({ speaker }) => speaker)).toEqual([
      { entity: 'ines-falk', text: 'Ines Falk' },
      null,
    ]);
    expect(statements[1]?.wordings[0]?.attribution?.text).toBe('A spokesman said it was');
  });

  test('say what a speaker is, which no form of address does', () => {
    const roleOf = (printed: string) => {
      const { statements } = draft(
        `Ann Lee spoke. “The bridge is finished, and it is safe,” ${printed} Lee said on Monday.`,
      );
      return [statements[0]?.speaker?.role, statements[0]?.wordings[0]?.roleAsPrinted];
    };
    for (const printed of ['Mr.', 'Mrs.', 'Ms.', 'Dr.', 'Mr'])
      expect(roleOf(printed)).toEqual([undefined, undefined]);
    expect(roleOf('Mayor')).toEqual(['Mayor', 'Mayor']);
  });

  test('are about what is named within the marks', () => {
    const { statements } = draft(
      'Skerry Bridge opens. “I love Skerry Bridge, but not the ferry,” said Ines Falk of Norrland.',
      'Skerry Bridge is long. It is in Norrland.',
    );
    expect(statements.map(({ about }) => about)).toEqual([['skerry-bridge']]);
  });

  test.each<readonly [what: string, texts: string[], sentences: (string | null)[]]>([
    [
      'the comma before a mark is the outlet’s',
      ['“We will open the bridge,” said Ines Falk.'],
      ['We will open the bridge.'],
    ],
    [
      'an attribution parts one sentence',
      ['“We will open the bridge,” said Ines Falk, “and we will miss the ferry.”'],
      ['We will open the bridge, and we will miss the ferry.'],
    ],
    [
      'what begins in a sentence',
      ['Ines Falk said the ferry was “a part of all our lives”.'],
      [null, 'a part of all our lives', null],
    ],
    [
      'what others print besides goes to its place',
      [
        '“The bridge is finished, and it is safe. It cost ten millions,” said Ines Falk.',
        '“We are proud of it. The bridge is finished, and it is safe. We will miss the ferry,” said Ines Falk. “It cost ten millions.”',
      ],
      [
        'We are proud of it.',
        'The bridge is finished, and it is safe.',
        'We will miss the ferry.',
        'It cost ten millions.',
      ],
    ],
    [
      'what may not follow each other',
      [
        '“The bridge is finished, and it is safe. It cost ten millions. We all paid for it,” said Ines Falk.',
        '“The bridge is finished, and it is safe. Nobody drowned,” said Ines Falk.',
      ],
      [
        'The bridge is finished, and it is safe.',
        null,
        'Nobody drowned.',
        null,
        'It cost ten millions.',
        'We all paid for it.',
      ],
    ],
    [
      'what an article prints twice stands there once',
      [
        'Bridge “to open at long last in May”\n\nInes Falk said the bridge was “to open at long last in May”.',
      ],
      [null, 'to open at long last in May', null],
    ],
    [
      'what one source prints one after the other are two sentences, however many words they share',
      [
        '“If that is the case, what was the old ferry about? That is what it was about. So much for ferries,” said Ines Falk. “So much for judges who judge best.”',
      ],
      [
        'If that is the case, what was the old ferry about?',
        'That is what it was about.',
        'So much for ferries.',
        'So much for judges who judge best.',
      ],
    ],
    [
      'a sentence of another source is compared with the one that is most like it',
      [
        '“That is what it was about. We heard all of the islanders and all of their many letters,” said Ines Falk. “Nobody drowned there.”',
        '“If that is the case, what was it about? That is what it was about. We heard all of the islanders,” said Ines Falk.',
      ],
      [
        'If that is the case, what was it about?',
        null,
        'That is what it was about.',
        'We heard all of the islanders and all of their many letters.',
        'Nobody drowned there.',
      ],
    ],
  ])('their fullest text: %s', (_, texts, sentences) => {
    const { statements } = draft(...texts);
    expect(statements.map((statement) => statement.sentences)).toEqual([sentences]);
  });

  test('are no titles, terms or quotations within others', () => {
    expect(
      show(
        draft(
          'She wrote the novel “A House of Glass”. The “smart” lock failed. “He told me ‘no way at all,’ and left,” said Ines Falk.',
        ),
      ),
    ).toEqual(['article-1 1 “He told me ‘no way at all,’ and left,” [said Ines Falk.]']);
  });

  test('hold no characters that a pack may not hold', () => {
    expect(draft('“We will \u202eopen the bridge,” said Ines Falk.').statements).toEqual([]);
    expect(draft(`“We ${'will '.repeat(5000)}open,” said Ines Falk.`).statements).toEqual([]);
  });
});

describe('entities', () => {
  const namesOf = (pack: DraftedPack) =>
    pack.entities.map(({ id, type, show: shown, names }) => [
      id,
      type,
      shown,
      names.map(({ text, needs }) => `${text}${needs ? ` needs ${JSON.stringify(needs)}` : ''}`).join(', '),
    ]);

  test('are who and what the articles name, the most often named first', () => {
    const pack = draft(
      'Ines Falk met the Water and Land Agency (WLA). Falk left. The WLA stayed in Lowell. Black voters live in Lowell.',
      'The WLA is old. Ann Lee, a lawyer, saw it. Bo Hill did. Black people came.',
    );
    expect(namesOf(pack)).toEqual([
      [
        'water-and-land-agency',
        'agency',
        'always',
        'Water and Land Agency, WLA needs {"mentions":["water-and-land-agency"]}',
      ],
      ['ines-falk', 'person', 'always', 'Ines Falk, Falk needs {"mentions":["ines-falk"]}'],
      ['lowell', 'place', 'with-story', 'Lowell'],
      ['ann-lee', '', 'always', 'Ann Lee'],
    ]);
    expect(pack.entities[1]).toMatchObject({
      summary: '',
      summaryCites: ['article-1'],
      names: [{}, { never: { afterGivenName: { except: expect.arrayContaining(['Ines', 'Sen.']) } } }],
    });
  });

  test('a name that is a word as well needs other names of the story; alone it is none', () => {
    const text = 'We saw Zoom. It was Zoom. Later Zoom paid, and they zoom in.';
    expect(namesOf(draft(text))).toEqual([]);
    expect(namesOf(draft(`${text} We met Ines Falk. Then Falk left.`))).toEqual([
      ['zoom', '', 'with-story', 'Zoom needs {"page":["Ines Falk"]}'],
      ['ines-falk', 'person', 'always', 'Ines Falk, Falk needs {"mentions":["ines-falk"]}'],
    ]);
  });

  test('have the name with its title where an article prints no full name', () => {
    const pack = draft(
      'Ines Falk came. Mayor Falk left.',
      'The nominee of Mayor Falk’s came, and Mr. Falk smiled. Mayor Falk left.',
    );
    const [entity] = pack.entities;
    expect(entity?.names.map(({ text }) => text)).toEqual(['Ines Falk', 'Falk', 'Mayor Falk']);
    expect(entity?.names[2]).toEqual({ text: 'Mayor Falk' });
  });

  test('a caption that two editions print is one place', () => {
    expect(namesOf(draft('A photo from Lowell in May.', 'A photo from Lowell in May.'))).toEqual([]);
  });

  test('outlets are not what their articles are about', () => {
    const text = 'We read the Harbour Post. It is the Harbour Post.';
    expect(namesOf(draft({ text, outlet: 'Harbour Post' }))).toEqual([]);
    expect(namesOf(draft({ text, outlet: 'Gazette' }))).toHaveLength(1);
  });
});

test('an office that one article prints before the name makes no other speaker', () => {
  const { entities, statements } = draft(
    'Safety Adviser Ines Falk spoke. “The bridge is finished, and it is safe,” Falk said.',
    '“The bridge is finished, and it is safe,” Ines Falk said. Falk left.',
  );
  expect(entities.map(({ title }) => title)).toEqual(['Ines Falk']);
  expect(statements.map(({ speaker }) => speaker)).toEqual([{ entity: 'ines-falk', text: 'Ines Falk' }]);
});
