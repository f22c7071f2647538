import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { CardContent } from '../../../src/view-models/card-content.ts';
import { settle } from '../press-button.ts';
import { waitUntil } from '../wait-until.ts';
import { card } from './card-statement.ts';
import {
  boxOf,
  button,
  byId,
  choose,
  menuItem,
  openCard,
  openRelated,
  openSection,
  port,
  prepareCards,
  press,
  requestFor,
  root,
  sectionLink,
  services,
  waitUntilItCounts,
} from './tested-card.ts';

prepareCards();

const mention = { name: 'ExSys', wordsBeside: { before: 'the', after: 'runs on' } };

test('a related entity opens in the same place, with a way back', async () => {
  const shown = await openCard();
  await openRelated('Ada Example');
  expect(root.activeElement).toBe(shown);
  await press(button('Back to Example System'));
  expect(shown.querySelector('h2')?.textContent).toBe('Example System');
});

test('the way through related entities leads back and forth, by button and by key, to where it was left', async () => {
  await page.viewport(1000, 300);
  const speaker = { text: 'Ada Example', entityRef: 'test/ada' };
  const statements = card.statements.map((statement) => ({ ...statement, speaker }));
  services.loadContent.mockResolvedValueOnce({ ...card, statements });
  const shown = await openCard();
  const title = () => shown.querySelector('h2')?.textContent;
  const body = () => shown.querySelector('.body') as HTMLElement;
  await press(sectionLink('Quotes'));
  await waitUntil(() => shown.querySelector('.statement'));
  body().scrollTop = 60;
  await press(shown.querySelector<HTMLElement>('.statement .lead'));
  await waitUntil(() => title() === 'Ada Example');
  expect(button('Forward to Ada Example')).toBeUndefined();
  await press(button('Back to Example System'));
  expect([title(), body().scrollTop]).toEqual(['Example System', 60]);
  await press(button('Forward to Ada Example'));
  expect([title(), body().scrollTop]).toEqual(['Ada Example', 0]);
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(title()).toBe('Example System');
  await userEvent.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}');
  expect(title()).toBe('Ada Example');
  expect(root.activeElement).toBe(shown);
});

test.each([
  ['below', ''],
  ['above', 'position: fixed; bottom: 10px; left: 500px'],
])('once it is %s its term, nothing inside makes it jump or shrink', async (_side, style) => {
  byId('term').style.cssText = style;
  const shown = await openCard();
  const first = boxOf();
  await press(sectionLink('Quotes'));
  await waitUntil(() => shown.querySelector('details'));
  await choose('Why is this marked?');
  for (const details of shown.querySelectorAll('details')) details.open = true;
  await waitUntil(() => shown.querySelector('ins') !== null);
  const opened = boxOf();
  expect([opened.left, opened.top]).toEqual([first.left, first.top]);
  await openRelated('Ada Example');
  const next = boxOf();
  expect(next.height).toBeGreaterThanOrEqual(opened.height);
});

test('slow content is announced, and then takes the same place', async () => {
  let answer: (content: CardContent) => void = () => {};
  services.loadContent.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const shown = await openCard();
  expect(shown.querySelector('[role=status]')?.textContent).toContain('Looking up “Example System”');
  expect(root.activeElement).toBe(shown);
  const before = boxOf();
  answer(card);
  await waitUntil(() => shown.querySelector('.lead-line') !== null);
  const after = boxOf();
  expect([after.left, after.top]).toEqual([before.left, before.top]);
  expect(after.height).toBeGreaterThanOrEqual(before.height);
  expect(root.activeElement).toBe(shown);
});

test('what was asked ahead is not asked twice', async () => {
  port.prepare(requestFor(byId('term')));
  port.prepare(requestFor(byId('term')));
  await openCard();
  expect(services.loadContent).toHaveBeenCalledTimes(1);
});

