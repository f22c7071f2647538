import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Story } from '../../../../src/stories/kept/kept-article.ts';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { bridgeArticles, keptArticle, story } from '../../../view-models/stories/kept-story.ts';
import { waitUntil } from '../../wait-until.ts';
import { keptServices, readerOf } from '../kept-reader.ts';
import { heading, link, openLibrary, place, prepareLibrary, status } from '../tested-library.ts';

prepareLibrary();

const other: Story = { ...story, id: '00000000000000bb', title: 'The new bridge' };

/** Opens the story's page with what the reader keeps. */
async function openStory({
  articles = bridgeArticles,
  stories = [story],
  theme = 'light' as 'light' | 'dark',
  answers = {} as Parameters<typeof keptServices>[0],
} = {}) {
  const kept = keptServices(answers);
  const held = { articles: [...articles], stories: [...stories] };
  const reader = {
    listStories: () => readerOf(held.stories, held.articles).listStories(),
    listKeptSummaries: () => readerOf(held.stories, held.articles).listKeptSummaries(),
    readStory: (id: string) => readerOf(held.stories, held.articles).readStory(id),
    readArticlesOfStory: (id: string) => readerOf(held.stories, held.articles).readArticlesOfStory(id),
    readKeptArticle: (id: string) => readerOf(held.stories, held.articles).readKeptArticle(id),
  };
  await openLibrary(`#/story/${story.id}`, theme, {
    service: createLibraryService(reader),
    kept: kept.services,
  });
  await waitUntil(() => !place.querySelector('.story .loading'));
  return { ...kept, held };
}

const outcome = () => place.querySelector('.outcome [role=status]')?.textContent;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const sections = () =>
  [...place.querySelectorAll('.main-column > section > h2')].map((title) => title.textContent);

test('the page says what several print, what one alone prints, who is quoted and named, what differs, and when', async () => {
  await openStory();
  expect(heading()).toBe('The old bridge');
  expect(document.title).toBe('The old bridge – Sidelight library');
  expect(sections()).toEqual([
    'What several print 2',
    'Quoted by one only 2',
    'Who is quoted 2',
    'Numbers that differ 1',
    'Who and what is named 1',
    'Articles 3',
  ]);
});

test('an utterance shows each wording with the words that were changed, and which articles print it', async () => {
  await openStory();
  const first = place.querySelector('.utterance');
  expect(first?.querySelector('h3')?.textContent).toBe('Ann Lee');
  expect(first?.querySelector('.hint')?.textContent).toBe(
    'says something else in 2 of the 3 articles that are kept',
  );
  expect(first?.querySelector('.printing.differs .relation')?.textContent).toBe('says something else: time');
  expect(first?.querySelector('.printing.differs del')?.textContent?.trim()).toBe('Monday');
  expect(first?.querySelector('.printing.differs ins')?.textContent?.trim()).toBe('Friday');
  const [kept, original] = first?.querySelectorAll('.printing.differs figcaption a') ?? [];
  expect(kept?.getAttribute('href')).toMatch(/^#\/kept\/gazette\?from=\d+&to=\d+$/);
  expect(original?.getAttribute('href')).toMatch(/^https:\/\/gazette\.example\/bridge#:~:text=We%20will/);
});

test('what one article alone quotes says of how many, and names nobody who is not certain', async () => {
  await openStory();
  const section = place.querySelector('#only-here');
  expect(section?.querySelector('.hint')?.textContent).toBe(
    'Each of these is only in this one of the 3 articles that are kept.',
  );
  const [post, gazette] = section?.querySelectorAll('.only-here > li') ?? [];
  expect(post?.textContent).toContain('Words beside it: A spokesman for the town');
  expect(post?.querySelector('strong')).toBeNull();
  expect(gazette?.querySelector('strong')?.textContent).toBe('Bo Hill');
});

test('the reader narrows the page to a speaker, and takes that back', async () => {
  await openStory();
  await page.getByLabelText('Said by').selectOptions('Bo Hill');
  await waitUntil(() => place.querySelectorAll('.utterance').length === 0);
  expect(sections()).toEqual(['Quoted by one only 1', 'Who is quoted 1', 'Articles 3']);
  await button('Remove all filters').click();
  await waitUntil(() => place.querySelectorAll('.utterance').length === 2);
  await page.getByLabelText('Printed by').selectOptions('Post');
  await waitUntil(() => place.querySelectorAll('.utterance').length === 1);
});

test('until the articles are compared, the rest can be used; who comes back finds the place again', async () => {
  await page.viewport(900, 500);
  const service = createLibraryService(readerOf([story], bridgeArticles));
  let compare: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    compare = resolve;
  });
  const openStory = vi.fn((id: string) => asked.then(() => service.openStory(id)));
  await openLibrary(`#/story/${story.id}`, 'light', { service: { ...service, openStory } });
  expect(heading()).toBe('The old bridge');
  expect(sections()).toEqual(['Articles 3']);
  expect(place.querySelector('.story .loading')?.textContent).toBe('Comparing the articles …');
  await button('Rename').click();
  compare();
  await waitUntil(() => sections().length === 6);
  // What is being typed into stays.
  expect(place.querySelector('.rename')).not.toBeNull();
  await button('Cancel').click();
  const post = page.getByRole('link', { name: 'Post', exact: true }).last();
  post.element().scrollIntoView({ block: 'center' });
  await waitUntil(() => scrollY > 0);
  const scrolled = scrollY;
  await post.click();
  await waitUntil(() => heading() === 'A bridge too old');
  openStory.mockImplementation(() => new Promise(() => undefined));
  history.back();
  await waitUntil(() => sections().length === 6);
  await waitUntil(() => Math.abs(scrollY - scrolled) < 2);
});

