import type { PackOverview } from '../../../contracts/messages.ts';
import { showSite } from '../../../i18n/show-site.ts';
import { formatNumber, type TextKey, text } from '../../../i18n/texts.ts';
import type { SettingsChange } from '../../../settings/change-settings.ts';
import { languages } from '../../../settings/languages.ts';
import { keyOfException } from '../../../settings/match-exception.ts';
import { fieldTitles, type PlainField, type Settings } from '../../../settings/settings.ts';
import { describeException } from './describe-exception.ts';
import { densities, extents, highlighters, siteModes, themes } from './setting-texts.ts';
import type { ChangeOutcome } from './undoable-settings.ts';

interface Described {
  /** As they are after the change. */
  readonly settings: Settings;
  readonly packs: readonly PackOverview[];
}

/** The status line's text for the last change: what is so now, in the words of the control. */
export function describeOutcome(
  outcome: ChangeOutcome,
  described: Described,
): { isError: boolean; message: string } {
  if ('said' in outcome) return { isError: outcome.isError ?? false, message: outcome.said };
  const { change, isUndone = false, problem, name } = outcome;
  if (problem !== undefined) return { isError: true, message: text('optionsFailed', { reason: problem }) };
  if (change === undefined) return { isError: false, message: '' };
  const now = describeState(change, name, described);
  return { isError: false, message: isUndone ? text('optionsUndone', { now }) : now };
}

/** What the change was about, and how that is now: also after an undo, which has put it back. */
function describeState(
  change: SettingsChange,
  name: string | undefined,
  { settings, packs }: Described,
): string {
  switch (change.kind) {
    case 'field':
      return say(text(fieldTitles[change.field]), describeField(change.field, settings));
    case 'topic': {
      const topic = packs.flatMap(({ topics }) => topics).find(({ ref }) => ref === change.topic);
      const isOn = settings.topics[change.topic] ?? topic?.onByDefault ?? false;
      return say(topic?.title ?? change.topic, onOrOff(isOn));
    }
    case 'entity': {
      const isHidden = settings.hiddenEntities.includes(change.entity);
      return text(isHidden ? 'optionsEntityHidden' : 'optionsEntityShown', { entity: name ?? change.entity });
    }
    case 'exception': {
      const key = keyOfException(change.exception);
      const isListed = settings.exceptions.some((one) => keyOfException(one) === key);
      const exception = describeException(change.exception);
      return text(isListed ? 'optionsExceptionListed' : 'optionsExceptionGone', { exception });
    }
    case 'site': {
      const isListed = settings.sites.patterns.includes(change.pattern);
      const isOn = isListed === (settings.sites.mode === 'only');
      return say(showSite(change.pattern), onOrOff(isOn));
    }
    case 'site-mode':
      return say(text('optionsSitesWhere'), text(siteModes[settings.sites.mode]));
    default:
      return say(text('optionsTitle'), text('optionsChanged'));
  }
}

function describeField(field: PlainField, settings: Settings): string {
  switch (field) {
    case 'enabled':
    case 'builtInPackEnabled':
      return onOrOff(settings[field]);
    case 'density':
      return text(densities[settings.density]);
    case 'extent':
      return text(extents[settings.extent]);
    case 'painter':
      return text(highlighters[settings.painter]);
    case 'theme':
      return text(themes[settings.theme]);
    case 'hover':
      return describeHover(settings.hover);
    case 'language':
      return describeLanguage(settings.language);
    default:
      return text('optionsChanged');
  }
}

function describeHover({ isOn, openDelayMs, closeDelayMs }: Settings['hover']): string {
  if (!isOn) return onOrOff(false);
  return text('optionsHoverDelays', { open: formatNumber(openDelayMs), close: formatNumber(closeDelayMs) });
}

/** By its own name. */
function describeLanguage(language: string): string {
  const known = Object.entries(languages).find(([code]) => code === language);
  return known === undefined ? text('optionsLanguageBrowser') : known[1].name;
}

function onOrOff(isOn: boolean): string {
  const state: TextKey = isOn ? 'optionsOn' : 'optionsOff';
  return text(state);
}

function say(what: string, state: string): string {
  return text('optionsNow', { what, state });
}