test('why it is marked: the name, its rule, the pack', async () => {
  services.loadContent.mockResolvedValue({
    ...card,
    isCommon: true,
    ruledNames: [
      {
        text: 'ExSys',
        needs: {
          words: Array.from({ length: 15 }, (_, number) => `word${number}*`),
          entities: ['Ada Example'],
        },
        isPresumed: false,
        unless: ['river'],
      },
    ],
  });
  const shown = await openCard({ mention });
  await choose('Why is this marked?');
  await waitUntil(() => shown.querySelector('.why') !== null);
  const why = shown.querySelector('.why')?.textContent ?? '';
  for (const part of [
    'In the pack “Test pack”, “ExSys” is a name of Example System.',
    'It counts only near one of these words: “word0…”',
    '“word11…” and 3 more.',
    'It also counts where the page mentions: Ada Example.',
    'It does not count near: “river”.',
    'It is common in the news',
    'Other names of Example System in the pack “Test pack”: “Example System”.',
  ]) {
    expect(why).toContain(part);
  }
});

test('a wrong match is confirmed, noted with the chosen reach, and can be undone', async () => {
  services.noteWrongMatch.mockResolvedValue();
  const shown = await openCard({ mention });
  await waitUntilItCounts();
  const status = () => shown.querySelector('[role=status]')?.textContent;
  await choose('Wrong match');
  await waitUntil(() => root.activeElement === button('on news.example.org'));
  await press(button('Cancel'));
  await waitUntil(() => root.activeElement === button('More'));
  expect(services.noteWrongMatch).not.toHaveBeenCalled();
  await choose('Wrong match');
  await waitUntil(() => button('wherever it reads “the ExSys”') !== undefined);
  // The question has made the card higher.
  await waitUntilItCounts();
  await press(button('wherever it reads “ExSys runs on”'));
  await waitUntil(() => status()?.includes('“ExSys” is no longer marked there'));
  const wrong = { entity: card.ref, name: 'ExSys', beside: 'runs on' };
  expect(services.noteWrongMatch).toHaveBeenLastCalledWith(wrong, true);
  await waitUntilItCounts();
  await press(button('Undo'));
  await waitUntil(() => status() === 'Undone.');
  expect(services.noteWrongMatch).toHaveBeenLastCalledWith(wrong, false);
  expect(root.activeElement).toBe(button('More'));
});

test('an undo that fails is offered again, until it is done', async () => {
  services.hideEntity
    .mockResolvedValueOnce()
    .mockRejectedValueOnce(new Error('full'))
    .mockResolvedValueOnce();
  const shown = await openCard();
  await waitUntilItCounts();
  const status = () => shown.querySelector('[role=status]')?.textContent;
  await choose('Hide this entity');
  await waitUntil(() => button('Undo') !== undefined);
  await press(button('Undo'));
  await waitUntil(() => status()?.includes('full'));
  await press(button('Undo'));
  await waitUntil(() => status() === 'Undone.');
  expect(services.hideEntity.mock.calls.map(([, isHidden]) => isHidden)).toEqual([true, false, false]);
  expect(button('Undo')).toBeUndefined();
});

test('a related card that failed is asked for again itself, and leads back', async () => {
  const shown = await openCard();
  const title = () => shown.querySelector('h2')?.textContent;
  services.loadContent.mockRejectedValueOnce(new Error('gone')).mockRejectedValueOnce(new Error('gone'));
  await openRelated('Ada Example');
  await press(button('Back to Example System'));
  await waitUntil(() => title() === 'Example System');
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await waitUntil(() => button('Try again') !== undefined);
  await press(button('Try again'));
  await waitUntil(() => services.loadContent.mock.calls.length === 3);
  await press(button('Try again'));
  await waitUntil(() => title() === 'Ada Example');
  expect(services.loadContent.mock.calls.map(([{ ref }]) => ref)).toEqual([
    'test/example-system',
    'test/ada',
    'test/ada',
    'test/ada',
  ]);
  expect(root.activeElement).toBe(shown);
  expect(button('Back to Example System')).toBeDefined();
});

