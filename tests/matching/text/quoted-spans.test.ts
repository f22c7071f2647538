import { expect, test } from 'vitest';
import { findQuotedSpans, mayQuote } from '../../../src/matching/text/quoted-spans.ts';

const cases: readonly (readonly [text: string, ...quoted: string[]])[] = [
  // Double marks.
  ['“We are glad,” she said, “to help.”', 'We are glad,', 'to help.'],
  ['She said: “We are glad," and left.', 'We are glad,'],
  ['„Wir helfen“, sagte sie. „Gern.“', 'Wir helfen', 'Gern.'],
  ['« Nous aidons », dit-elle.', ' Nous aidons '],
  ['Sie sagte: »Wir helfen«, und ging.', 'Wir helfen'],
  ['A quotation that goes on: “We are glad', 'We are glad'],
  ['“We said ‘no,’ and the users’ answer was yes.”', 'We said ‘no,’ and the users’ answer was yes.'],
  ["''We are glad,'' she said. ''It's done.''", 'We are glad,', "It's done."],
  ['"It was not “a war of choice” for us," he said.', 'It was not “a war of choice” for us,'],
  ['""We are glad," she said.', 'We are glad,'],
  // A straight mark after a word opens nothing: it closes a quotation opened in another paragraph, or means inches.
  ['We are glad," she said. "Really."', 'Really.'],
  ['A 6" pipe and a 5\' 10" man, "both" here.', 'both'],
  // Single marks.
  ['She said: ‘We are glad.’', 'We are glad.'],
  ["She said: 'We are glad.'", 'We are glad.'],
  ['‘We are glad,’ she said, ‘to help.’', 'We are glad,', 'to help.'],
  ["She said: ‘We are glad,' and left.", 'We are glad,'],
  ['‚Wir helfen‘, sagte sie. ‚Gern.‘', 'Wir helfen', 'Gern.'],
  ['Sie sagte: ‚Wir helfen’, und ging.', 'Wir helfen'],
  ['Il dit : ‹ non ›, puis ‹oui›.', 'oui'],
  ['Il dit : ‹\u202fnon\u202f›.', '\u202fnon\u202f'],
  ['Sie sagte: ›Wir helfen‹, und ging.', 'Wir helfen'],
  ['(‘mad’), —‘bad’— [‘sad’]', 'mad', 'bad', 'sad'],
  // What follows a closing mark.
  ['‘We are glad’… and so on', 'We are glad'],
  ['It is ‘a weapon’[3] and ‘a tool,’4 both.', 'a weapon', 'a tool,'],
  // Characters after an opening mark.
  ['It cost ‘$5m’, ‘[they] said’ and ‘…nothing’.', '$5m', '[they] said', '…nothing'],
  ['‘“No,” she said, and left,’ he told us.', '“No,” she said, and left,'],
  ['She wrote: ‘He said “no” and “never,” and left.’', 'He said “no” and “never,” and left.'],
  // Apostrophes.
  ['‘We don’t sell the company’s users short,’ she said.', 'We don’t sell the company’s users short,'],
  ['‘We protect users’ data,’ she said.', 'We protect users’ data,'],
  [
    "'We protect our users' data and Jones' rights,' she said.",
    "We protect our users' data and Jones' rights,",
  ],
  ['‘They were singin’ and dancin’ all night,’ she said.', 'They were singin’ and dancin’ all night,'],
  ['‘It is rock ’n’ roll of the ’90s,’ she said.', 'It is rock ’n’ roll of the ’90s,'],
  ['He called them ‘losers’ and ‘cheats’ there.', 'losers', 'cheats'],
  ['He called them ‘losers’ and left.', 'losers'],
  ['He called them ‘losers’ and said: “Go away.”', 'losers', 'Go away.'],
  ['They told \'em: "We will not share users\' data."', "We will not share users' data."],
  ['He held ‘suspects’ for hours. He is 6\' 2" tall.', 'suspects'],
  ['‘It harms rights’ said Liberty. “We know,” said Ann of the officers’.', 'It harms rights', 'We know,'],
  ['‘We name no officers’ names. We never did,’ she said.', 'We name no officers’ names. We never did,'],
  ['They spoke of ‘victims’ rights’.', 'victims’ rights'],
  ['‘Em-dashes’ are what she likes.', 'Em-dashes'],
  ["The '90s were 'good' years.", 'good'],
  ["'Tis the users' choice, and 'twas 'theirs'.", 'theirs'],
  ["The users' data and the dogs' home"],
  ['The ’90s and rock ’n’ roll'],
  ['Class of \'05: "We are glad."', 'We are glad.'],
  // Not quotations.
  ['‹ Previous article'],
  ['Home › News › Technology'],
  ['The ‘unclosed goes nowhere'],
  ["don't, can't, won't"],
];

test.each(cases)('in %s', (text, ...quoted) => {
  expect(findQuotedSpans(text).map(({ start, end }) => text.slice(start, end))).toEqual(quoted);
  if (quoted.length > 0) expect(mayQuote(text)).toBe(true);
});

// Each of these would take hours with quadratic cost.
test.each([
  ["'a b ", 0],
  ['‘as’ b ', 142_857],
  ['‘as’ b “x” ', 181_818],
  ['\'em "', 100_000],
  ['‹a ', 0],
  ['“a ‘', 1],
  ["s' 'b \"c' d\" ", 76_923],
])('a megabyte of %s is read once', (piece, count) => {
  const text = piece.repeat(1_000_000 / piece.length);
  expect(findQuotedSpans(text)).toHaveLength(count);
});
