import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import { countedText, text } from '../../../i18n/texts.ts';
import { filterStory, listOutlets, wholeStory } from '../../../view-models/stories/filter-story.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import { writeAddress } from '../../content/library-address.ts';
import { FailureNotice, Notice } from '../navigation/notice.tsx';
import { useQuery } from '../navigation/use-query.ts';
import { PageContents } from '../pages/page-contents.tsx';
import { ArticlesSection } from './articles-section.tsx';
import { FactsSection } from './facts-section.tsx';
import { NamesSection } from './names-section.tsx';
import { OnlyHereSection } from './only-here-section.tsx';
import { SpeakersSection } from './speakers-section.tsx';
import type { StoriesProps } from './stories-props.ts';
import { ArticlesContext } from './story-articles.ts';
import { StoryAside } from './story-aside.tsx';
import { StoryFilterForm } from './story-filter-form.tsx';
import { StoryHeading } from './story-heading.tsx';
import { UtterancesSection } from './utterances-section.tsx';

interface StoryPageProps extends StoriesProps {
  readonly id: string;
}

/** What the articles of a story print, side by side. */
export function StoryPage({ id, navigation, service, kept, edition, onRetry }: StoryPageProps) {
  const { answer } = useQuery(`${edition} ${id}`, () => service.openStory(id));
  const content = answer.state === 'answered' ? answer.reply : undefined;
  const heading = content?.story.title ?? text('libraryUnknown');
  const isDrawn = answer.state !== 'waiting';
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(text('libraryPageTitle', { title: heading }));
  }, [navigation, isDrawn, heading]);
  if (answer.state === 'waiting') return <p class="loading">{text('storyLoading')}</p>;
  if (answer.state === 'failed') return <FailureNotice reason={answer.reason} onRetry={onRetry} />;
  if (!content) {
    return (
      <Notice
        title={text('libraryUnknown')}
        explanation={text('storyUnknown')}
        links={[{ address: writeAddress({ kind: 'stories' }), label: text('storiesTo') }]}
      />
    );
  }
  return (
    <StoryView content={content} kept={kept} service={service} navigation={navigation} edition={edition} />
  );
}

type StoryViewProps = Omit<StoriesProps, 'onRetry'> & { readonly content: StoryContent };

function StoryView({ content, ...props }: StoryViewProps) {
  const [filter, setFilter] = useState(wholeStory);
  const articles = useMemo(
    () => new Map(content.articles.map((article) => [article.id, article])),
    [content],
  );
  // A speaker or outlet that is gone with its article filters nothing.
  const wanted = {
    speaker: content.speakers.some(({ name }) => name === filter.speaker) ? filter.speaker : '',
    outlet: listOutlets(content).includes(filter.outlet) ? filter.outlet : '',
  };
  const { speaker: said, outlet } = wanted;
  const shown = useMemo(() => filterStory(content, { speaker: said, outlet }), [content, said, outlet]);
  const parts = [
    { id: 'utterances', title: text('storyUtterances'), count: shown.utterances.length },
    { id: 'only-here', title: text('storyOnlyHere'), count: shown.onlyHere.length },
    { id: 'speakers', title: text('storySpeakers'), count: shown.speakers.length },
    { id: 'names', title: text('storyNames'), count: shown.names.length },
    { id: 'facts', title: text('storyFacts'), count: shown.facts.length },
    { id: 'articles', title: text('storyArticles'), count: content.articles.length },
  ].filter(({ count }) => count > 0);
  return (
    <ArticlesContext.Provider value={articles}>
      <div class="story">
        <p class="back-to">
          <a href={writeAddress({ kind: 'stories' })}>{text('storiesTo')}</a>
        </p>
        <div class="columns with-contents">
          <PageContents parts={parts} />
          <div class="main-column">
            <StoryHeading story={content.story} content={content} kept={props.kept} />
            <StoryFilterForm content={content} filter={wanted} onChange={setFilter} />
            {/* Said again after each choice: what it leaves is further down. */}
            <p class="hidden-visually" role="status">
              {(wanted.speaker !== '' || wanted.outlet !== '') &&
                countedText('storyFiltered', shown.utterances.length + shown.onlyHere.length)}
            </p>
            <UtterancesSection content={shown} />
            <OnlyHereSection content={shown} />
            <SpeakersSection content={shown} onChoose={(speaker) => setFilter({ ...wanted, speaker })} />
            <FactsSection facts={shown.facts} />
            <NamesSection content={shown} />
            <ArticlesSection content={content} {...props} />
          </div>
          <StoryAside content={content} {...props} />
        </div>
      </div>
    </ArticlesContext.Provider>
  );
}
