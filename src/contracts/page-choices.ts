import type { NameException } from '../knowledge/name-exception.ts';
import type { Appearance, Density, Extent, HighlighterChoice, HoverChoice } from '../settings/settings.ts';

/** What the reader has chosen, as far as the page must know it: plain values that the entry point passes in. */
export interface PageChoices {
  /** False: nothing is read, marked or listened for. */
  readonly isOn: boolean;
  /** The topics that are on, each with its colour, written `#1a6fb0`. */
  readonly colorByTopic: ReadonlyMap<string, string>;
  readonly hiddenEntities: ReadonlySet<string>;
  /** Wrong matches of this page's site, and of every site. */
  readonly exceptions: readonly NameException[];
  readonly density: Density;
  readonly extent: Extent;
  readonly highlighter: HighlighterChoice;
  readonly hover: HoverChoice;
  readonly appearance: Appearance;
}
