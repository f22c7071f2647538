import { text } from '../../../i18n/texts.ts';
import { listOutlets, type StoryFilter, wholeStory } from '../../../view-models/stories/filter-story.ts';
import type { StoryContent } from '../../../view-models/stories/story-content.ts';

interface StoryFilterProps {
  readonly content: StoryContent;
  readonly filter: StoryFilter;
  onChange(filter: StoryFilter): void;
}

/** Narrows the page to a speaker or an outlet. */
export function StoryFilterForm({ content, filter, onChange }: StoryFilterProps) {
  const outlets = listOutlets(content);
  if (content.speakers.length < 2 && outlets.length < 2) return null;
  return (
    <fieldset class="story-filter">
      <legend>{text('libraryFilter')}</legend>
      <Choice
        label={text('storyFilterSpeaker')}
        all={text('storyFilterAnySpeaker')}
        values={content.speakers.map(({ name }) => name)}
        value={filter.speaker}
        onChange={(speaker) => onChange({ ...filter, speaker })}
      />
      <Choice
        label={text('storyFilterOutlet')}
        all={text('storyFilterAnyOutlet')}
        values={outlets}
        value={filter.outlet}
        onChange={(outlet) => onChange({ ...filter, outlet })}
      />
      {(filter.speaker !== '' || filter.outlet !== '') && (
        <button type="button" onClick={() => onChange(wholeStory)}>
          {text('libraryFilterClear')}
        </button>
      )}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly all: string;
  readonly values: readonly string[];
  readonly value: string;
  onChange(value: string): void;
}

function Choice({ label, all, values, value, onChange }: ChoiceProps) {
  if (values.length < 2) return null;
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        <option value="">{all}</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
