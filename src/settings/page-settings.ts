import type { Settings } from './settings.ts';
import { isSiteAllowed } from './site-rules.ts';

export interface TopicChoice {
  readonly ref: string;
  readonly color: string;
  readonly onByDefault: boolean;
}

/** What stops Sidelight on a host, if anything. */
export function findStop(settings: Settings, host: string): 'disabled' | 'site' | null {
  if (!settings.enabled) return 'disabled';
  return isSiteAllowed(host, settings.sites) ? null : 'site';
}

/** The settings as one page needs them: what is on, and how it is to be painted. */
export function makePageSettings(settings: Settings, topics: readonly TopicChoice[], host: string) {
  const isTopicOn = ({ ref, onByDefault }: TopicChoice) => settings.topics[ref] ?? onByDefault;
  return {
    isOn: findStop(settings, host) === null,
    colorByTopic: new Map(topics.filter(isTopicOn).map(({ ref, color }) => [ref, color] as const)),
    hiddenEntities: new Set(settings.hiddenEntities),
    density: settings.density,
    extent: settings.extent,
    painter: settings.painter,
    hover: settings.hover,
  };
}
