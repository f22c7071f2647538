import { beforeEach, expect, test } from 'vitest';
import type { CardContent, CardStatement } from '../../../src/view-models/card-content.ts';
import { card, gazette, herald, wording } from './card-statement.ts';
import { letter, printed, quotation, requestOf } from './quoted-card.ts';
import { openCard, prepareCards, services } from './tested-card.ts';

prepareCards();

const story = {
  ...{ id: 'kept-0123456789abcdef', title: 'New pipes', knownTo: '2020-06-12', language: 'en' },
  keptCount: 2,
};
const keptStatement: CardStatement = {
  ...{ ref: `${story.id}/letter`, speaker: null, sentences: letter.sentences },
  wordings: [
    wording(gazette, { text: printed.verbatim, attribution: 'a spokesman said' }),
    // A pasted text states no date.
    wording({ ...herald, outlet: 'Minutes', date: { value: '', precision: 'day' } }, printed.cut),
  ],
};
const kept: CardContent = {
  ...quotation,
  ...{ ref: keptStatement.ref, title: 'x', pack: story, statements: [keptStatement] },
};
const textOf = (shown: Element, selector: string) =>
  shown.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim();

beforeEach(() => services.loadContent.mockResolvedValue(kept));

const openKept = () => {
  const request = requestOf(printed.cut);
  const subject = { kind: 'statement', ref: keptStatement.ref } as const;
  return openCard({
    ...request,
    subject,
    ...(request.trace && { trace: { ...request.trace, statement: keptStatement.ref } }),
  });
};

test('a kept quotation says that the reader kept it, from how many articles of which story', async () => {
  const shown = await openKept();
  expect(textOf(shown, '.pack-provenance')).toBe('Kept by you, from 2 articles · New pipes');
});

test('names nobody who is not certain: the article’s own words say who spoke', async () => {
  const shown = await openKept();
  expect(textOf(shown, 'h2')).toBe('Quotation');
  expect(textOf(shown, '.kind')).toBe('“a spokesman said”');
});

test('of an article that states no date there is no empty date, and no other', async () => {
  const shown = await openKept();
  for (const row of shown.querySelectorAll<HTMLElement>('.printings summary')) row.click();
  await expect.poll(() => shown.querySelectorAll('.printed-words').length).toBe(2);
  const words = [...shown.querySelectorAll('.printed-words')].map(({ textContent }) => textContent ?? '');
  expect(words.find((one) => one.includes('Minutes'))).not.toMatch(/Invalid|NaN|1970/);
  expect([...shown.querySelectorAll('time')].every(({ textContent }) => textContent !== '')).toBe(true);
});

test('a pack’s quotation has the printings of kept articles apart from its own', async () => {
  services.loadContent.mockResolvedValue({ ...quotation, kept: [{ pack: story, statement: keptStatement }] });
  const shown = await openCard(requestOf(printed.verbatim));
  expect(textOf(shown, '.kept h3')).toBe('Kept by you, from 2 articles');
  const outlets = [...shown.querySelectorAll('.kept .outlet')].map(({ textContent }) => textContent);
  expect(outlets.sort()).toEqual(['Minutes', 'The Gazette']);
  expect(textOf(shown, '.pack-provenance')).toMatch(/^As of /);
  expect(shown.querySelectorAll('.who-prints:not(.kept) .outlet').length).toBeGreaterThan(2);
});

test('of a name, the card shows what articles call it, and no empty lines', async () => {
  services.loadContent.mockResolvedValue({
    ...card,
    ...{ ref: `${story.id}/lee`, title: 'Ann Lee', type: 'concept', pack: story, lead: '', summary: '' },
    ...{ statements: [], positions: [], events: [], related: [], names: ['Ann Lee'] },
    facts: [
      {
        text: 'Ann Lee',
        cites: [
          { source: gazette, quote: 'a lawyer from Ohio' },
          { source: herald, quote: 'the mayor' },
        ],
      },
    ],
  });
  const shown = await openCard({ subject: { kind: 'entity', ref: `${story.id}/lee` }, textOnPage: 'Lee' });
  expect(textOf(shown, '.front-part h3')).toBe('Described as');
  expect(textOf(shown, '.front-part ul')).toMatch(/“a lawyer from Ohio”.*“the mayor”/);
  expect(textOf(shown, '.kind')).toBe(kept.topic.title);
  expect(
    [...shown.querySelectorAll('.body p')].filter(({ textContent }) => textContent?.trim() === ''),
  ).toEqual([]);
});
