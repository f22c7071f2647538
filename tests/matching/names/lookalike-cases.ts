import type { QuoteMatchKind } from '../../../src/matching/quotations/quote-match.ts';

/** What Ann Lee said. */
export const lookalikeSentences = [
  'Team Alpha reported 12 percent fewer matches in the second round of the trial than in the first one.',
  'We cannot promise that the cameras will be gone before the next election in March.',
  'The agency refuses to share its photographs and says that complaints doubled within the first winter.',
];

/** Texts that say nearly the same, and the kind of quote match that each is: null for none. */
export const lookalikeCases: readonly [string, string, QuoteMatchKind | null][] = [
  [
    'the same sentence is the same',
    'Team Alpha reported 12 percent fewer matches in the second round of the trial than in the first one.',
    'verbatim',
  ],
  [
    'another team is an alteration',
    'Team Beta reported 12 percent fewer matches in the second round of the trial than in the first one.',
    'altered',
  ],
  [
    'another number is an alteration',
    'Team Alpha reported 21 percent fewer matches in the second round of the trial than in the first one.',
    'altered',
  ],
  [
    'a number in words is the same number',
    'Team Alpha reported twelve percent fewer matches in the second round of the trial than in the first one.',
    'similar',
  ],
  ['a short lookalike is nothing', 'Team Beta reported 12 percent.', null],
  [
    'a lookalike of other content is nothing',
    'Team Alpha reported 12 percent growth in its sales of umbrellas during the rainy season.',
    null,
  ],
  [
    'a negation lost is an alteration',
    '“We can promise that the cameras will be gone before the next election in March,” Lee said.',
    'altered',
  ],
  [
    'a negation spelt otherwise is the same',
    '“We can’t promise that the cameras will be gone before the next election in March,” Lee said.',
    'similar',
  ],
  [
    'another modal force is an alteration',
    '“We cannot promise that the cameras should be gone before the next election in March,” Lee said.',
    'altered',
  ],
  [
    'another month is an alteration',
    '“We cannot promise that the cameras will be gone before the next election in May,” Lee said.',
    'altered',
  ],
  [
    'a refusal in another tense is the same',
    'Lee said that the agency refused to share its photographs and says that complaints doubled within the first winter.',
    'similar',
  ],
  [
    'a refusal that became consent is an alteration',
    '“The agency agrees to share its photographs and says that complaints doubled within the first winter,” Lee said.',
    'altered',
  ],
  [
    'another multiple in a verb is an alteration',
    '“The agency refuses to share its photographs and says that complaints tripled within the first winter,” Lee said.',
    'altered',
  ],
  [
    'indirect speech moves the tense',
    'Lee said that she could not promise that the cameras would be gone before the next election in March.',
    'similar',
  ],
];
