import { splitRef } from '../knowledge/qualify-pack.ts';
import type { Settings } from './settings.ts';

/**
 * The reader's choices about the topics and entities of one pack. They are kept when the pack is removed, unless the
 * reader chooses otherwise.
 */
export type PackChoices = Pick<Settings, 'topics' | 'hiddenEntities' | 'exceptions'>;

export function choicesOfPack(settings: PackChoices, packId: string): PackChoices {
  return selectChoices(settings, (ref) => splitRef(ref).packId === packId);
}

export function forgetPack(settings: Settings, packId: string): Settings {
  return { ...settings, ...selectChoices(settings, (ref) => splitRef(ref).packId !== packId) };
}

export function hasChoices({ topics, hiddenEntities, exceptions }: PackChoices): boolean {
  return Object.keys(topics).length + hiddenEntities.length + exceptions.length > 0;
}

function selectChoices(
  { topics, hiddenEntities, exceptions }: PackChoices,
  isWanted: (ref: string) => boolean,
): PackChoices {
  return {
    topics: Object.fromEntries(Object.entries(topics).filter(([topic]) => isWanted(topic))),
    hiddenEntities: hiddenEntities.filter(isWanted),
    exceptions: exceptions.filter(({ entity }) => isWanted(entity)),
  };
}
