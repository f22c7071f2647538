import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { type KeptArticle, latestOf } from '../../../../src/stories/kept/kept-article.ts';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { bridgeArticles, keptArticle, story } from '../../../view-models/stories/kept-story.ts';
import { waitUntil } from '../../wait-until.ts';
import { keptServices, readerOf } from '../kept-reader.ts';
import { heading, link, openLibrary, place, prepareLibrary } from '../tested-library.ts';

prepareLibrary();

const herald = bridgeArticles[0] as KeptArticle;
const { text } = latestOf(herald);
/** The same article, kept again after it was changed. */
const changed: KeptArticle = {
  ...herald,
  versions: [
    ...herald.versions,
    {
      keptAt: '2024-03-06T10:00:00.000Z',
      article: {
        ...latestOf(herald),
        title: 'Mayor closes bridge for good',
        text: text.replace('1931', '1932'),
      },
    },
  ],
};

async function open(hash: string, articles: readonly KeptArticle[] = bridgeArticles) {
  const kept = keptServices();
  await openLibrary(hash, 'light', {
    service: createLibraryService(readerOf([story], articles)),
    kept: kept.services,
  });
  return kept;
}

const outcome = () => place.querySelector('.outcome [role=status]')?.textContent;
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('the list has each story with its articles, outlets and dates', async () => {
  await open('#/stories');
  expect(heading()).toBe('Stories');
  const [line] = place.querySelectorAll('.story-list > li');
  expect(line?.querySelector('a')?.getAttribute('href')).toBe(`#/story/${story.id}`);
  expect(line?.textContent).toContain('3 articles · The Herald, Gazette, Post');
  expect(line?.textContent).toContain('3 March 2024 – 5 March 2024');
});

test('while nothing is kept, the list shows with two invented articles what keeping does', async () => {
  await openLibrary('#/stories');
  await waitUntil(() => place.querySelector('.story-example'));
  expect(place.querySelectorAll('.example-articles article')).toHaveLength(2);
  expect(place.querySelector('.story-example')?.textContent).toContain('Both articles are invented.');
  expect(place.querySelector('.utterance.differs del')?.textContent).toBe('Monday because it is rusted');
  expect(place.querySelector('.utterance.differs ins')?.textContent).toBe('Friday');
  // Nothing of it can be opened: there are no such articles.
  expect(place.querySelectorAll('.story-example a')).toHaveLength(0);
});

test('the start page and every page’s head lead to the stories', async () => {
  await open('#/');
  await link('Stories').click();
  await waitUntil(() => heading() === 'Stories');
  expect(link('Stories').element().getAttribute('aria-current')).toBe('page');
});

test('a kept article shows its text, with the passage that was looked for', async () => {
  const from = text.indexOf('Nobody has');
  await page.viewport(700, 300);
  await open(`#/kept/herald?from=${from}&to=${from + 30}`);
  expect(heading()).toBe('Mayor closes the old bridge');
  expect(place.querySelectorAll('.kept-text p')).toHaveLength(3);
  const mark = place.querySelector('mark');
  expect(mark?.textContent).toBe(text.slice(from, from + 30));
  await waitUntil(() => document.activeElement === mark);
  const { top, bottom } = mark?.getBoundingClientRect() ?? { top: -1, bottom: 0 };
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThan(innerHeight);
});

test('a passage beyond the text, as of an older version, marks nothing', async () => {
  await open('#/kept/herald?from=1&to=999999');
  expect(place.querySelector('.kept-text')).not.toBeNull();
  expect(place.querySelector('mark')).toBeNull();
});

test('its versions say what has changed, the latest first', async () => {
  await open('#/kept/herald', [changed]);
  const [latest, first] = place.querySelectorAll('.versions > li');
  expect(latest?.textContent).toContain('Headline');
  expect(latest?.textContent).toContain('1932');
  expect(first?.textContent).toContain('The first version that was kept.');
});

test('what the article says of itself is corrected: only what differs from the page', async () => {
  const { calls } = await open('#/kept/herald');
  await page.getByLabelText('Outlet').fill('Herald of Aberford');
  await page.getByLabelText('Authors, separated by semicolons').fill('Eve Moss;  Bo Hill ;');
  await button('Save').click();
  await waitUntil(() => outcome() === 'Corrected.');
  expect(calls).toEqual([
    [
      'correctArticle',
      { id: 'herald', corrections: { outlet: 'Herald of Aberford', authors: ['Eve Moss', 'Bo Hill'] } },
    ],
  ]);
});

test('corrections are taken back', async () => {
  const { calls } = await open('#/kept/one', [keptArticle('one', {}, { corrections: { outlet: 'One' } })]);
  await button('Use what the page states').click();
  await waitUntil(() => outcome() === 'The page’s own statements are used again.');
  expect(calls).toEqual([['correctArticle', { id: 'one', corrections: {} }]]);
});

test('a note is saved, and the article removed, which leads to its story', async () => {
  const { calls } = await open('#/kept/herald');
  await page.getByLabelText('Own note').fill('Ask the mayor');
  await button('Save the note').click();
  await waitUntil(() => outcome() === 'Note saved.');
  await button('Remove this article').click();
  await waitUntil(() => location.hash === `#/story/${story.id}`);
  expect(outcome()).toBe('1 article removed.');
  expect(calls).toEqual([
    ['noteArticle', { id: 'herald', note: 'Ask the mayor' }],
    ['removeArticles', { ids: ['herald'] }],
  ]);
});

test('an article that is not kept says so', async () => {
  await open('#/kept/nothing');
  expect(heading()).toBe('Not in the library');
  expect(place.textContent).toContain('No article is kept at this address.');
});

test.each(['#/stories', '#/kept/herald?from=3&to=9'])(
  '%s passes axe, and fits a narrow window',
  async (hash) => {
    await page.viewport(320, 700);
    await open(hash, [changed]);
    const { violations } = await axe.run(place);
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(320);
  },
);
