import { useEffect, useId, useState } from 'preact/hooks';
import type { KeptSummary } from '../../contracts/kept-calls.ts';
import { text } from '../../i18n/texts.ts';
import { Field, KeepForm } from './correction-form.tsx';
import type { KeepServices, StoryName } from './keep-services.ts';

interface StoryChoiceProps {
  readonly kept: KeptSummary;
  /** Those that the article may belong to, the nearest first. */
  readonly nearest: readonly StoryName[];
  readonly services: Pick<KeepServices, 'listStories'>;
  /** `id` is null for a new story. */
  onChoose(story: { readonly id: string | null; readonly title: string }): void;
  onCancel(): void;
}

/** No id of a story is empty. */
const newStory = '';

/** Another story for a kept article: those that are near, all others, or a new one. */
export function StoryChoice({ kept, nearest, services, onChoose, onCancel }: StoryChoiceProps) {
  const id = useId();
  const [stories, setStories] = useState<readonly StoryName[]>([]);
  const near = nearest.filter((story) => story.id !== kept.story.id);
  const [chosen, setChosen] = useState(near[0]?.id ?? newStory);
  useEffect(() => {
    // Without them the nearest and a new one remain to choose from.
    services.listStories().then(setStories, () => undefined);
  }, [services]);
  const others = stories
    .filter((story) => story.id !== kept.story.id && !near.some((one) => one.id === story.id))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const submit = (data: FormData) => {
    const found = [...near, ...others].find((story) => story.id === chosen);
    onChoose(found ?? { id: null, title: String(data.get('name') ?? '').trim() });
  };
  return (
    <KeepForm submitLabel="keepMove" onSubmit={submit} onCancel={onCancel}>
      <p class="keep-field">
        <label for={id}>{text('keepStory')}</label>
        <select id={id} value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
          <Stories label={text('keepStoriesNear')} stories={near} />
          <Stories label={text('keepStoriesOther')} stories={others} />
          <option value={newStory}>{text('keepStoryNew')}</option>
        </select>
      </p>
      {chosen === newStory && <Field name="name" label="keepStoryName" value={kept.title} isRequired />}
    </KeepForm>
  );
}

function Stories({ label, stories }: { label: string; stories: readonly StoryName[] }) {
  if (stories.length === 0) return null;
  return (
    <optgroup label={label}>
      {stories.map(({ id, title }) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
    </optgroup>
  );
}
