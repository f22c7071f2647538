import { text } from '../../../i18n/texts.ts';
import { maxSteps } from '../../../knowledge/text/find-matching-blocks.ts';
import { compareWording } from '../../../view-models/compare-wording.ts';
import type { StoryArticle, StoryPlace, StoryUtterance } from '../../../view-models/stories/story-content.ts';
import { ArticlesContext } from './story-articles.ts';
import { UtteranceView } from './utterance-view.tsx';

/** What keeping does, with two small invented articles; shown while nothing is kept. */
export function StoryExample() {
  const [articles, utterance] = makeExample();
  return (
    <>
      <p class="opening">{text('storiesEmpty')}</p>
      <ol class="steps">
        <li>{text('storiesEmptyKeep')}</li>
        <li>{text('storiesEmptyOpen')}</li>
        <li>{text('storiesEmptyCompare')}</li>
      </ol>
      <section class="story-example" aria-labelledby="story-example">
        <h2 id="story-example">{text('storiesExample')}</h2>
        <p class="hint">{text('storiesExampleHint')}</p>
        <div class="example-articles">
          {articles.map(({ id, outlet, title }, number) => (
            <article key={id}>
              <h3>{title}</h3>
              <p class="when">{outlet}</p>
              <p>{text(number === 0 ? 'storiesExampleTextA' : 'storiesExampleTextB')}</p>
            </article>
          ))}
        </div>
        <ArticlesContext.Provider value={new Map(articles.map((article) => [article.id, article]))}>
          <UtteranceView utterance={utterance} articleCount={2} />
        </ArticlesContext.Provider>
      </section>
    </>
  );
}

function makeExample(): [readonly StoryArticle[], StoryUtterance] {
  const full = text('storiesExampleQuoteA');
  const changed = text('storiesExampleQuoteB');
  const runs = compareWording([full], { parts: [{ text: changed }] }, maxSteps).differences?.runs ?? null;
  return [
    [
      describe('a', text('storiesExampleOutletA'), text('storiesExampleTitleA')),
      describe('b', text('storiesExampleOutletB'), text('storiesExampleTitleB')),
    ],
    {
      speaker: text('storiesExampleSpeaker'),
      relation: 'differs',
      articleCount: 2,
      printings: [
        { printedBy: [placeOf('a', full)], relation: 'fullest', turns: [], runs: null },
        { printedBy: [placeOf('b', changed)], relation: 'differs', turns: ['time'], runs },
      ],
    },
  ];
}

function describe(id: string, outlet: string, title: string): StoryArticle {
  return {
    ...{ id, outlet, title, kind: 'text', authors: [], date: '', address: '', language: '' },
    ...{ wordCount: 0, keptAt: [], isCorrected: false, note: '', editionOf: null },
  };
}

function placeOf(article: string, words: string): StoryPlace {
  return { article, parts: [{ text: words, start: 0, end: words.length }], attribution: null };
}
