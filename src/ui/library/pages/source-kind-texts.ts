import type { TextKey } from '../../../i18n/texts.ts';
import type { Source } from '../../../knowledge/pack-schema.ts';

/** What kind of text a source is. */
export const sourceKindTexts = {
  news: 'sourceKindNews',
  statement: 'sourceKindStatement',
  letter: 'sourceKindLetter',
  paper: 'sourceKindPaper',
  report: 'sourceKindReport',
  law: 'sourceKindLaw',
  court: 'sourceKindCourt',
  post: 'sourceKindPost',
  web: 'sourceKindWeb',
} as const satisfies Record<Source['kind'], TextKey>;
