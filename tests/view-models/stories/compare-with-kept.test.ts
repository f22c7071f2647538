import { expect, test } from 'vitest';
import type { Article } from '../../../src/stories/text/article.ts';
import { compareWithKept } from '../../../src/view-models/stories/compare-with-kept.ts';
import type { ComparedQuotation } from '../../../src/view-models/stories/kept-comparison.ts';
import { articleOf } from '../../stories/article-of.ts';

const filler = 'The council met on Tuesday and looked at every one of the plans once more.';

const article = (outlet: string, ...paragraphs: string[]): Article => ({
  ...articleOf(paragraphs.join('\n\n')),
  title: `${outlet} on the bridge`,
  outlet,
  date: '2024-03-05',
  address: `https://${outlet.toLowerCase()}.example/bridge`,
});

const compare = (page: Article, ...kept: Article[]) =>
  compareWithKept(
    page,
    kept.map((one) => ({ id: one.outlet, article: one })),
  );

const closing = 'We will close the old bridge on Monday and open it again in nine weeks';
const said = (words: string) => `“${words},” Mayor Ann Lee said.`;
const page = article('Page', said(closing), filler);

const outlets = (quotation: ComparedQuotation | undefined) =>
  quotation?.printings.map(({ relation, printers }) => [relation, printers.map(({ outlet }) => outlet)]);
/** What a reader sees of one side: the words that only it has in brackets. */
const marked = (pieces: readonly { kind: string; text: string }[] | undefined) =>
  pieces?.map(({ kind, text }) => (kind === 'same' ? text : `[${kind}: ${text}]`)).join('');

test('words that kept articles print as they are here are found word for word, whatever their punctuation', () => {
  const { quotations, elsewhere } = compare(
    page,
    article('Daily', filler, said(closing)),
    article('Weekly', `Lee said: "${closing}."`),
  );
  expect(quotations).toMatchObject([{ finding: 'verbatim', isSpeakerNew: false, pieces: [`${closing},`] }]);
  expect(outlets(quotations[0])).toEqual([['verbatim', ['Daily', 'Weekly']]]);
  expect(quotations[0]?.printings[0]).toMatchObject({ here: [], there: [], turns: [] });
  expect(quotations[0]?.speaker).toEqual({ name: 'Ann Lee', isCertain: true });
  expect(elsewhere).toEqual([]);
});

test('a changed number comes first, with the words of both sides', () => {
  const { quotations } = compare(
    article('Page', `“It was the right thing to do for everyone here,” Lee said.`, said(closing)),
    article('Daily', said(closing.replace('nine', 'twelve')), filler),
  );
  expect(quotations.map(({ finding }) => finding)).toEqual(['changed', 'only-here']);
  const [printing] = quotations[0]?.printings ?? [];
  expect(printing).toMatchObject({ relation: 'changed', meaning: 'differs', turns: ['number'] });
  expect(marked(printing?.here)).toContain('again in [own: nine] weeks');
  expect(marked(printing?.there)).toContain('again in [replaced: twelve] weeks');
});

test('a kept article that changes the meaning is told first, even if another prints the page’s words', () => {
  const { quotations } = compare(
    page,
    article('Daily', said(closing)),
    article('Weekly', said(closing.replace('will close', 'will not close'))),
  );
  expect(quotations[0]?.finding).toBe('changed');
  expect(outlets(quotations[0])).toEqual([
    ['changed', ['Weekly']],
    ['verbatim', ['Daily']],
  ]);
  expect(quotations[0]?.printings[0]?.turns).toEqual(['negation']);
});

