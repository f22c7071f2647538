import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../../src/stories/quotations/find-quotations.ts';
import { articleOf } from '../article-of.ts';
import { readAttributedArticles, scoreSpeakers } from './attributed-articles.ts';

/** The speakers of the outer quotations of a text: as printed, "?" if uncertain, null if there is none. */
function speakersOf(text: string): (string | null)[] {
  return findQuotations(articleOf(text))
    .filter(({ isNested }) => !isNested)
    .map(({ speaker }) => speaker && `${speaker.text}${speaker.isCertain ? '' : '?'}`);
}

describe('who said it, for certain', () => {
  test.each<readonly [text: string, ...speakers: (string | null)[]]>([
    ['“We won,” Nicole Ozer said.', 'Nicole Ozer'],
    ['“We won,” said Nicole Ozer.', 'Nicole Ozer'],
    ['“We won,” said Ozer on Monday.', 'Ozer'],
    ['“We won,” said Sen. Maria Lopez of Ohio.', 'Maria Lopez'],
    ['“We won,” Nicole Ozer and Maria Lopez said.', 'Nicole Ozer and Maria Lopez'],
    ['“We won,” Ozer and Lopez said in a statement.', 'Ozer and Lopez'],
    ['“We won,” said Nicole Ozer and Maria Lopez.', 'Nicole Ozer and Maria Lopez'],
    ['“We won,” said Sens. Nicole Ozer and Maria Lopez on Monday.', 'Nicole Ozer and Maria Lopez'],
    ['“We won,” Mr. Ozer and Ms. Lopez said.', 'Ozer and Ms. Lopez'],
    ['Researchers from Ohio, Nicole Ozer and Maria Lopez wrote: “We won.”', 'Nicole Ozer and Maria Lopez'],
    ['Ozer went to Ohio and Lopez said: “We won.”', 'Lopez'],
    ['“We won,” said Ozer and Lopez left.', 'Ozer'],
    ['“We won,” and Lopez said: “They lost.”', 'Lopez'],
    ['“We won,” said Lopez & Ozer.', 'Lopez & Ozer'],
    ['“We won,” Housing and Urban Development Secretary Maria Lopez said.', 'Maria Lopez'],
    ['“We won,” Secretary of State Maria Lopez said.', 'Maria Lopez'],
    ['“We won,” said Secretary of State Maria Lopez.', 'Maria Lopez'],
    ['“We won,” she said.', 'she'],
    ['“We won,” she later told reporters.', 'she'],
    ['“We won”, Ozer told the paper.', 'Ozer'],
    ['“Who won?” Ozer asked.', 'Ozer'],
    ['“We won,” Ozer, a director of the league, said.', 'Ozer'],
    ['“We won,” Ann Lee, D-Ohio, said in a statement.', 'Ann Lee'],
    ['“We won,” Ann Lee, who was there, told the paper.', 'Ann Lee'],
    ['“We won,” campaign spokeswoman Ann Lee said.', 'Ann Lee'],
    ['“We won,” said campaign spokeswoman Ann Lee.', 'Ann Lee'],
    ['“We won,” he said, “and they lost.”', 'he', 'he'],
    ['“We won,” Ozer said. “They lost.”', 'Ozer', 'Ozer'],
    ['Ozer said: “We won.”', 'Ozer'],
    ['Ozer said in a statement, “We won.”', 'Ozer'],
    ['Ozer told reporters that “we won.”', 'Ozer'],
    ['On Monday, Ozer said, “We won.”', 'Ozer'],
    ['Ozer said:\n\n“We won.”', 'Ozer'],
    ['He added: “We won.”', 'He'],
    ['Ozer went on to say, “We won.”', 'Ozer'],
    ['Lee spoke first. “We won,” Ozer said.', 'Ozer'],
    ['Speaking on ABC’s “The Morning Hour,” Ozer said: “We won.”', 'Ozer'],
  ])('%j', (text, ...speakers) => {
    const found = speakersOf(text as string).filter((speaker) => speaker !== null);
    expect(found).toEqual(speakers);
  });
});

describe('who said it, given as an attribution only', () => {
  test.each<readonly [text: string, ...speakers: (string | null)[]]>([
    ['Ozer said the plan was “a gift to the rich.”', 'Ozer?'],
    ['Ozer mocked the plan, calling it “a gift.”', 'Ozer?'],
    ['“We won,” a spokesman for the league said.', 'a spokesman for the league?'],
    ['“We won,” said a spokesman for the league.', 'a spokesman for the league?'],
    ['According to Ozer, “we won.”', 'Ozer?'],
    // Over several paragraphs: reliable by convention, but too rare to be measured.
    ['“We won.\n\n“They lost,” Ozer said.', 'Ozer?', 'Ozer'],
    ['“We won,” Ozer said. “It was close.\n\n“They lost.”', 'Ozer', 'Ozer', 'Ozer?'],
    ['“We won,” Ozer said.\n\n“They lost.”', 'Ozer', 'Ozer?'],
    ['Police said the man called it “a joke.”', 'the man?'],
    ['„Wir haben gewonnen“, sagte Anna Lee.', 'Anna Lee?'],
    ['„Wir haben gewonnen“, sagte sie am Montag.', 'sie?'],
    ['Die Ministerin sagte: „Wir haben gewonnen.“', 'Die Ministerin?'],
    ['« Nous avons gagné », a déclaré Anne Lee.', 'Anne Lee?'],
    ['« Nous avons gagné », dit-elle.', 'elle?'],
    ['«Hemos ganado», dijo Ana López.', 'Ana López?'],
    ['Según Ana López, «hemos ganado».', 'Ana López?'],
  ])('%j', (text, ...speakers) => {
    expect(speakersOf(text as string)).toEqual(speakers);
  });
});

