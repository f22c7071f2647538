import { formatNumber, text } from '../../../i18n/texts.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { ContentSection } from '../pages/content-section.tsx';
import { UtteranceView } from './utterance-view.tsx';

/** What several articles print, the changes of meaning first. */
export function UtterancesSection({ content }: { content: StoryContent }) {
  const { utterances, articleCount, isCompared } = content;
  return (
    <>
      {isCompared && articleCount > 1 && utterances.length === 0 && (
        <p class="nothing">{text('storyNothingShared')}</p>
      )}
      {articleCount < 2 && <p class="nothing">{text('storyOneArticle')}</p>}
      <ContentSection
        id="utterances"
        title="storyUtterances"
        count={formatNumber(utterances.length)}
        isShown={utterances.length > 0}
      >
        <p class="hint">{text('storyUtterancesHint')}</p>
        <MoreList
          atFirst={6}
          class="statements"
          items={utterances.map((utterance) => {
            const first = utterance.printings[0]?.printedBy[0];
            return (
              <li key={`${first?.article} ${first?.parts[0]?.start}`}>
                <UtteranceView utterance={utterance} articleCount={articleCount} />
              </li>
            );
          })}
        />
      </ContentSection>
    </>
  );
}
