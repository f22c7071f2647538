import { formatNumber, text } from '../../../i18n/texts.ts';
import type { StoryFact } from '../../../view-models/stories/story-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { MarkedText } from '../../content/marked-text.tsx';
import { ContentSection } from '../pages/content-section.tsx';
import { ArticleLink } from './article-link.tsx';

/** Sentences that agree but for a number: each as printed, with the numbers marked. */
export function FactsSection({ facts }: { facts: readonly StoryFact[] }) {
  return (
    <ContentSection
      id="facts"
      title="storyFacts"
      count={formatNumber(facts.length)}
      isShown={facts.length > 0}
    >
      <p class="hint">{text('storyFactsHint')}</p>
      <MoreList
        atFirst={5}
        class="statements"
        items={facts.map(({ sentences }) => (
          <li key={sentences[0]?.text}>
            <ul class="fact-sentences">
              {sentences.map(({ text: words, marks, places }) => (
                <li key={words}>
                  <p dir="auto">
                    <MarkedText text={words} places={marks} class="differing" />
                  </p>
                  <ul class="printers">
                    {places.map((place) => (
                      <li key={`${place.article} ${place.start}`}>
                        <ArticleLink article={place.article} passage={place} quoted={words} />
                      </li>
                    ))}
                  </ul>
                </li>
              ))}
            </ul>
          </li>
        ))}
      />
    </ContentSection>
  );
}