describe('nobody', () => {
  test.each([
    // The next sentence is about somebody else.
    '“We won.” Ozer met Lee in Ohio.',
    'The banner read, in red, “We won.”\n\nOzer left.',
    'The so-called “smart” lock failed.',
    '“We won.”\n\nOzer said nothing.',
    '“RAMOS: Did you win?\n\n“LEE: We won.”',
  ])('%j', (text) => {
    expect(speakersOf(text as string).filter((speaker) => speaker !== null)).toEqual([]);
  });
});

test.each<readonly [text: string, fullName: string | undefined, role: string | undefined]>([
  ['Nicole Ozer came late. “We won,” Ozer said.', 'Nicole Ozer', undefined],
  ['“We won,” Nicole Ozer said.', 'Nicole Ozer', undefined],
  ['Donald J. Ozer and Lee came. “We won,” Donald Ozer said.', 'Donald J. Ozer', undefined],
  ['They met Nicole Ozer. “We won,” Ozer said.', 'Nicole Ozer', undefined],
  ['Secretary of State Nicole Ozer came. “We won,” Ozer said.', 'Nicole Ozer', undefined],
  [
    'Safety Adviser Nicole Ozer met Nicole Ozer. “We won,” Safety Adviser Nicole Ozer said.',
    'Nicole Ozer',
    undefined,
  ],
  // Two people share the name: the text does not say who is meant.
  ['Nicole Ozer and Mark Ozer came. “We won,” Ozer said.', undefined, undefined],
  ['“We won,” Ozer said.', undefined, undefined],
  ['Nicole Ozer came. “We won,” Ms. Ozer said.', 'Nicole Ozer', 'Ms.'],
  ['President Maria Lopez came. “We won,” Lopez said.', 'Maria Lopez', undefined],
  ['“We won,” said Nicole Ozer, a director of the league.', 'Nicole Ozer', 'a director of the league'],
  ['“We won,” Ann Lee, chair of the board, said.', 'Ann Lee', 'chair of the board'],
  ['“We won,” said party spokeswoman Ann Lee.', 'Ann Lee', 'party spokeswoman'],
])('the full name and the role in %j', (text, fullName, role) => {
  const [quotation] = findQuotations(articleOf(text));
  expect(quotation?.speaker?.fullName).toBe(fullName);
  expect(quotation?.speaker?.role).toBe(role);
});

test.each<readonly [text: string, fullName: string | undefined]>([
  ['“We won,” Nicole Ozer said. It was late.\n\n“They lost,” she said.', 'Nicole Ozer'],
  // Another person is named in between, or nobody was quoted.
  ['“We won,” Nicole Ozer said. Maria Lopez nodded.\n\n“They lost,” she said.', undefined],
  ['“We won,” Nicole Ozer said. Ms. Lopez nodded.\n\n“They lost,” she said.', undefined],
  ['Nicole Ozer came.\n\n“They lost,” she said.', undefined],
])('whom a pronoun stands for in %j', (text, fullName) => {
  expect(findQuotations(articleOf(text)).at(-1)?.speaker?.fullName).toBe(fullName);
});

test.each<readonly [text: string, likelyName: string | undefined]>([
  ['Nicole Ozer came.\n\n“They lost,” she said.', 'Nicole Ozer'],
  ['Ozer said the plan was “a gift to the rich.”', 'Ozer'],
  // A sentence is about the person it names first; neither a place nor an office is one.
  ['Nicole Ozer, the sister of Maria Lopez, came to New York. “They lost,” she said.', 'Nicole Ozer'],
  ['Nicole Ozer came to the White House. “They lost,” she said.', 'Nicole Ozer'],
  ['Ms. Lopez met Mr. Paul Ozer. “They lost,” he said.', 'Paul Ozer'],
  ['Former Mayor Paul Ozer came with Maria Lopez. “They lost,” the former mayor said.', 'Paul Ozer'],
  ['Mayor Maria Lopez met former Mayor Paul Ozer. “They lost,” the mayor said.', 'Maria Lopez'],
  ['Sen. Maria Lopez met Senator Paul Ozer and Senator Eve Moss. “They lost,” the senator said.', undefined],
  ['“They lost,” she said.', undefined],
])('whom the words most likely mean in %j', (text, likelyName) => {
  expect(findQuotations(articleOf(text)).at(-1)?.speaker?.likelyName).toBe(likelyName);
});

const articles = readAttributedArticles('../shared/attribution/articles');
if (articles.length === 0) console.log('Left out: the annotated attributions; ../shared is not there.');

test.runIf(articles.length > 0)('agrees with attributions annotated by hand', () => {
  const { direct, certain, right, byRule } = scoreSpeakers(articles);
  console.log(
    `${direct} direct quotations of ${articles.length} articles: ${certain} with a certain speaker, ${right} of them right`,
  );
  console.log(byRule.map(({ rule, count, right: good }) => `  ${rule}: ${good} of ${count}`).join('\n'));
  expect(right / certain).toBeGreaterThanOrEqual(0.97);
  expect(certain / direct).toBeGreaterThanOrEqual(0.55);
});
