import type { NameException } from '../knowledge/name-exception.ts';
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
export function findDisabledReason(settings: Settings, hosts: FrameHosts): 'disabled' | 'site' | null {
  if (!settings.enabled) return 'disabled';
  const asked = settings.sites.mode === 'only' ? [hosts.page] : [hosts.page, hosts.own];
  return asked.every((host) => isSiteAllowed(host, settings.sites)) ? null : 'site';
}

/** A frame's host counts beside its page's, as in `findDisabledReason`: whoever meant either meant this text. */
export function findExceptions(settings: Settings, hosts: FrameHosts): NameException[] {
  const isHere = (host: string) => isHostUnder(hosts.page, host) || isHostUnder(hosts.own, host);
  return settings.exceptions
    .filter(({ host }) => host === undefined || isHere(host))
    .map(({ host, ...exception }) => exception);
}

/** Settings that a page gets as they are. */
const passedOn = [
  'hiddenEntities',
  'density',
  'extent',
  'painter',
  'hover',
  'marks',
  'theme',
  'language',
] as const satisfies readonly (keyof Settings)[];
type PassedOn = Pick<Settings, (typeof passedOn)[number]>;

/** The settings as one page needs them, and no more: nothing of other sites. Plain JSON, because it travels. */
export interface PageSettings extends PassedOn {
  readonly stoppedBy: ReturnType<typeof findDisabledReason>;
  /** The topics that are on, each with its colour. */
  readonly topics: readonly (readonly [ref: string, color: string])[];
  readonly exceptions: ReturnType<typeof findExceptions>;
}

export function makePageSettings(
  settings: Settings,
  topics: readonly TopicChoice[],
  hosts: FrameHosts,
): PageSettings {
  const isTopicOn = ({ ref, onByDefault }: TopicChoice) => settings.topics[ref] ?? onByDefault;
  return {
    ...(Object.fromEntries(passedOn.map((field) => [field, settings[field]])) as PassedOn),
    stoppedBy: findDisabledReason(settings, hosts),
    topics: topics.filter(isTopicOn).map(({ ref, color }) => [ref, color]),
    exceptions: findExceptions(settings, hosts),
  };
}
