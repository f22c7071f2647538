import type { NameException } from '../knowledge/name-exception.ts';
import type { HoverChoice } from '../settings/settings.ts';
import type { CardAppearance } from './card-calls.ts';

/** What the reader has chosen, as far as the page must know it: plain values that the entry point passes in. */
export interface PageChoices {
  /** False: nothing is read, marked or listened for. */
  readonly isOn: boolean;
  /** The topics that are on, each with its colour, written `#1a6fb0`. */
  readonly colorByTopic: ReadonlyMap<string, string>;
  readonly hiddenEntities: ReadonlySet<string>;
  /** Wrong matches of this page's site, and of every site. */
  readonly exceptions: readonly NameException[];
  readonly density: 'first-in-section' | 'first-on-page' | 'every';
  readonly extent: 'article' | 'whole-page';
  readonly highlighter: 'auto' | 'custom-highlight' | 'mark-element';
  readonly hover: HoverChoice;
  readonly appearance: CardAppearance;
}
