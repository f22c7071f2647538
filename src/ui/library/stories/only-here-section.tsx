import { useState } from 'preact/hooks';
import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import { groupBy } from '../../../view-models/group-positions.ts';
import type { LoneQuotation, StoryContent } from '../../../view-models/stories/story-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { ContentSection } from '../pages/content-section.tsx';
import { ArticleLink } from './article-link.tsx';
import { nameOutlet, useArticle } from './story-articles.ts';
import { Parts } from './utterance-view.tsx';

/** What only one of the kept articles quotes, by article. Open at first only where there are few. */
export function OnlyHereSection({ content: { onlyHere, articleCount } }: { content: StoryContent }) {
  const groups = groupBy(onlyHere, ({ article }) => article);
  return (
    <ContentSection
      id="only-here"
      title="storyOnlyHere"
      count={formatNumber(onlyHere.length)}
      isShown={onlyHere.length > 0}
    >
      {articleCount > 1 && <p class="hint">{text('storyOnlyHereHint', { count: articleCount })}</p>}
      <MoreList
        atFirst={8}
        class="only-here"
        items={groups.map(([article, quotations]) => (
          <li key={article}>
            <Group article={article} quotations={quotations} isOpenAtFirst={groups.length < 5} />
          </li>
        ))}
      />
    </ContentSection>
  );
}

interface GroupProps {
  readonly article: string;
  readonly quotations: readonly LoneQuotation[];
  readonly isOpenAtFirst: boolean;
}

function Group({ article, quotations, isOpenAtFirst }: GroupProps) {
  // What is folded is not drawn: forty articles may have a thousand quotations.
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const shown = useArticle(article);
  if (shown === undefined) return null;
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        <h3 dir="auto">{nameOutlet(shown)}</h3>{' '}
        <span class="count">{countedText('storyQuotations', quotations.length)}</span>
        {shown.title !== '' && (
          <span class="when" dir="auto">
            {' '}
            {shown.title}
          </span>
        )}
      </summary>
      {isOpen && (
        <MoreList
          atFirst={5}
          class="lone-quotations"
          items={quotations.map((quotation) => (
            <li key={quotation.parts[0]?.start}>
              <p class="speaker">
                {quotation.speaker === null ? (
                  <Attribution words={quotation.attribution} />
                ) : (
                  <strong dir="auto">{quotation.speaker}</strong>
                )}
              </p>
              <blockquote class="quote" lang={shown.language || undefined} dir="auto">
                <p>
                  <Parts place={quotation} />
                </p>
              </blockquote>
              <ArticleLink article={article} passage={quotation.parts[0]} quoted={quotation.parts[0]?.text} />
            </li>
          ))}
        />
      )}
    </details>
  );
}

/** The words beside the quotation as printed; they name nobody for certain. */
function Attribution({ words }: { words: string | null }) {
  if (words === null) return <>{text('speakerUnnamed')}</>;
  return (
    <span class="as-printed">
      {text('storyAttributed')} <q dir="auto">{words}</q>
    </span>
  );
}
