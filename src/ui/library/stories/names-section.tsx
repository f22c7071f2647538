import { countedText, formatNumber, text } from '../../../i18n/texts.ts';
import type { StoryContent, StoryName } from '../../../view-models/stories/story-content.ts';
import { MoreList } from '../../components/more-list.tsx';
import { ContentSection } from '../pages/content-section.tsx';
import { ArticleLink } from './article-link.tsx';

/** Who and what is named, and how each outlet describes it: those that are described first. */
export function NamesSection({ content: { names, articleCount } }: { content: StoryContent }) {
  const described = names.filter(({ descriptions }) => descriptions.length > 0);
  const others = names.filter(({ descriptions }) => descriptions.length === 0);
  return (
    <ContentSection
      id="names"
      title="storyNames"
      count={formatNumber(names.length)}
      isShown={names.length > 0}
    >
      <p class="hint">{text('storyNamesHint')}</p>
      {described.length > 0 && (
        <MoreList
          atFirst={6}
          class="story-names"
          items={described.map((name) => (
            <li key={name.name}>
              <DescribedName name={name} articleCount={articleCount} />
            </li>
          ))}
        />
      )}
      {others.length > 0 && (
        <details>
          <summary>{countedText('storyNamesOnly', others.length)}</summary>
          <MoreList
            atFirst={30}
            class="bare-names"
            items={others.map((name) => (
              <li key={name.name}>
                <span dir="auto">{name.name}</span> <NamedBy name={name} articleCount={articleCount} />
              </li>
            ))}
          />
        </details>
      )}
    </ContentSection>
  );
}

interface NameProps {
  readonly name: StoryName;
  readonly articleCount: number;
}

function DescribedName({ name, articleCount }: NameProps) {
  const { otherSpellings, descriptions } = name;
  return (
    <>
      <h3>
        <span dir="auto">{name.name}</span> <NamedBy name={name} articleCount={articleCount} />
      </h3>
      {otherSpellings.length > 0 && (
        <p class="hint">
          {text('libraryAlsoCalled')} <span dir="auto">{otherSpellings.slice(0, 4).join(', ')}</span>
        </p>
      )}
      <MoreList
        atFirst={4}
        class="descriptions"
        items={descriptions.map(({ text: words, places }) => (
          <li key={words}>
            <q dir="auto">{words}</q>{' '}
            {places.slice(0, 3).map((place) => (
              <ArticleLink key={place.article} article={place.article} passage={place} />
            ))}
            {places.length > 3 && (
              <span class="when"> {text('storiesMoreOutlets', { count: places.length - 3 })}</span>
            )}
          </li>
        ))}
      />
    </>
  );
}

function NamedBy({ name: { namedBy }, articleCount }: NameProps) {
  return (
    <span class="count">
      {namedBy.length === 1 && articleCount > 1
        ? text('storyOnlyOne', { count: articleCount })
        : text('storyOfArticles', { count: namedBy.length, all: articleCount })}
    </span>
  );
}
