import type { TextKey } from '../../i18n/texts.ts';
import type { CardContent } from '../../view-models/card-content.ts';

/** The interface's text for each type. */
export const typeTexts = {
  person: 'typePerson',
  organisation: 'typeOrganisation',
  agency: 'typeAgency',
  company: 'typeCompany',
  product: 'typeProduct',
  study: 'typeStudy',
  programme: 'typeProgramme',
  law: 'typeLaw',
  event: 'typeEvent',
  concept: 'typeConcept',
  place: 'typePlace',
  statement: 'typeStatement',
} as const satisfies Record<CardContent['type'], TextKey>;
