import { countedText, formatList, text } from '../../../i18n/texts.ts';
import type { KeptState } from '../../../settings/export/export-file.ts';
import { readSettings } from '../../../settings/read-settings.ts';

/** What was there before everything was set back or a file taken over. */
export interface StateBefore {
  readonly why: 'reset' | 'import';
  readonly atMs: number;
}

/** What a state holds, in a line: "3 settings, 2 sites, 1 pack". */
export function describeState({ settings, packs }: Pick<KeptState, 'settings' | 'packs'>): string {
  const { version: _version, topics, hiddenEntities, exceptions, sites, ...plain } = settings;
  const held = readSettings({ ...settings, topics, hiddenEntities, exceptions, sites });
  const topicCount = Object.keys(held.topics).length;
  const parts = [
    countPart('keepCountSettings', Object.keys(plain).length),
    countPart('keepCountTopics', topicCount),
    countPart('keepCountSites', held.sites.patterns.length),
    countPart('keepCountHidden', held.hiddenEntities.length),
    countPart('keepCountExceptions', held.exceptions.length),
    countPart('keepCountPacks', packs.length),
  ].filter((part) => part !== '');
  return parts.length === 0 ? text('keepCountNothing') : formatList(parts);
}

function countPart(key: Parameters<typeof countedText>[0], count: number): string {
  return count === 0 ? '' : countedText(key, count);
}
