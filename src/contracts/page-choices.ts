import type { NameException } from '../matching/names/except-names.ts';
import type { HoverChoice } from '../settings/settings.ts';
import type { CardAppearance } from './card-calls.ts';

/** The reader's choices that a page needs: plain values, passed in by the entry point. */
export interface PageChoices {
  /** False: nothing is read, marked or listened to. */
  readonly isOn: boolean;
  /** The enabled topics with their colours, in the form `#1a6fb0`. */
  readonly colorByTopic: ReadonlyMap<string, string>;
  readonly hiddenEntities: ReadonlySet<string>;
  /** Wrong matches on this page's site, and on every site. */
  readonly exceptions: readonly NameException[];
  readonly density: 'first-in-section' | 'first-on-page' | 'every';
  readonly extent: 'article' | 'whole-page';
  readonly highlighter: 'auto' | 'custom-highlight' | 'mark-element';
  readonly hover: HoverChoice;
  readonly appearance: CardAppearance;
}
