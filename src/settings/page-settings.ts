import type { NameException } from '../knowledge/name-exception.ts';
import type { Settings } from './settings.ts';
import { isHostUnder, isSiteAllowed } from './site-rules.ts';

export interface TopicChoice {
  readonly ref: string;
  readonly color: string;
  readonly onByDefault: boolean;
}

/** The sites (`siteOf`) whose rules apply to a frame; both are the same if the frame is the page itself. */
export interface FrameHosts {
  readonly own: string;
  /** Of the page that contains the frame. */
  readonly page: string;
}

/**
 * The rule that stops Sidelight in a frame, if any. Switching a site off covers its pages with everything in them. A
 * frame's own host counts as well: a site that is switched off must not return inside another.
 */
export function findDisabledReason(settings: Settings, hosts: FrameHosts): 'disabled' | 'site' | null {
  if (!settings.enabled) return 'disabled';
  const asked = settings.sites.mode === 'only' ? [hosts.page] : [hosts.page, hosts.own];
  return asked.every((host) => isSiteAllowed(host, settings.sites)) ? null : 'site';
}

/**
 * A frame's host counts besides its page's, as in `findDisabledReason`: an exception for either applies to
 * this text.
 */
export function findExceptions(settings: Settings, hosts: FrameHosts): readonly NameException[] {
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

/**
 * The settings that one page needs, and nothing about other sites. Plain JSON, because it is sent in a
 * message.
 */
export interface PageSettings extends PassedOn {
  readonly stoppedBy: ReturnType<typeof findDisabledReason>;
  /** The topics that are on, each with its colour. */
  readonly topics: readonly (readonly [ref: string, color: string])[];
  /** Wrong matches on this page's site, and on every site. */
  readonly exceptions: readonly NameException[];
}

/** Whether the reader wants to see an entity: its topic is on, and it is not hidden. References. */
export function isEntityChosen(
  settings: Settings,
  entity: string,
  topic: Pick<TopicChoice, 'ref' | 'onByDefault'>,
): boolean {
  return isTopicOn(settings, topic) && !settings.hiddenEntities.includes(entity);
}

function isTopicOn(
  settings: Settings,
  { ref, onByDefault }: Pick<TopicChoice, 'ref' | 'onByDefault'>,
): boolean {
  return settings.topics[ref] ?? onByDefault;
}

export function makePageSettings(
  settings: Settings,
  topics: readonly TopicChoice[],
  hosts: FrameHosts,
): PageSettings {
  return {
    ...(Object.fromEntries(passedOn.map((field) => [field, settings[field]])) as PassedOn),
    stoppedBy: findDisabledReason(settings, hosts),
    topics: topics.filter((topic) => isTopicOn(settings, topic)).map(({ ref, color }) => [ref, color]),
    exceptions: findExceptions(settings, hosts),
  };
}
