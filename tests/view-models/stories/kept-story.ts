import type { KeptArticle, Story } from '../../../src/stories/kept/kept-article.ts';
import type { Article } from '../../../src/stories/text/article.ts';

/** An invented story, and articles for it. */
export const story: Story = {
  id: '00000000000000aa',
  title: 'The old bridge',
  createdAt: '2024-03-04T10:00:00.000Z',
  isOn: true,
  marksNames: false,
  note: '',
  stamp: '1',
};

export function keptArticle(
  id: string,
  article: Partial<Article>,
  more: Partial<KeptArticle> = {},
): KeptArticle {
  return {
    id,
    story: story.id,
    kind: 'page',
    versions: [
      {
        keptAt: '2024-03-04T10:00:00.000Z',
        article: {
          title: `Headline of ${id}`,
          outlet: id,
          authors: [],
          date: '2024-03-04',
          address: `https://${id}.example/bridge`,
          language: 'en',
          text: '',
          ...article,
        },
      },
    ],
    corrections: {},
    note: '',
    ...more,
  };
}

/** Three invented articles on one event. */
export const bridgeArticles: readonly KeptArticle[] = [
  keptArticle('herald', {
    title: 'Mayor closes the old bridge',
    outlet: 'The Herald',
    authors: ['Eve Moss'],
    text: [
      'The old bridge will close, Mayor Ann Lee said on Monday.',
      '“We will close the old bridge on Monday because it is rusted,” Ann Lee said.',
      '“Nobody has to fear for a job,” Ann Lee said. The bridge was built in 1931 and carries 2,000 cars on a day.',
    ].join('\n\n'),
  }),
  keptArticle('gazette', {
    title: 'Bridge closes on Friday',
    outlet: 'Gazette',
    date: '2024-03-05',
    text: [
      'The town will close its bridge.',
      '“We will close the old bridge on Friday because it is rusted,” said Ann Lee, a former engineer.',
      '“I walked over it each day,” said Bo Hill. The bridge was built in 1931 and carries 3,000 cars on a day.',
    ].join('\n\n'),
  }),
  keptArticle('post', {
    title: 'A bridge too old',
    outlet: 'Post',
    date: '2024-03-03',
    text: [
      'It is over for the old bridge.',
      '“Nobody has to fear for a job,” Ann Lee said.',
      'A spokesman for the town called the plan “a good day for everybody who walks”.',
    ].join('\n\n'),
  }),
];
