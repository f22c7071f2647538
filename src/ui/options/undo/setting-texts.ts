import type { TextKey } from '../../../i18n/texts.ts';
import type { Settings } from '../../../settings/settings.ts';

/** The texts that name the values of a setting: beside its control, and where a change is reported. */
type Names<Value extends string> = Readonly<Record<Value, TextKey>>;

export const densities = {
  'first-on-page': 'optionsDensityPage',
  'first-in-section': 'optionsDensitySection',
  every: 'optionsDensityEvery',
} as const satisfies Names<Settings['density']>;

export const extents = {
  article: 'optionsExtentArticle',
  'whole-page': 'optionsExtentPage',
} as const satisfies Names<Settings['extent']>;

export const highlighters = {
  auto: 'optionsHighlighterAuto',
  'custom-highlight': 'optionsHighlighterHighlight',
  'mark-element': 'optionsHighlighterElement',
} as const satisfies Names<Settings['painter']>;

export const themes = {
  auto: 'optionsThemeAuto',
  light: 'optionsThemeLight',
  dark: 'optionsThemeDark',
} as const satisfies Names<Settings['theme']>;

export const siteModes = {
  'everywhere-but': 'optionsSitesEverywhereBut',
  only: 'optionsSitesOnly',
} as const satisfies Names<Settings['sites']['mode']>;
