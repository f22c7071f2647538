import type { ListedPack } from '../../../contracts/pack-import.ts';
import { text } from '../../../i18n/texts.ts';
import type { Settings } from '../../../settings/settings.ts';

/** The result of an import: whether open pages show the pack's marks depends on what the reader has switched off. */
export function describeImport(
  title: string,
  pack: Pick<ListedPack, 'isEnabled' | 'topics'> | undefined,
  { enabled, topics }: Pick<Settings, 'enabled' | 'topics'>,
): string {
  if (!enabled) return text('packsImportedPaused', { title });
  if (pack?.isEnabled === false) return text('packsImportedOff', { title });
  // A pack without topics has only quotations, which no topic switches.
  const isAnyTopicOn =
    pack === undefined ||
    pack.topics.length === 0 ||
    pack.topics.some(({ ref, onByDefault }) => topics[ref] ?? onByDefault);
  return text(isAnyTopicOn ? 'packsImported' : 'packsImportedTopicsOff', { title });
}