test('what comes for a card that the reader has left does not take the place of the one they went back to', async () => {
  const shown = await openCard();
  const title = () => shown.querySelector('h2')?.textContent;
  services.loadContent.mockRejectedValueOnce(new Error('gone'));
  await openRelated('Ada Example');
  let answer: (content: CardContent) => void = () => {};
  services.loadContent.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
  await press(button('Try again'));
  await press(button('Back to Example System'));
  await waitUntil(() => title() === 'Example System');
  answer({ ...card, ref: 'test/ada', title: 'Ada Example' });
  await settle();
  expect(title()).toBe('Example System');
});

test('what is related to the term was not marked by it: no wrong match is offered there', async () => {
  await openCard({ mention });
  await openRelated('Ada Example');
  await press(button('More'));
  await waitUntil(() => menuItem('Hide this entity'));
  expect(menuItem('Wrong match')).toBeUndefined();
});

test('a long statement is unfolded without the focus being lost', async () => {
  const [statement] = card.statements;
  const sentences = [Array.from({ length: 90 }, () => 'word').join(' ')];
  services.loadContent.mockResolvedValue({ ...card, statements: [{ ...statement, sentences } as never] });
  const shown = await openSection('Quotes');
  button('Show the whole statement')?.focus();
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => button('Show the whole statement') === undefined);
  expect(root.activeElement).toBe(shown.querySelector('.quote'));
});

test('a section takes the place of the front, is announced by its heading, and leads back to where it was left', async () => {
  await page.viewport(1000, 300);
  const shown = await openCard({ pageDate: '2020-06-10' });
  const body = () => shown.querySelector('.body') as HTMLElement;
  const names = [...shown.querySelectorAll('.section-links button')].map(({ textContent }) =>
    textContent?.trim(),
  );
  expect(names).toEqual(['Quotes 1', 'Claims 2', 'Facts 1', 'Dates 2', 'Related 1', 'All']);
  body().scrollTop = 40;
  for (const [name, selector] of [
    ['Quotes', '.statement'],
    ['Claims', '.claim'],
    ['Facts', '.summary'],
    ['Dates', '.events li'],
  ] as const) {
    await press(sectionLink(name));
    await waitUntil(() => shown.querySelector(`.body ${selector}`));
    expect(shown.querySelector('.lead-line')).toBeNull();
    expect(root.activeElement?.tagName).toBe('H3');
    expect(root.activeElement?.textContent).toMatch(new RegExp(`^${name} \\d$`));
    expect(sectionLink(name)?.getAttribute('aria-current')).toBe('true');
    expect(body().scrollTop).toBe(0);
  }
  await press(button('Overview'));
  expect(shown.querySelector('.lead-line')).not.toBeNull();
  expect(body().scrollTop).toBe(40);
  expect(root.activeElement).toBe(sectionLink('Dates'));
  // The history is one of cards; a section is left first.
  await press(sectionLink('Facts'));
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(shown.querySelector('.lead-line')).not.toBeNull();
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => !port.isOpen);
});

test('a section that is left for a related card is there again on the way back', async () => {
  const shown = await openCard();
  await openRelated('Ada Example');
  expect(shown.querySelector('.section-head')).toBeNull();
  await press(button('Back to Example System'));
  expect(shown.querySelector('.section-head h3')?.textContent).toBe('Related 1');
});

test('what an action has said stays while sections change', async () => {
  services.hideEntity.mockResolvedValue();
  const shown = await openCard();
  await waitUntilItCounts();
  await choose('Hide this entity');
  await waitUntil(() => button('Undo') !== undefined);
  await press(sectionLink('Facts'));
  await waitUntil(() => shown.querySelector('.section-head'));
  expect(button('Undo')).toBeDefined();
});
