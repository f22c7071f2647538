import type { PackOverview } from '../../contracts/messages.ts';
import { formatDay } from '../../i18n/format-date.ts';
import { countedText, text } from '../../i18n/texts.ts';
import type { Settings } from '../../settings/settings.ts';
import { Switch } from '../components/form-controls.tsx';
import { PackWords } from '../content/content-language.tsx';
import type { Change } from './undo/change.ts';

interface TopicListProps {
  readonly packs: readonly PackOverview[];
  readonly settings: Settings;
  readonly change: Change;
}

export function TopicList({ packs, settings, change }: TopicListProps) {
  return packs
    .filter(({ topics }) => topics.length > 0)
    .map(({ id, title, knownTo, topics }) => (
      <fieldset key={id} class="topics">
        <legend>{text('optionsPack', { title, date: formatDay(knownTo) })}</legend>
        {topics.map(({ ref, title: topicTitle, color, onByDefault, entityCount }) => (
          <div key={ref} class="topic" style={{ '--topic': color }}>
            <Switch
              label={<PackWords>{topicTitle}</PackWords>}
              hint={countedText('optionsTopicMarks', entityCount)}
              isOn={settings.topics[ref] ?? onByDefault}
              onChange={(isOn) => void change({ kind: 'topic', topic: ref, isOn })}
            />
          </div>
        ))}
      </fieldset>
    ));
}
