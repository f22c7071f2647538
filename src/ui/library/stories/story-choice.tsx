import { text } from '../../../i18n/texts.ts';
import type { ListedStory } from '../worker/list-stories.ts';

interface StoryChoiceProps {
  readonly stories: readonly ListedStory[];
  /** Id of the chosen story; empty for a new one, or for none. */
  readonly value: string;
  /** Whether a new story can be chosen. */
  readonly hasNew?: boolean;
  onChange(id: string): void;
}

/** A choice among the reader's stories. */
export function StoryChoice({ stories, value, hasNew = false, onChange }: StoryChoiceProps) {
  return (
    <label>
      {text('storyMoveTo')}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{hasNew ? text('storyNew') : text('storyChoose')}</option>
        {stories.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
    </label>
  );
}
