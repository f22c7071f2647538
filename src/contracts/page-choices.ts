import type { PageSettings } from '../settings/page-settings.ts';
import type { Appearance } from '../settings/settings.ts';

/** Settings that the page knows in another form, or not at all. */
type Translated = 'stoppedBy' | 'topics' | 'hiddenEntities' | 'painter' | 'marks' | keyof Appearance;

/** The reader's choices that a page needs: plain values, passed in by the entry point. */
export interface PageChoices extends Omit<PageSettings, Translated> {
  /** False: nothing is read, marked or listened to. */
  readonly isOn: boolean;
  /** The enabled topics with the colours of their marks, in the form `#1a6fb0`. */
  readonly colorByTopic: ReadonlyMap<string, string>;
  readonly hiddenEntities: ReadonlySet<string>;
  readonly highlighter: PageSettings['painter'];
  readonly appearance: Appearance;
}
