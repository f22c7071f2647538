import { countedText, formatList, text } from '../../../i18n/texts.ts';
import type { BackupSummary } from '../../../settings/export/export-file.ts';
import { readSettings } from '../../../settings/read-settings.ts';

/** A summary of a state in one line: "3 settings, 2 sites, 1 pack". */
export function describeState({
  settings,
  packs,
  kept,
}: Pick<BackupSummary, 'settings' | 'packs' | 'kept'>): string {
  const { version: _version, topics, hiddenEntities, exceptions, sites, ...plain } = settings;
  const held = readSettings({ ...settings, topics, hiddenEntities, exceptions, sites });
  const topicCount = Object.keys(held.topics).length;
  const parts = [
    countPart('backupCountSettings', Object.keys(plain).length),
    countPart('backupCountTopics', topicCount),
    countPart('backupCountSites', held.sites.patterns.length),
    countPart('backupCountHidden', held.hiddenEntities.length),
    countPart('backupCountExceptions', held.exceptions.length),
    countPart('backupCountPacks', packs.length),
    countPart('backupCountStories', kept.stories.length),
    countPart('backupCountKept', kept.articles.length),
  ].filter((part) => part !== '');
  return parts.length === 0 ? text('backupCountNothing') : formatList(parts);
}

function countPart(key: Parameters<typeof countedText>[0], count: number): string {
  return count === 0 ? '' : countedText(key, count);
}
