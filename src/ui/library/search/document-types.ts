import type { TextKey } from '../../../i18n/texts.ts';
import { typeTexts } from '../../content/type-texts.ts';
import type { DocumentType } from '../worker/list-documents.ts';

export const documentTypeTexts = {
  ...typeTexts,
  claim: 'panelClaim',
  source: 'librarySource',
} as const satisfies Record<DocumentType, TextKey>;

/** In display order. */
export const documentTypes = Object.keys(documentTypeTexts) as readonly DocumentType[];
