import { useLayoutEffect } from 'preact/hooks';
import { formatDay, formatMoment } from '../../../i18n/format-date.ts';
import { countedText, formatList, text } from '../../../i18n/texts.ts';
import { StorageSentence } from '../../components/storage-sentence.tsx';
import { writeAddress } from '../../content/library-address.ts';
import { type FileServices, OpenFile } from '../files/open-file.tsx';
import { FailureNotice } from '../navigation/notice.tsx';
import { useQuery } from '../navigation/use-query.ts';
import type { ListedStory } from '../worker/list-stories.ts';
import type { StoriesProps } from './stories-props.ts';
import { StoryExample } from './story-example.tsx';

/** The reader's stories, each with its articles; if there are none, what keeping does. */
export function StoryList({
  navigation,
  service,
  edition,
  files,
  onRetry,
}: StoriesProps & { readonly files: FileServices }) {
  const { answer } = useQuery(edition, service.listStories);
  const title = text('storiesTitle');
  const isDrawn = answer.state !== 'waiting';
  useLayoutEffect(() => {
    if (isDrawn) navigation.arrive(text('libraryPageTitle', { title }));
  }, [navigation, isDrawn, title]);
  if (answer.state === 'waiting') return <p class="loading">{text('libraryLoading')}</p>;
  if (answer.state === 'failed') return <FailureNotice reason={answer.reason} onRetry={onRetry} />;
  return (
    <div class="stories">
      <h1 tabIndex={-1}>{title}</h1>
      {answer.reply.length === 0 ? (
        <StoryExample />
      ) : (
        <>
          <p class="opening">{text('storiesHint')}</p>
          <ul class="story-list">
            {answer.reply.map((story) => (
              <StoryLine key={story.id} story={story} />
            ))}
          </ul>
          <StorageSentence isPersistent={files.isPersistent} />
        </>
      )}
      <OpenFile files={files} />
    </div>
  );
}

/** Outlets that are named before they are only counted. */
const namedOutlets = 4;

function StoryLine({ story }: { story: ListedStory }) {
  const { id, title, articleCount, outlets, firstDate, lastDate, keptAt, isOn } = story;
  const more = outlets.length - namedOutlets;
  const named = more > 1 ? outlets.slice(0, namedOutlets) : outlets;
  const others = more > 1 ? [text('storiesMoreOutlets', { count: more })] : [];
  const dates = [...new Set([firstDate, lastDate])].filter((date) => date !== '').map(formatDay);
  return (
    <li>
      <h2 dir="auto">
        <a href={writeAddress({ kind: 'story', id })}>{title || outlets[0] || text('keptUntitled')}</a>
      </h2>
      <p>
        {countedText('storiesArticles', articleCount)}
        {outlets.length > 0 && <span dir="auto"> · {formatList([...named, ...others])}</span>}
      </p>
      <p class="when">
        {dates.length > 0 && <span>{dates.join(' – ')} · </span>}
        {text('storiesKeptLast', { date: formatMoment(Date.parse(keptAt)) })}
        {!isOn && <> · {text('storiesOff')}</>}
      </p>
    </li>
  );
}
