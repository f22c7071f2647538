import { useRef, useState } from 'preact/hooks';
import { countedText, text } from '../../../i18n/texts.ts';
import { listOutlets } from '../../../view-models/stories/filter-story.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import type { KeptOutcome } from './use-kept-outcome.ts';

interface StoryHeadingProps {
  readonly story: StoryContent['story'];
  readonly content: StoryContent;
  readonly kept: KeptOutcome;
}

/** Title and counts of a story; its title can be changed in place. */
export function StoryHeading({ story, content, kept }: StoryHeadingProps) {
  const [isRenaming, setIsRenaming] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setIsRenaming(false);
    // After the form is gone, so that the keyboard's place is not lost.
    requestAnimationFrame(() => button.current?.focus());
  };
  const outlets = listOutlets(content).length;
  return (
    <header class="page-heading">
      <p class="kind">
        <span class="type">{text('storyKind')}</span> ·{' '}
        {countedText('storiesArticles', content.articles.length)}
        {outlets > 0 && <> · {countedText('cardOutlets', outlets)}</>}
        {content.articleCount < content.articles.length && (
          <> · {countedText('storyCompared', content.articleCount)}</>
        )}
      </p>
      <h1 tabIndex={-1} dir="auto">
        {story.title}
      </h1>
      {isRenaming ? (
        <RenameForm story={story} kept={kept} onClose={close} />
      ) : (
        <p class="on-screen">
          <button ref={button} type="button" class="action" onClick={() => setIsRenaming(true)}>
            {text('storyRename')}
          </button>
        </p>
      )}
      {story.note !== '' && (
        <p class="summary own-note" dir="auto">
          {story.note}
        </p>
      )}
    </header>
  );
}

interface RenameFormProps extends Pick<StoryHeadingProps, 'story' | 'kept'> {
  onClose(): void;
}

function RenameForm({ story: { id, title: before }, kept, onClose }: RenameFormProps) {
  const field = useRef<HTMLInputElement>(null);
  const rename = async () => {
    const title = field.current?.value.trim() ?? '';
    if (title === '' || title === before) return onClose();
    const isDone = await kept.act(
      (call) => call('changeStory', { id, change: { title } }),
      text('storyRenamed', { title }),
    );
    if (isDone) onClose();
  };
  return (
    <form
      class="rename"
      onSubmit={(event) => {
        event.preventDefault();
        void rename();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <label>
        {text('storyTitle')}
        <input
          ref={(element) => {
            if (field.current === null) element?.focus();
            field.current = element;
          }}
          type="text"
          dir="auto"
          maxLength={200}
          defaultValue={before}
        />
      </label>
      <button type="submit">{text('storySave')}</button>
      <button type="button" onClick={onClose}>
        {text('storyCancel')}
      </button>
    </form>
  );
}
