import { useEffect, useLayoutEffect, useMemo, useState } from 'preact/hooks';
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

/** The last story that was shown: who comes back to it finds it, and the place in it, at once. */
export interface KnownStory {
  key: string;
  content: StoryContent | undefined;
}

interface StoryPageProps extends StoriesProps {
  readonly id: string;
  readonly known: KnownStory;
}

/** What the articles of a story print, side by side. */
export function StoryPage({ id, known, navigation, service, kept, edition, onRetry }: StoryPageProps) {
  const key = `${edition} ${id}`;
  const preview = useQuery(key, () => service.previewStory(id)).answer;
  const { answer: compared, isCurrent } = useQuery(key, () => service.openStory(id));
  // The comparison takes longer than all else: until it is there, the reader can use the rest.
  const answer = compared.state === 'waiting' ? preview : compared;
  const content =
    (known.key === key && known.content) || (answer.state === 'answered' ? answer.reply : undefined);
  const heading = content?.story.title ?? text('libraryUnknown');
  const isDrawn = content !== undefined || answer.state !== 'waiting';
  useEffect(() => {
    if (isCurrent && compared.state === 'answered')
      Object.assign(known, { key, content: compared.reply ?? undefined });
  }, [known, key, isCurrent, compared]);
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(text('libraryPageTitle', { title: heading }));
  }, [navigation, isDrawn, heading]);
  if (!isDrawn) return <p class="loading">{text('libraryLoading')}</p>;
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
            {!content.isCompared && <p class="loading">{text('storyLoading')}</p>}
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
