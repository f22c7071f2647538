import { keptPackId, keptStoryOf, refOf } from '../../knowledge/qualify-pack.ts';
import type { SettingsChange } from '../../settings/change-settings.ts';
import type { Settings } from '../../settings/settings.ts';
import { listStories } from '../../storage/kept-store.ts';
import { topicId } from '../../stories/kept/make-story-pack.ts';

/** The settings as cards see and change them. */
interface CardSettings {
  write(change: SettingsChange): Promise<Settings>;
  read(): Promise<Settings>;
}

/**
 * Makes a story's topic a topic like any other for a card, which can switch it off and undo that: the switch is stored
 * with the story, not in the settings.
 * @param switchStory rejects if the story is not kept any more
 */
export function withStorySwitches(
  write: CardSettings['write'],
  read: CardSettings['read'],
  switchStory: (id: string, isOn: boolean) => Promise<void>,
): CardSettings {
  return {
    async write(change) {
      const story = change.kind === 'topic' ? keptStoryOf(change.topic) : undefined;
      if (change.kind !== 'topic' || story === undefined) return write(change);
      await switchStory(story, change.isOn ?? true);
      return read();
    },
    async read() {
      const [settings, stories] = await Promise.all([read(), listStories().catch(() => [])]);
      const off = stories.filter(({ isOn }) => !isOn);
      const topics = off.map(({ id }) => [refOf(keptPackId(id), topicId), false] as const);
      return { ...settings, topics: { ...settings.topics, ...Object.fromEntries(topics) } };
    },
  };
}
