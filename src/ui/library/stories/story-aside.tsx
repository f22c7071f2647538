import { useState } from 'preact/hooks';
import { text } from '../../../i18n/texts.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';
import { Switch } from '../../components/form-controls.tsx';
import { HandOn } from '../hand-on/hand-on.tsx';
import { useQuery } from '../navigation/use-query.ts';
import { NoteForm } from './note-form.tsx';
import type { StoriesProps } from './stories-props.ts';
import { StoryChoice } from './story-choice.tsx';
import { StoryExport } from './story-export.tsx';

type StoryAsideProps = Omit<StoriesProps, 'onRetry'> & { readonly content: StoryContent };

/** What can be done with the whole story. */
export function StoryAside({ content, navigation, service, kept, edition }: StoryAsideProps) {
  const { id, title, note, isOn, marksNames } = content.story;
  const change = (part: { isOn?: boolean; marksNames?: boolean; note?: string }, done: string) =>
    kept.act((call) => call('changeStory', { id, change: part }), done);
  const remove = async () => {
    const isDone = await kept.act(
      (call) => call('removeStory', { id }),
      text('storyRemovedWhole', { title }),
    );
    if (isDone) navigation.goTo({ kind: 'stories' });
  };
  return (
    <aside aria-label={text('libraryAside')} class="on-screen">
      <section>
        <h2>{text('libraryOnPages')}</h2>
        <Switch
          label={text('storyMarksQuotations')}
          isOn={isOn}
          onChange={(wanted) =>
            void change({ isOn: wanted }, text(wanted ? 'storyMarkedNow' : 'storyMarkedNoMore', { title }))
          }
        />
        <Switch
          label={text('storyMarksNames')}
          isOn={isOn && marksNames}
          isDisabled={!isOn}
          onChange={(wanted) =>
            void change(
              { marksNames: wanted },
              text(wanted ? 'storyNamesMarkedNow' : 'storyNamesMarkedNoMore', { title }),
            )
          }
        />
      </section>
      <section>
        <h2>{text('librarySourceNote')}</h2>
        <NoteForm note={note} onSave={(words) => change({ note: words }, text('storyNoteSaved'))} />
      </section>
      {content.isCompared && <StoryExport content={content} kept={kept} />}
      <HandOn story={id} service={service} kept={kept} />
      <section>
        <h2>{text('storyChange')}</h2>
        <Merge content={content} navigation={navigation} service={service} kept={kept} edition={edition} />
        <button type="button" onClick={() => void remove()}>
          {text('storyRemoveWhole')}
        </button>
      </section>
    </aside>
  );
}

function Merge({ content, navigation, service, kept, edition }: StoryAsideProps) {
  const { id, title } = content.story;
  const { answer } = useQuery(edition, service.listStories);
  const [into, setInto] = useState('');
  const stories = answer.state === 'answered' ? answer.reply.filter((story) => story.id !== id) : [];
  const goal = stories.find((story) => story.id === into);
  if (stories.length === 0) return null;
  const merge = async () => {
    if (goal === undefined) return;
    const isDone = await kept.act(
      (call) => call('mergeStories', { from: id, into: goal.id }),
      text('storyMerged', { title, into: goal.title }),
    );
    if (isDone) navigation.goTo({ kind: 'story', id: goal.id });
  };
  return (
    <div class="merge">
      <StoryChoice stories={stories} value={goal?.id ?? ''} onChange={setInto} />
      <button type="button" disabled={goal === undefined} onClick={() => void merge()}>
        {text('storyMerge')}
      </button>
    </div>
  );
}
