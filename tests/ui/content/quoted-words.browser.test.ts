import { h, render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import cardStyles from '../../../src/ui/card/card.css?inline';
import { CardView } from '../../../src/ui/card/card-view.tsx';
import type { CardContent, CardStatement } from '../../../src/view-models/card-content.ts';
import { adoptStyles } from '../adopt-styles.ts';
import { card, gazette, pause } from '../card/card-statement.ts';
import { clearSurface } from '../clear-surface.ts';
import { waitUntil } from '../wait-until.ts';

let place: HTMLElement;

beforeEach(() => {
  adoptStyles(cardStyles);
  place = document.body.appendChild(document.createElement('div'));
});

afterEach(() => clearSurface(place));

const nothing = () => undefined;
const actions = {
  site: 'news.example.org',
  hideEntity: async () => undefined,
  noteWrongMatch: async () => undefined,
  openLibrary: async () => undefined,
  switchTopic: async () => undefined,
  switchSite: async () => undefined,
  openSettings: async () => undefined,
};

function show(
  names: readonly string[],
  sentences: CardStatement['sentences'],
  longerNames: readonly string[] = [],
  section = 'quotes',
): HTMLElement {
  const content: CardContent = {
    ...card,
    names,
    longerNames,
    facts: [
      { text: 'ExSys is paused.', cites: [{ source: gazette, quote: 'ExSys, “ExSys’s” and ExSystem' }] },
    ],
    statements: [{ ...pause, sentences }],
  };
  const request = { subject: { kind: 'entity', ref: card.ref }, textOnPage: 'ExSys' } as const;
  render(
    h(CardView, {
      content,
      request,
      actions,
      section,
      onSection: nothing,
      onBack: nothing,
      onForward: nothing,
      onRelated: nothing,
      onClose: nothing,
    }),
    place,
  );
  const quote = place.querySelector<HTMLElement>('.quote, .facts');
  if (!quote) throw new Error('The card quotes nobody.');
  return quote;
}

const marked = (within: ParentNode | null) =>
  [...(within?.querySelectorAll('mark') ?? [])].map((one) => one.textContent);

test.each<[string, string[], string, string[]]>([
  ['the longest name', ['System', 'Example System'], 'The Example System runs.', ['Example System']],
  ['a name between signs', ['NIST'], '<b>NIST</b>—(NIST), “NIST’s” NIST', ['NIST', 'NIST', 'NIST', 'NIST']],
  [
    'a name with either apostrophe',
    ["Pilots' Guild"],
    "A Pilots’ Guild and a Pilots' Guild.",
    ['Pilots’ Guild', "Pilots' Guild"],
  ],
  ['no longer word', ['ExSys'], 'ExSystem and MyExSys wait.', []],
  ['no other case', ['ICE', 'ExSys'], 'On ice, exsys waits.', []],
  ['a capital at the beginning', ['ice'], 'Ice and ice.', ['Ice', 'ice']],
  ['no part of a name with signs', ['AT', 'C'], 'AT&T, C++ and @AT wait.', []],
  ['a name beside a smiley', ['NIST'], '🙂NIST🙂', ['NIST']],
  [
    'a name inside Japanese',
    ['水道委員会', '水道', 'NIST'],
    '港町水道委員会とNISTの水道',
    ['水道委員会', 'NIST', '水道'],
  ],
  ['signs of an expression as they stand', ['C.*', '(a|b)'], 'C++ and a, C.* too.', ['C.*']],
])('marks in a quotation %s', (_case, names, words, expected) => {
  const quote = show(names, [words]);
  expect(marked(quote)).toEqual(expected);
  expect(quote.textContent).toBe(`“${words}”`);
  expect(quote.querySelectorAll('mark mark, b')).toHaveLength(0);
});

test('leaves alone what belongs to another entity’s longer name', () => {
  const words = 'Amazon sells Amazon Rekognition; Rekognition is Amazon’s.';
  const quote = show(['Amazon'], [words], ['Amazon Rekognition', 'Amazon']);
  expect(marked(quote)).toEqual(['Amazon', 'Amazon']);
  expect(quote.textContent).toBe(`“${words}”`);
  const [, second] = quote.querySelectorAll('mark');
  expect(second?.nextSibling?.textContent ?? second?.parentElement?.textContent).toContain('’s');
});

test('leaves alone another entity’s longer name inside Chinese, too', () => {
  const quote = show(['水务局'], ['塞尔温水务局和水务局。'], ['塞尔温水务局']);
  expect(marked(quote)).toEqual(['水务局']);
  expect(quote.querySelector('mark')?.previousSibling?.textContent).toBe('塞尔温水务局和');
});

test('marks by weight as well as by colour, and not in our own words', () => {
  const quote = show(['ExSys'], ['The ExSys waits.']);
  const [mark] = quote.querySelectorAll('mark');
  if (!mark) throw new Error('Nothing is marked.');
  const [own, around] = [getComputedStyle(mark), getComputedStyle(quote)];
  expect(Number(own.fontWeight)).toBeGreaterThan(Number(around.fontWeight));
  expect(own.backgroundColor).not.toBe(around.backgroundColor);
  expect(own.color).toBe(around.color);
  show(['ExSys'], [], [], 'facts');
  expect(marked(place.querySelector('.facts'))).toEqual(['ExSys', 'ExSys']);
  expect(place.querySelector('.facts p mark')?.closest('.quoted')).not.toBeNull();
});

test('the marks outlive folding out, another card’s names replace them, and all go with the card', async () => {
  const long = [`ExSys ${'waits '.repeat(80)}.`, 'ExSys again, says Ada.'];
  const quote = show(['ExSys'], long);
  const before = quote.textContent;
  expect(quote.className).toBe('quote folded');
  place.querySelector<HTMLButtonElement>('.unfold')?.click();
  await waitUntil(() => quote.className === 'quote');
  expect(marked(quote)).toEqual(['ExSys', 'ExSys']);
  const next = show(['Ada'], long);
  expect(marked(next)).toEqual(['Ada']);
  expect(next.textContent).toBe(before);
  show([], ['Nobody.']);
  expect(marked(place)).toEqual([]);
});
