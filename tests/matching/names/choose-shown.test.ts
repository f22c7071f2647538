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
    hasQuoteMatch: texts[number]?.endsWith('"') ?? false,
    textLength: texts[number]?.length ?? 0,
  }));
  const shown = chooseShown(blocks, (block) => places[block] as BlockPlace, {
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
