import type { Settings } from '../settings/settings.ts';
import { PackWords } from './content-language.tsx';
import { Switch } from './form-controls.tsx';
import { formatDay } from './format-date.ts';
import type { Change } from './options-view.tsx';
import { countedText, text } from './texts.ts';

/** A pack as this page lists it. */
export interface TopicPack {
  readonly id: string;
  readonly title: string;
  readonly knownTo: string;
  readonly topics: readonly {
    readonly ref: string;
    readonly title: string;
    readonly color: string;
    readonly onByDefault: boolean;
    readonly entityCount: number;
  }[];
}

interface TopicListProps {
  readonly packs: readonly TopicPack[];
  readonly settings: Settings;
  readonly change: Change;
}

export function TopicList({ packs, settings, change }: TopicListProps) {
  return packs.map(({ id, title, knownTo, topics }) => (
    <fieldset key={id} class="topics">
      <legend>{text('optionsPack', { title, date: formatDay(knownTo) })}</legend>
      {topics.map(({ ref, title: topicTitle, color, onByDefault, entityCount }) => (
        <div key={ref} class="topic" style={{ '--topic': color }}>
          <Switch
            label={<PackWords>{topicTitle}</PackWords>}
            hint={countedText('optionsEntities', entityCount)}
            isOn={settings.topics[ref] ?? onByDefault}
            onChange={(isOn) => void change({ kind: 'topic', topic: ref, isOn })}
          />
        </div>
      ))}
    </fieldset>
  ));
}
