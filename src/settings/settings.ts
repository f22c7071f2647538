import type { NameException } from '../knowledge/name-exception.ts';

/** What the reader may choose. Only differences from `defaultSettings` are stored. */
export interface Settings {
  /** Off: Sidelight marks nothing anywhere. */
  readonly enabled: boolean;
  /** Off: the built-in pack is not used, like a disabled imported one. */
  readonly builtInPackEnabled: boolean;
  /** Topic reference (`pack/topic`) to on or off; a missing topic follows its pack's `onByDefault`. */
  readonly topics: Readonly<Record<string, boolean>>;
  /** References (`pack/entity`) of entities that are not marked. */
  readonly hiddenEntities: readonly string[];
  /** Mentions that the reader called wrong matches, in the order in which they were added. */
  readonly exceptions: readonly MatchException[];
  readonly sites: SiteRules;
  readonly density: Density;
  readonly extent: Extent;
  readonly painter: HighlighterChoice;
  readonly marks: MarkStyle;
  readonly hover: HoverChoice;
  readonly theme: 'auto' | 'light' | 'dark';
  /** A language of `_locales`, or `auto` for the browser's. */
  readonly language: string;
}

/** What every surface follows, whatever else it shows. */
export type Appearance = Pick<Settings, 'theme' | 'language'>;

export type Density = 'first-in-section' | 'first-on-page' | 'every';
export type Extent = 'article' | 'whole-page';
export type HighlighterChoice = 'auto' | 'custom-highlight' | 'mark-element';

/** An exception everywhere under `host`, or beside the words, or both where both are given. */
export interface MatchException extends NameException {
  /** Host pattern, as in `SiteRules`. */
  readonly host?: string;
}

/**
 * How marks look: a closed set, never free CSS. Quotations keep their own lines, which distinguish them from mentions.
 */
export interface MarkStyle {
  /** Marks of mentions have their topic's colour, instead of one neutral colour for all. */
  readonly usesTopicColors: boolean;
  /**
   * `varied`: dotted or dashed by topic, so that neighbouring hues also differ in line; without topic colours dotted.
   * `none`: filled in instead.
   */
  readonly line: 'varied' | 'dotted' | 'dashed' | 'solid' | 'none';
  /** `soft` is half-transparent, `bold` about twice as thick. */
  readonly weight: 'soft' | 'fine' | 'bold';
  /** Of the background; headings have none. */
  readonly tint: 'none' | 'faint' | 'strong';
}

export interface SiteRules {
  readonly mode: 'everywhere-but' | 'only';
  /** Host patterns, such as `example.org` (that host and everything under it). */
  readonly patterns: readonly string[];
}

export interface HoverChoice {
  readonly isOn: boolean;
  readonly openDelayMs: number;
  readonly closeDelayMs: number;
}

export const defaultSettings: Settings = {
  enabled: true,
  builtInPackEnabled: true,
  topics: {},
  hiddenEntities: [],
  exceptions: [],
  sites: { mode: 'everywhere-but', patterns: [] },
  density: 'first-on-page',
  extent: 'article',
  painter: 'auto',
  marks: { usesTopicColors: false, line: 'dotted', weight: 'fine', tint: 'none' },
  // Off by default: accidental hovering is the most common complaint about comparable tools. 300 ms each way: the pause
  // that Wikipedia's page previews measured as intent (Popups, src/constants.js).
  hover: { isOn: false, openDelayMs: 300, closeDelayMs: 300 },
  theme: 'auto',
  language: 'auto',
};

/** Fields that change as a whole; of the others their members change one by one. */
export type PlainField = Exclude<keyof Settings, 'topics' | 'hiddenEntities' | 'exceptions' | 'sites'>;

/** The text of the interface that names a field. */
export const fieldTitles = {
  enabled: 'optionsEnabled',
  builtInPackEnabled: 'packsBuiltInPack',
  density: 'optionsDensity',
  extent: 'optionsExtent',
  painter: 'optionsHighlighter',
  marks: 'optionsStyle',
  hover: 'optionsHover',
  theme: 'optionsTheme',
  language: 'optionsLanguage',
} as const satisfies Record<PlainField, string>;
