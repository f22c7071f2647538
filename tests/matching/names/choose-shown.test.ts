import { expect, test } from 'vitest';
import {
  type BlockPlace,
  chooseShown,
  type ShowingChoices,
} from '../../../src/matching/names/choose-shown.ts';
import { resolveMentions } from '../../../src/matching/names/resolve-mentions.ts';
import { makeIndex, matchBlocks } from './small-index.ts';

const index = makeIndex([
  { id: 'rekognition', topic: 'systems', show: 'always', names: ['Rekognition'] },
  { id: 'amazon', topic: 'companies', show: 'with-story', names: ['Amazon'] },
  { id: 'congress', topic: 'laws', show: 'with-story', names: ['Congress'] },
]);

const defaults: ShowingChoices = {
  density: 'first-in-section',
  extent: 'article',
  isTopicOn: () => true,
  isEntityHidden: () => false,
};

/** Blocks are written `section text`; section 0 is boilerplate, a `"` at the end a quote match. */
function show(page: readonly string[], choices: Partial<ShowingChoices> = {}): string[][] {
  const texts = page.map((line) => line.slice(2));
  const places = page.map(
    (line): BlockPlace => ({ isArticle: !line.startsWith('0'), section: Number(line[0]) }),
  );
  const resolved = resolveMentions(matchBlocks(texts, index), index);
  const blocks = resolved.map((mentions, number) => ({
    mentions,
    quoteMatches: texts[number]?.endsWith('"')
      ? [{ start: texts[number].indexOf('"'), end: texts[number].length }]
      : [],
    text: texts[number] ?? '',
  }));
  const { shown } = chooseShown(blocks, (block) => places[block] as BlockPlace, {
    ...defaults,
    ...choices,
  });
  return shown.map((mentions) => mentions.map(({ entity }) => entity.slice(5)));
}

const long = 'word '.repeat(1_000);

test.each<[string, string[], Partial<ShowingChoices>, string[][]]>([
  ['a common name alone is not shown', ['1 Amazon met Congress.'], {}, [[]]],
  ['with the subject it is', ['1 Amazon sells Rekognition.'], {}, [['amazon', 'rekognition']]],
  ['also before it', ['1 Amazon met.', '1 Rekognition.'], {}, [['amazon'], ['rekognition']]],
  ['also beside a traced statement', ['1 Amazon said "so"'], {}, [['amazon']]],
  ['the subject in the furniture does not count', ['0 Rekognition.', '1 Amazon met.'], {}, [[], []]],
  ['a statement in the furniture does not count', ['0 Read "so"', '1 Amazon met.'], {}, [[], []]],
  [
    'one passing mention in a long article is not its subject',
    ['1 Amazon sells Rekognition.', `1 ${long}`],
    {},
    [['rekognition'], []],
  ],
  [
    'two mentions are',
    ['1 Amazon sells Rekognition.', `1 ${long}`, '2 Rekognition.'],
    {},
    [['amazon', 'rekognition'], [], ['rekognition']],
  ],
  [
    'long furniture makes no long article',
    ['1 Amazon sells Rekognition.', `0 ${long}`],
    {},
    [['amazon', 'rekognition'], []],
  ],
  [
    'the first of each section',
    ['1 Rekognition, Rekognition.', '1 Rekognition.', '2 Rekognition.'],
    {},
    [['rekognition'], [], ['rekognition']],
  ],
  [
    'the first on the page',
    ['1 Rekognition.', '2 Rekognition.'],
    { density: 'first-on-page' },
    [['rekognition'], []],
  ],
  [
    'every one',
    ['1 Rekognition, Rekognition.', '1 Rekognition.'],
    { density: 'every' },
    [['rekognition', 'rekognition'], ['rekognition']],
  ],
  ['furniture is not shown', ['0 Rekognition.', '1 Rekognition.'], {}, [[], ['rekognition']]],
  [
    'furniture is shown to those who ask',
    ['0 Rekognition.', '1 Rekognition.'],
    { extent: 'whole-page' },
    [['rekognition'], ['rekognition']],
  ],
  [
    'a topic that is off is not shown',
    ['1 Amazon sells Rekognition.'],
    { isTopicOn: (topic) => topic !== 'test/companies' },
    [['rekognition']],
  ],
  [
    'but it still tells what the page is about',
    ['1 Amazon sells Rekognition.'],
    { isTopicOn: (topic) => topic !== 'test/systems' },
    [['amazon']],
  ],
  [
    'a hidden entity is not shown',
    ['1 Amazon sells Rekognition.'],
    { isEntityHidden: (entity) => entity === 'test/amazon' },
    [['rekognition']],
  ],
])('%s', (_, page, choices, expected) => {
  expect(show(page, choices)).toEqual(expected);
});