test('a story is renamed: what happened is said, and can be undone', async () => {
  const { calls, held, notify } = await openStory({
    answers: {
      changeStory: ({ change }) => {
        held.stories = [{ ...story, ...change }];
        notify([story.id]);
      },
      undoKept: () => {
        held.stories = [story];
        notify([story.id]);
      },
    },
  });
  await button('Rename').click();
  const field = page.getByLabelText('Name of the story');
  await waitUntil(() => document.activeElement === field.element());
  await field.fill('Bridges');
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => heading() === 'Bridges');
  expect(outcome()).toBe('Renamed to “Bridges”.');
  expect(calls).toEqual([['changeStory', { id: story.id, change: { title: 'Bridges' } }]]);
  await waitUntil(() => document.activeElement === button('Rename').element());
  await button('Undo').click();
  await waitUntil(() => heading() === 'The old bridge');
  expect(outcome()).toBe('Undone.');
});

test('a change that is made elsewhere is shown, and is not this page’s to undo', async () => {
  const { held, notify } = await openStory({ answers: { changeStory: () => notify([story.id]) } });
  await page.getByLabelText('Mark its quotations on pages').click();
  await waitUntil(() => outcome() === 'Nothing of “The old bridge” is marked on pages now.');
  expect(button('Undo').element().getAttribute('aria-disabled')).toBe('false');
  held.articles = [...bridgeArticles, keptArticle('late', { text: '“I came too late,” Eve Moss said.' })];
  notify([story.id]);
  await waitUntil(() => sections().at(-1) === 'Articles 4');
  expect(button('Undo').element().getAttribute('aria-disabled')).toBe('true');
});

test('Ctrl+Z undoes only what Undo is offered for', async () => {
  const { calls, notify } = await openStory({ answers: { changeStory: () => notify([story.id]) } });
  await userEvent.keyboard('{Control>}z{/Control}');
  await page.getByLabelText('Mark its quotations on pages').click();
  await waitUntil(() => outcome() === 'Nothing of “The old bridge” is marked on pages now.');
  notify([story.id]);
  await waitUntil(() => button('Undo').element().getAttribute('aria-disabled') === 'true');
  await userEvent.keyboard('{Control>}z{/Control}');
  await page.getByLabelText('Mark its quotations on pages').click();
  await waitUntil(() => button('Undo').element().getAttribute('aria-disabled') === 'false');
  await userEvent.keyboard('{Control>}z{/Control}');
  await waitUntil(() => outcome() === 'Undone.');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(calls.map(([name]) => name)).toEqual(['changeStory', 'changeStory', 'undoKept']);
});

