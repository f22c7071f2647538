import type { NameException } from '../knowledge/name-exception.ts';
import type { PageSettings } from '../settings/page-settings.ts';
import type { Appearance } from '../settings/settings.ts';

/** Settings that the page knows in another form, or not at all. */
type Translated =
  | 'stoppedBy'
  | 'topics'
  | 'hiddenEntities'
  | 'exceptions'
  | 'painter'
  | 'marks'
  | keyof Appearance;

/** What the reader has chosen, as far as the page must know it: plain values that the entry point passes in. */
export interface PageChoices extends Omit<PageSettings, Translated> {
  /** False: nothing is read, marked or listened for. */
  readonly isOn: boolean;
  /** The topics that are on, each with its colour, written `#1a6fb0`. */
  readonly colorByTopic: ReadonlyMap<string, string>;
  readonly hiddenEntities: ReadonlySet<string>;
  /** Wrong matches of this page's site, and of every site. */
  readonly exceptions: readonly NameException[];
  readonly highlighter: PageSettings['painter'];
  readonly appearance: Appearance;
}