const story = makeIndex([
  { id: 'study', weight: 70, names: ['Velmora Study'] },
  { id: 'law', weight: 200, names: ['Velmora Act'] },
  { id: 'maker', weight: 10, names: ['Acme'] },
  { id: 'other', weight: 10, names: ['Zenith'] },
  { id: 'idea', weight: 0, names: ['wide scanning'] },
]);
const words = (count: number) => 'word '.repeat(count).trim();

/** What is marked by default, written `block:start entity`. Words between “ and ” are a quote match. */
function mark(...texts: readonly string[]): string[] {
  const blocks = resolveMentions(matchBlocks(texts, story), story).map((mentions, number) => {
    const text = texts[number] as string;
    const quoted = [...text.matchAll(/“[^”]*”/g)];
    return {
      mentions,
      quoteMatches: quoted.map(({ index, 0: { length } }) => ({ start: index, end: index + length })),
      text,
    };
  });
  const article = { isArticle: true, section: 0 };
  const { shown } = chooseShown(blocks, () => article, { ...defaults, density: 'first-on-page' });
  return shown.flatMap((mentions, block) =>
    mentions.map(({ entity, start }) => `${block}:${start} ${entity.slice(5)}`),
  );
}

test.each<[string, string[], string[]]>([
  [
    'the first mention of each is marked',
    ['Acme. Acme.', `${words(50)} Zenith`, 'Acme.'],
    ['0:0 maker', '1:250 other'],
  ],
  ['what has no weight is not', ['On wide scanning.'], []],
  ['of one phrase the heaviest is', ['Acme’s Velmora Act won.'], ['0:7 law']],
  [
    'and the other at its next mention that has room',
    ['Acme’s Velmora Act won.', words(50), 'Acme.'],
    ['0:7 law', '2:0 maker'],
  ],
  ['two sentences are two phrases', ['We like Acme. Velmora Act won.'], ['0:8 maker', '0:14 law']],
  ['so are two blocks', ['So. It lost. Acme', 'Zenith won.'], ['0:13 maker', '1:0 other']],
  ['of equal weight the earlier is', ['Zenith, Acme.'], ['0:0 other']],
  [
    'a fourth mark near three gives way, the lightest',
    [`Acme ${words(9)} Zenith ${words(9)} Velmora Act ${words(9)} Velmora Study.`],
    ['0:0 maker', '0:102 law', '0:159 study'],
  ],
  ['a name inside a quotation is not marked', ['“Acme waits,” she said.', words(50), 'Acme.'], ['2:0 maker']],
  [
    'a name right beside a quotation leaves it room',
    [`“${words(9)}” Acme said.`, words(50), 'Zenith.'],
    ['2:0 other'],
  ],
])('by default %s', (_, texts, expected) => {
  expect(mark(...texts)).toEqual(expected);
});

test('the lists name what is not marked', () => {
  const [mentions = []] = resolveMentions(matchBlocks(['Acme sells wide scanning.'], story), story);
  const blocks = [{ mentions, quoteMatches: [], text: 'Acme sells wide scanning.' }];
  const { listed, shown } = chooseShown(blocks, () => ({ isArticle: true, section: 0 }), {
    ...defaults,
    density: 'first-on-page',
  });
  expect(listed.flat().map(({ entity }) => entity)).toEqual(['test/maker', 'test/idea']);
  expect(shown.flat().map(({ entity }) => entity)).toEqual(['test/maker']);
});

test('every one includes what has no weight, and names inside quotations', () => {
  const [mentions = []] = resolveMentions(matchBlocks(['“Acme sells wide scanning.”'], story), story);
  const blocks = [{ mentions, quoteMatches: [{ start: 0, end: 27 }], text: '“Acme sells wide scanning.”' }];
  const { shown } = chooseShown(blocks, () => ({ isArticle: true, section: 0 }), {
    ...defaults,
    density: 'every',
  });
  expect(shown.flat()).toHaveLength(2);
});