test('fewer words here, more words here, and other ends are told apart', () => {
  const start = 'We will close the old bridge on Monday';
  const shorter = compare(article('Page', said(start)), article('Daily', said(closing)));
  expect(shorter.quotations[0]).toMatchObject({ finding: 'cut', printings: [{ relation: 'cut' }] });
  expect(marked(shorter.quotations[0]?.printings[0]?.there)).toBe(
    `${start} [cut: and open it again in nine weeks],`,
  );
  const longer = compare(page, article('Daily', said(start)));
  expect(longer.quotations[0]).toMatchObject({ finding: 'cut', printings: [{ relation: 'longer' }] });
  const overlapping = compare(
    article('Page', said(`It is rusted through and nobody is safe on it. ${closing}`)),
    article('Daily', said(`${closing}. Take the ferry until then, it is free`)),
  );
  expect(overlapping.quotations[0]?.printings).toMatchObject([{ relation: 'overlap' }]);
});

test('words that an attribution splits are one quotation, and none of them is cut', () => {
  const split = article(
    'Page',
    '“We will close the old bridge on Monday,” Ann Lee said, “and open it again in nine weeks.”',
  );
  const { quotations } = compare(split, article('Daily', said(closing)));
  expect(quotations).toHaveLength(1);
  expect(quotations[0]).toMatchObject({ finding: 'verbatim', printings: [{ relation: 'verbatim' }] });
  expect(quotations[0]?.pieces).toHaveLength(2);
});

test('a sentence that a kept article prints in another piece, and the page does not, is shown as its own', () => {
  const rusted = 'It is rusted through';
  const { quotations } = compare(page, article('Daily', `“${closing},” Ann Lee said. “${rusted}.”`));
  const [printing] = quotations[0]?.printings ?? [];
  expect(printing?.relation).toBe('cut');
  expect(marked(printing?.there)).toBe(`${closing}, … [cut: ${rusted}.]`);
});

test('words that nothing kept prints are only here; a speaker whom nobody quotes comes before others', () => {
  const { quotations } = compare(
    article(
      'Page',
      '“The ferry cannot carry that many cars,” Mayor Ann Lee said.',
      '“Nobody asked the people who live there,” Bo Hill said.',
    ),
    article('Daily', said(closing)),
  );
  expect(
    quotations.map(({ finding, isSpeakerNew, speaker }) => [finding, isSpeakerNew, speaker?.name]),
  ).toEqual([
    ['only-here', true, 'Bo Hill'],
    ['only-here', false, 'Ann Lee'],
  ]);
});

test('a speaker is not called new while a kept article may mean the same person', () => {
  const hill = '“Nobody asked the people who live there,” Bo Hill said.';
  const isNew = (...paragraphs: string[]) =>
    compare(article('Page', hill), article('Daily', ...paragraphs)).quotations[0]?.isSpeakerNew;
  expect(isNew('Hill was there. “The boats are full every day,” he said.')).toBe(false);
  expect(isNew('“The boats are full every day,” Hill said.')).toBe(false);
  expect(isNew(`Hill was there. ${said(closing)}`)).toBe(true);
  expect(compare(article('Page', hill)).quotations[0]?.isSpeakerNew).toBe(false);
});

test('what kept articles quote and the page does not is listed by utterance, with who prints it', () => {
  const ferry = 'The ferry cannot carry that many cars in a day';
  const { elsewhere } = compare(
    page,
    article('Daily', said(closing), '“Nobody asked the people who live there,” Bo Hill said.'),
    article('Weekly', `“${ferry},” Ann Lee said.`),
    article('Herald', `“${ferry}, and everyone knows it,” Ann Lee said.`),
  );
  expect(
    elsewhere.map(({ pieces, speaker, printers }) => [
      pieces[0],
      speaker?.name,
      printers.map(({ id }) => id),
    ]),
  ).toEqual([
    [`${ferry}, and everyone knows it,`, 'Ann Lee', ['Herald', 'Weekly']],
    ['Nobody asked the people who live there,', 'Bo Hill', ['Daily']],
  ]);
  expect(elsewhere[0]?.printers[1]?.quoted).toBe(`${ferry},`);
});

test('the page has words that it prints without marks', () => {
  const bare = article(
    'Page',
    `Lee said that ${closing.toLowerCase()}.`,
    '“It was long overdue for everybody,” Lee said.',
  );
  expect(compare(bare, article('Daily', said(closing))).elsewhere).toEqual([]);
});

