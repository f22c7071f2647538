import type { PackOverview } from '../../../contracts/messages.ts';
import { showSite } from '../../../i18n/show-site.ts';
import { text } from '../../../i18n/texts.ts';
import type { SettingsChange } from '../../../settings/change-settings.ts';
import { fieldTitles } from '../../../settings/settings.ts';
import type { ChangeOutcome } from './undoable-settings.ts';

/** The status line's text for the last change. */
export function describeOutcome(
  outcome: ChangeOutcome,
  packs: readonly PackOverview[],
): { isError: boolean; message: string } {
  if ('said' in outcome) return { isError: outcome.isError ?? false, message: outcome.said };
  const { change, isUndone = false, problem } = outcome;
  if (problem !== undefined) return { isError: true, message: text('optionsFailed', { reason: problem }) };
  if (change === undefined) return { isError: false, message: '' };
  const what = describeChange(change, packs);
  return { isError: false, message: text(isUndone ? 'optionsUndone' : 'optionsKept', { what }) };
}

function describeChange(change: SettingsChange, packs: readonly PackOverview[]): string {
  switch (change.kind) {
    case 'field':
      return text(fieldTitles[change.field]);
    case 'topic': {
      const topic = packs.flatMap(({ topics }) => topics).find(({ ref }) => ref === change.topic);
      return topic?.title ?? change.topic;
    }
    case 'entity':
      return text(change.isHidden ? 'optionsEntityHidden' : 'optionsEntityShown');
    case 'exception':
      return text('optionsExceptions');
    case 'site':
      return showSite(change.pattern);
    case 'site-mode':
      return text('optionsSitesWhere');
    case 'reset':
      return text('optionsReset');
    default:
      return text('optionsTitle');
  }
}
