import { useState } from 'preact/hooks';
import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import type { StoryContent, StorySpeaker } from '../../../view-models/stories/story-content.ts';
import { ContentSection } from '../pages/content-section.tsx';
import { ArticleLink } from './article-link.tsx';

interface SpeakersProps {
  readonly content: StoryContent;
  /** Narrows the page to what a speaker says. */
  onChoose(speaker: string): void;
}

const atFirst = 8;

/** Who is quoted, by whom, and who only in one article. */
export function SpeakersSection({ content: { speakers, articleCount }, onChoose }: SpeakersProps) {
  const [isWhole, setIsWhole] = useState(false);
  const isLong = speakers.length > atFirst + 1;
  const shown = isLong && !isWhole ? speakers.slice(0, atFirst) : speakers;
  return (
    <ContentSection
      id="speakers"
      title="storySpeakers"
      count={formatNumber(speakers.length)}
      isShown={speakers.length > 0}
    >
      <p class="hint">{text('storySpeakersHint')}</p>
      <table class="speakers">
        <thead>
          <tr>
            <th scope="col">{text('storySpeaker')}</th>
            <th scope="col">{text('storyQuotedBy')}</th>
            <th scope="col">{text('libraryQuotations')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((speaker) => (
            <SpeakerRow
              key={speaker.name}
              speaker={speaker}
              articleCount={articleCount}
              onChoose={onChoose}
            />
          ))}
        </tbody>
      </table>
      {isLong && (
        <button type="button" class="more" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? text('cardShowLess') : countedText('cardShowMore', speakers.length - atFirst)}
        </button>
      )}
    </ContentSection>
  );
}

interface SpeakerRowProps extends Pick<SpeakersProps, 'onChoose'> {
  readonly speaker: StorySpeaker;
  readonly articleCount: number;
}

function SpeakerRow({ speaker, articleCount, onChoose }: SpeakerRowProps) {
  const { name, roles, articles, quotationCount } = speaker;
  return (
    <tr>
      <th scope="row">
        <button type="button" class="lead" dir="auto" onClick={() => onChoose(name)}>
          {name}
        </button>
        {roles.length > 0 && (
          <span class="role" dir="auto">
            {' '}
            {roles
              .slice(0, 3)
              .map((role) => `“${role}”`)
              .join(', ')}
          </span>
        )}
      </th>
      <td>
        {articles.length === 1 && articleCount > 1 && (
          <span class="only">{text('storyOnlyOne', { count: articleCount })} </span>
        )}
        {articles.length > 4 ? (
          text('storyOfArticles', { count: articles.length, all: articleCount })
        ) : (
          <ul class="printers">
            {articles.map((article) => (
              <li key={article}>
                <ArticleLink article={article} />
              </li>
            ))}
          </ul>
        )}
      </td>
      <td class="number">{formatNumber(quotationCount)}</td>
    </tr>
  );
}