test('what changed nothing is nothing to undo, and no change from elsewhere passes for it', async () => {
  const { calls, notify } = await openStory({ answers: { changeStory: () => notify([]) } });
  const isOffered = () => button('Undo').element().getAttribute('aria-disabled') === 'false';
  await page.getByLabelText('Mark its quotations on pages').click();
  await waitUntil(() => outcome() === 'Nothing of “The old bridge” is marked on pages now.');
  expect(isOffered()).toBe(false);
  notify([story.id]);
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(isOffered()).toBe(false);
  expect(calls.map(([name]) => name)).toEqual(['changeStory']);
});

test('articles are moved to a new story, and to another; a story is merged, and removed', async () => {
  const { calls } = await openStory({
    stories: [story, other],
    answers: { moveArticles: () => '00000000000000cc' },
  });
  await page.getByLabelText('Select “A bridge too old”').click();
  await page.getByLabelText('Name of the new story').fill('Posts');
  await button('Move').click();
  await waitUntil(() => outcome() === '1 article moved to “Posts”.');
  await page.getByLabelText('Select “Bridge closes on Friday”').click();
  await page
    .getByRole('group', { name: '1 article selected' })
    .getByRole('combobox')
    .selectOptions('The new bridge');
  await button('Move').click();
  await waitUntil(() => outcome() === '1 article moved to “The new bridge”.');
  await page.getByRole('complementary').getByRole('combobox').selectOptions('The new bridge');
  await button('Merge into it').click();
  await waitUntil(() => location.hash === `#/story/${other.id}`);
  expect(outcome()).toBe('“The old bridge” merged into “The new bridge”.');
  await waitUntil(() => heading() === 'The new bridge');
  await button('Remove the story and its articles').click();
  await waitUntil(() => location.hash === '#/stories');
  expect(calls).toEqual([
    ['moveArticles', { ids: ['post'], to: null, title: 'Posts' }],
    ['moveArticles', { ids: ['gazette'], to: other.id }],
    ['mergeStories', { from: story.id, into: other.id }],
    ['removeStory', { id: other.id }],
  ]);
});

test('a change that could not be stored is reported with its reason, and nothing says it has happened', async () => {
  await openStory({
    answers: {
      removeArticles: () => {
        throw new Error('The disk is full');
      },
    },
  });
  await page.getByLabelText('Select “A bridge too old”').click();
  await button('Remove').click();
  await waitUntil(() => outcome()?.includes('The disk is full'));
  expect(sections().at(-1)).toBe('Articles 3');
  expect(place.querySelector('.change-selected')).not.toBeNull();
});

test('a story that is not there says so', async () => {
  await openLibrary('#/story/ffffffffffffffff');
  expect(heading()).toBe('Not in the library');
  await link('All stories').click();
  await waitUntil(() => heading() === 'Stories');
});

test('forty articles begin short, and unfold', async () => {
  const articles = Array.from({ length: 40 }, (_, n) =>
    keptArticle(`outlet-${n}`, {
      text: [
        '“We will close the old bridge on Monday because it is rusted,” Ann Lee said.',
        ...[1, 2, 3].map(
          (part) => `“Word ${n * 10 + part} of mine is in no other paper of ours,” Bo Hill said.`,
        ),
      ].join('\n\n'),
    }),
  );
  await openStory({ articles });
  expect(place.querySelectorAll('.utterance figcaption > .printers > li')).toHaveLength(6);
  expect(place.querySelectorAll('.lone-quotations')).toHaveLength(0);
  expect(place.querySelectorAll('.only-here > li')).toHaveLength(8);
  await page.getByRole('heading', { name: 'outlet-0', exact: true }).click();
  await waitUntil(() => place.querySelectorAll('.lone-quotations > li').length === 3);
});

test.each(['light', 'dark'] as const)('the page passes axe, %s', async (theme) => {
  await openStory({ theme, stories: [story, other] });
  await page.getByLabelText('Select “A bridge too old”').click();
  const { violations } = await axe.run(place);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('in a narrow window nothing is wider than it', async () => {
  await page.viewport(320, 700);
  await openStory({ stories: [story, other] });
  expect(document.documentElement.scrollWidth).toBe(320);
  expect(status()).toBe('');
});
