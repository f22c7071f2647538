import type { CardRequest } from '../../../src/contracts/card-calls.ts';
import type { CardContent, CardStatement, CitedSource } from '../../../src/view-models/card-content.ts';
import { alteredCopy, card, gazette, herald, wording } from './card-statement.ts';

const sentence =
  'We hope this one-year pause might give the council enough time to lay new pipes, and we stand ready to help if asked.';
const before = 'We will stop the old works at once.';

const source = (outlet: string): CitedSource => ({ ...herald, id: outlet.toLowerCase(), outlet });

/** What a company said, and how five outlets and an altered copy print it; the words are made up. */
export const letter: CardStatement = {
  ref: 'test/letter',
  speaker: { text: 'Harbour Water', role: 'letter to the council' },
  date: { value: '2020-06-10', precision: 'day' },
  sentences: [before, sentence],
  wordings: [
    wording(gazette, `${before} ${sentence}`),
    wording(source('The Herald'), sentence),
    wording(source('Evening Post'), { text: sentence, roleAsPrinted: 'the supplier' }),
    wording(
      source('Morning Mail'),
      'this one-year pause might give the council enough time to lay new pipes',
    ),
    wording(source('Radio North'), before),
    wording(alteredCopy, sentence.replace('one-year', 'three-year')),
  ],
};

export const quotation: CardContent = {
  ...card,
  ...{ kind: 'statement', type: 'statement', ref: letter.ref, title: 'Harbour Water', statements: [letter] },
  ...{ summary: '', summaryCites: [], facts: [], events: [], names: [], related: [] },
};

/** What pages print of it. */
export const printed = {
  verbatim: sentence,
  cut: 'We hope this one-year pause might give the council enough time to lay new pipes',
  altered: sentence.replace('one-year', 'two-year'),
};

/** The request of a card that the page's quotation opens. */
export function requestOf(
  words: string,
  speakerDiffers = false,
): Pick<CardRequest, 'subject' | 'textOnPage' | 'trace'> {
  return {
    subject: { kind: 'statement', ref: letter.ref },
    textOnPage: words,
    trace: {
      ...{ statement: letter.ref, kind: words === printed.altered ? 'altered' : 'trimmed', similarity: 1 },
      ...{ start: 0, end: words.length, speakerDiffers, differences: [] },
    },
  };
}
