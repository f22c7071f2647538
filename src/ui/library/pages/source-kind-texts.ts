import type { Source } from '../../knowledge/pack-schema.ts';
import type { TextKey } from '../texts.ts';

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
