import type { QuoteMatchKind } from '../../../src/matching/quotations/quote-match.ts';

/** What was said, how it is printed, and what kind of match that is. */
export interface SubstanceCase {
  readonly said: string;
  readonly printed: string;
  readonly kind: QuoteMatchKind;
}

const wait =
  'Since spring the wait for an answer from the county went from 2-3 days down to minutes for nearly everybody who asked.';
const tax =
  'The council will raise the tax on parking by 5 percent before the school year begins, which brings $3 million a year.';
const police =
  'All officers support the plan to open two stations inside the city this week, and more men than women have applied.';
const german =
  'Die Stadt wird die Gebühren in den nächsten drei Monaten um 5 Prozent erhöhen, mehr als jede andere Gemeinde im Land.';
const french =
  'La ville va augmenter les tarifs de 5 euros par semaine avant la rentrée, plus que toutes les autres communes du pays.';
const spanish =
  'La ciudad va a subir las tarifas durante tres meses antes del verano, más que cualquier otro municipio del país vecino.';

const duty =
  'The county has to publish each of the reports that its inspectors wrote, and every clerk is able to read them at home.';

const put = (said: string, from: string, to: string, kind: QuoteMatchKind): SubstanceCase => {
  if (!said.includes(from)) throw new Error(`"${from}" was not said.`);
  return { said, printed: said.replace(from, to), kind };
};

export const substanceCases: readonly SubstanceCase[] = [
  put(duty, 'has to', 'is able to', 'altered'),
  put(french.replace('par semaine', 'chaque lundi'), 'lundi', 'mardi', 'altered'),
  put(duty, 'has to', 'must', 'similar'),
  put(duty, 'has to', 'had to', 'similar'),
  put(duty, 'The county', '[T]he county', 'verbatim'),
  put(duty.replace('each of the', '…'), '…', '14', 'similar'),
  put(duty.replace('each of the', 'the'), 'the reports', '14 reports', 'altered'),
  put(wait, '2-3 days down to minutes', '2-3 weeks down to hours', 'altered'),
  put(wait, 'minutes', 'hours', 'altered'),
  put(wait, 'down to', 'up to', 'altered'),
  put(tax, 'raise', 'lower', 'altered'),
  put(tax, 'raise', 'increase', 'similar'),
  put(tax, 'percent', 'percentage points', 'altered'),
  put(tax, '5 percent', '5%', 'verbatim'),
  put(tax, 'before', 'after', 'altered'),
  put(tax, '$3 million', '€3 million', 'altered'),
  put(tax, '$3 million', '3 million euros', 'altered'),
  put(tax, '$3 million', '3 million dollars', 'similar'),
  put(tax, 'million', 'billion', 'altered'),
  put(tax, 'a year', 'a month', 'altered'),
  put(tax, 'a year', 'annually', 'similar'),
  put(police, 'support', 'oppose', 'altered'),
  put(police, 'All', 'Some', 'altered'),
  put(police, 'inside', 'outside', 'altered'),
  put(police, 'this week', 'this month', 'altered'),
  put(police, 'more men', 'fewer men', 'altered'),
  put(police, 'open', 'close', 'altered'),
  put(police, 'plan', 'proposal', 'similar'),
  put(german, 'Monaten', 'Wochen', 'altered'),
  put(german, 'erhöhen', 'senken', 'altered'),
  put(german, 'mehr', 'weniger', 'altered'),
  put(german, 'nächsten', 'kommenden', 'similar'),
  put(french, 'semaine', 'mois', 'altered'),
  put(french, 'avant', 'après', 'altered'),
  put(french, 'euros', 'dollars', 'altered'),
  put(spanish, 'meses', 'años', 'altered'),
  put(spanish, 'antes', 'después', 'altered'),
  put(spanish, 'más', 'menos', 'altered'),
];

const short = 'The county office queue went from 2-3 days down to minutes';

/** Fewer than twelve words: an alteration only if nothing else differs, and the page attributes them to the speaker. */
export const shortCases: readonly [title: string, said: string, text: string, kind: QuoteMatchKind | null][] =
  [
    [
      'the speaker beside it',
      short,
      '“The county office queue went from 2-3 weeks down to hours,” Lee said.',
      'altered',
    ],
    [
      'the speaker before it',
      short,
      'Ann Lee said: “The county office queue went from 2-3 days up to minutes.”',
      'altered',
    ],
    [
      'nobody named',
      short,
      'They put it so: “The county office queue went from 2-3 weeks down to hours.”',
      null,
    ],
    [
      'somebody else named',
      short,
      '“The county office queue went from 2-3 weeks down to hours,” said Bea Moss.',
      null,
    ],
    [
      'other words, too',
      short,
      '“The county office backlog went from 2-3 weeks down to hours,” Lee said.',
      null,
    ],
    [
      'a negation',
      'We will sell cameras to the police',
      '“We will not sell cameras to the police,” Lee said.',
      'altered',
    ],
    [
      'another sentence of the speaker',
      short,
      '“The county office queue went from the door to the corner,” Lee said.',
      null,
    ],
    ['not between marks', short, 'Lee said the county office queue went from 2-3 weeks down to hours.', null],
  ];
