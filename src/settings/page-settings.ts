import type { Settings } from './settings.ts';
import { isHostUnder, isSiteAllowed } from './site-rules.ts';

export interface TopicChoice {
  readonly ref: string;
  readonly color: string;
  readonly onByDefault: boolean;
}

/** The sites (`siteOf`) by which a reader may have meant a frame; the same one twice where the frame is the page itself. */
export interface FrameHosts {
  readonly own: string;
  /** Of the page that the frame stands in. */
  readonly page: string;
}

/**
 * What stops Sidelight in a frame, if anything. Whoever switches a site off means its pages with all that is in them;
 * a frame's own host counts beside it, because whoever switched that site off did not mean it to come back inside another.
 */
export function findStop(settings: Settings, hosts: FrameHosts): 'disabled' | 'site' | null {
  if (!settings.enabled) return 'disabled';
  const asked = settings.sites.mode === 'only' ? [hosts.page] : [hosts.page, hosts.own];
  return asked.every((host) => isSiteAllowed(host, settings.sites)) ? null : 'site';
}

/** A frame's host counts beside its page's, as in `findStop`: whoever meant either meant this text. */
function findExceptions(settings: Settings, hosts: FrameHosts) {
  const isHere = (host: string) => isHostUnder(hosts.page, host) || isHostUnder(hosts.own, host);
  return settings.exceptions
    .filter(({ host }) => host === undefined || isHere(host))
    .map(({ host, ...exception }) => exception);
}

/** The settings as one page needs them: what is on, and how it is to be painted. */
export function makePageSettings(settings: Settings, topics: readonly TopicChoice[], hosts: FrameHosts) {
  const isTopicOn = ({ ref, onByDefault }: TopicChoice) => settings.topics[ref] ?? onByDefault;
  return {
    isOn: findStop(settings, hosts) === null,
    colorByTopic: new Map(topics.filter(isTopicOn).map(({ ref, color }) => [ref, color] as const)),
    hiddenEntities: new Set(settings.hiddenEntities),
    exceptions: findExceptions(settings, hosts),
    density: settings.density,
    extent: settings.extent,
    painter: settings.painter,
    hover: settings.hover,
  };
}
