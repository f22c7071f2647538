import { describeFailure } from './describe-failure.ts';
import { setLanguage } from './language.ts';
import { type TextKey, text } from './texts.ts';

/**
 * Texts of the browser's own controls for a tab: the toolbar button's title for each obstacle, and the context menu.
 */
export function tabTexts(language: string) {
  setLanguage(language);
  return {
    titles: {
      on: text('iconOn'),
      disabled: text('iconDisabled'),
      site: text('iconSite'),
      closed: text('iconClosed'),
    },
    menu: {
      lookUp: text('menuLookUp'),
      keep: text('menuKeep'),
      siteOff: text('menuSiteOff'),
      siteOn: text('menuSiteOn'),
      siteOffPrivate: text('menuSiteOffPrivate'),
      siteOnPrivate: text('menuSiteOnPrivate'),
    },
  };
}

/**
 * Messages for a click in the context menu that failed. The reason may reveal settings, packs or a private window, so
 * only the toolbar button shows it. The page, which can read its own content, shows only that it failed, in the
 * browser's language, which every page knows.
 */
export function failureTexts(language: string, error: unknown): { inPage: string; onButton: string } {
  setLanguage('auto');
  const inPage = text('actionFailedInPage');
  setLanguage(language);
  return { inPage, onButton: text('actionFailed', { reason: describeFailure(error) }) };
}

const obstacleTexts = {
  'no-access': 'buttonKeepNoAccess',
  'no-article': 'buttonKeepNoArticle',
  private: 'buttonKeepPrivate',
} as const satisfies Record<string, TextKey>;

/** What the toolbar button says of an attempt to keep an article (`KeepOutcome`). */
type ShownOutcome =
  | { readonly error: unknown }
  | { readonly obstacle: keyof typeof obstacleTexts }
  | {
      readonly obstacle: null;
      readonly kept: { readonly story: { readonly title: string } };
      readonly isUnchanged: boolean;
      readonly changes: readonly unknown[];
    };

/** The toolbar button's title after the reader kept an article by the context menu or the keyboard. */
export function keepText(language: string, outcome: ShownOutcome): string {
  setLanguage(language);
  if ('error' in outcome) return text('actionFailed', { reason: describeFailure(outcome.error) });
  if (outcome.obstacle !== null) return text(obstacleTexts[outcome.obstacle]);
  const story = outcome.kept.story.title;
  if (outcome.isUnchanged) return text('buttonKeptUnchanged', { story });
  return text(outcome.changes.length > 0 ? 'buttonKeptVersion' : 'buttonKept', { story });
}
