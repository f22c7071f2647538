import { expect, test } from 'vitest';
import { isSameArticle } from '../../../src/stories/kept/is-same-article.ts';

const breaking =
  'The Old Bridge of Aberford has been closed to all traffic. Police said that two cables had rusted. Nobody was hurt. More follows.';
const rewritten = `The trams of Aberford will not cross the Wend before the autumn: on Wednesday morning engineers found that two cables had rusted through, and by noon the Old Bridge was closed.

“I would rather have an angry town than a drowned one,” said Ann Lee, the mayor, who was told of it at breakfast. She had put off repairs in March, when the council was short of money.

Nobody was hurt. The ferry, which last ran in 1974, is to carry passengers until the cables have been replaced.`;
const secondPage = `In 1974 the ferry had three hundred seats and a piano. Its captain, Bo Ray, is eighty now, and remembers fog more than he remembers passengers.

“You could hear the bridge being built,” he said. “Every hammer was a passenger less.” The boat was sold to a brewery, which keeps barrels in it.`;
const otherOutlet = `Commuters in Aberford queued for buses on Wednesday after inspectors shut the city’s tram bridge without warning.

“Better an angry town than a drowned one,” mayor Ann Lee told reporters. Opposition councillors accused her of having ignored three reports on the state of the structure, the latest of them dated February, and asked for an inquiry by the ministry of transport in Brightsea.`;

test.each([
  ['the same words', breaking, breaking],
  ['a first report and the story that took its place', breaking, rewritten],
  [
    'an article that has grown to many times its length',
    rewritten,
    `${rewritten}\n\n${secondPage.repeat(20)}`,
  ],
  ['an article of which a reader without a subscription sees the start', rewritten.slice(0, 180), rewritten],
  ['other marks, capitals and spaces', rewritten, rewritten.toUpperCase().replaceAll(/[“”,]/g, ' ')],
  ['texts too short to tell', 'It has closed.', 'Paid content.'],
])('versions of one article: %s', (_name, a, b) => {
  expect([isSameArticle({ text: a }, { text: b }), isSameArticle({ text: b }, { text: a })]).toEqual([
    true,
    true,
  ]);
});

test.each([
  ['the first page and the second', rewritten, secondPage],
  ['two reports on one event', rewritten, otherOutlet],
])('two articles: %s', (_name, a, b) => {
  expect([isSameArticle({ text: a }, { text: b }), isSameArticle({ text: b }, { text: a })]).toEqual([
    false,
    false,
  ]);
});