test('terms, titles and what is quoted within a quotation are no quotations of their own', () => {
  const { quotations, elsewhere } = compare(
    article('Page', 'The so-called “smart” bridge is in the novel “A House of Glass”.'),
    article('Daily', `The so-called “clever” ferry. ${said(closing)}`),
  );
  expect(quotations).toEqual([]);
  expect(elsewhere).toHaveLength(1);
});

test('a page is compared with nothing, and nothing with a page', () => {
  expect(compare(page).quotations).toMatchObject([{ finding: 'only-here' }]);
  expect(compare(article('Page', filler), article('Daily', filler))).toEqual({
    quotations: [],
    elsewhere: [],
  });
});

test('the order of the kept articles decides nothing else', () => {
  const kept = [
    article('Daily', said(closing.replace('nine', 'twelve'))),
    article('Weekly', said(closing)),
    article('Herald', said('We will close the old bridge on Monday')),
  ];
  const summary = (order: readonly Article[]) => outlets(compare(page, ...order).quotations[0]);
  expect(summary(kept.toReversed())).toEqual(summary(kept));
});

test('of words that the page repeats every place counts for who prints them and who says them', () => {
  const words = 'We will close it';
  const { quotations } = compare(
    article('Page', `“${words}”: that is all that anybody knows.`, filler, `“${words},” Mayor Ann Lee said.`),
    article('Daily', `“${words},” Ann Lee said on Monday.`),
  );
  expect(quotations).toHaveLength(1);
  expect(quotations[0]).toMatchObject({
    pieces: [words],
    speaker: { name: 'Ann Lee', isCertain: true },
    finding: 'verbatim',
  });
  expect(outlets(quotations[0])).toEqual([['verbatim', ['Daily']]]);
});

test('of words that a kept article repeats every place counts', () => {
  const words = 'We will close it';
  const daily = article('Daily', `“${words}”: that is all.`, filler, `“${words},” Mayor Ann Lee said.`);
  const { quotations, elsewhere } = compare(article('Page', `“${words},” Ann Lee said on Monday.`), daily);
  expect(outlets(quotations[0])).toEqual([['verbatim', ['Daily']]]);
  expect(elsewhere).toEqual([]);
  const absent = compare(article('Page', filler), daily).elsewhere;
  expect(absent).toMatchObject([{ pieces: [words], speaker: { name: 'Ann Lee', isCertain: true } }]);
});

test('where articles name two people for the same words, none of them is certain', () => {
  const words = 'Nobody was in danger at any time on the bridge that night';
  const { elsewhere } = compare(
    article('Page', filler),
    article('Daily', `“${words},” Ann Lee said.`),
    article('Weekly', `“${words},” Christopher Montgomery said.`),
  );
  expect(elsewhere).toMatchObject([
    { speaker: { name: 'Ann Lee', isCertain: false }, printers: [{ id: 'Daily' }, { id: 'Weekly' }] },
  ]);
});

test('words that a kept article prints without marks, or not as this quotation, are not only here', () => {
  const { quotations } = compare(
    page,
    article('Daily', `Lee said that ${closing.toLowerCase()}.`, filler),
    article('Weekly', filler, 'They closed it.'),
    { ...article('Herald', filler), title: `${closing}, mayor says` },
  );
  expect(quotations).toMatchObject([{ finding: 'unquoted', printings: [{ meaning: 'same' }, {}] }]);
  expect(outlets(quotations[0])).toEqual([
    ['unmarked', ['Daily']],
    ['apart', ['Herald']],
  ]);
  const almost = compare(page, article('Daily', `So ${closing}ends, they said.`)).quotations;
  expect(almost).toMatchObject([{ finding: 'only-here', printings: [] }]);
});

test('words that are interrupted in a kept article’s text are not printed there', () => {
  const [before, after] = ['We will close the old bridge', 'on Monday and open it again in nine weeks'];
  const daily = article('Daily', `${before} “as quickly as anyone can” ${after}.`);
  expect(compare(page, daily).quotations).toMatchObject([{ finding: 'only-here' }]);
});
