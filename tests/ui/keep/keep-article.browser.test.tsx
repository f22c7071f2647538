import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { KeepObstacle } from '../../../src/contracts/kept-calls.ts';
import { setLanguage } from '../../../src/i18n/language.ts';
import { FailureError } from '../../../src/settings/failure.ts';
import { preserveFocus } from '../../../src/ui/components/preserve-focus.ts';
import { KeepArticle } from '../../../src/ui/keep/keep-article.tsx';
import popupStyles from '../../../src/ui/popup/popup.css?inline';
import { adoptStyles } from '../adopt-styles.ts';
import { clearSurface } from '../clear-surface.ts';
import { settle } from '../press-button.ts';
import { waitUntil } from '../wait-until.ts';
import {
  changeElsewhere,
  kept,
  notKept,
  outcome,
  resetKeepServices,
  keepServices as services,
} from './kept-services.ts';

let place: HTMLElement;

beforeEach(async () => {
  await page.viewport(340, 640);
  adoptStyles(popupStyles);
  setLanguage('en');
  place = document.body.appendChild(document.createElement('main'));
  preserveFocus(place);
});

afterEach(() => {
  clearSurface(place);
  resetKeepServices();
});

function show(key = 'a', tabId = 1, isNothingKept = false): void {
  render(<KeepArticle key={key} tabId={tabId} services={services} isNothingKept={isNothingKept} />, place);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const words = () => (place.textContent ?? '').replace(/\s+/g, ' ');
const waitFor = (said: string) => waitUntil(() => words().includes(said));
const status = () => place.querySelector('[role=status]')?.textContent;
const alert = () => place.querySelector('[role=alert]')?.textContent;

/** Shows a page that can be kept, and keeps it. */
async function keep(): Promise<void> {
  services.getKeptPage.mockResolvedValueOnce(notKept);
  services.getKeptPage.mockResolvedValue({ obstacle: null, kept });
  if (services.keepPage.getMockImplementation() === undefined) services.keepPage.mockResolvedValue(outcome);
  show();
  await button('Keep this article').click();
}

test('nothing is shown of a page until the background has answered', async () => {
  services.getKeptPage.mockReturnValueOnce(new Promise(() => undefined));
  show();
  await settle();
  expect(words().trim()).toBe('');
});

test.each<[KeepObstacle, string]>([
  ['no-article', 'There is no article on this page'],
  ['no-access', 'may not read this page'],
  ['private', 'Nothing is kept from private windows'],
])(
  'what keeps a page from being kept (%s) is said in words, without a button in vain',
  async (obstacle, said) => {
    services.getKeptPage.mockResolvedValueOnce({ obstacle, kept: null });
    show();
    await waitFor(said);
    expect(place.querySelector('.keep-button')).toBeNull();
    expect(place.querySelector('.keep-window') === null).toBe(obstacle === 'private');
  },
);

test('what keeping does is said as long as nothing is kept', async () => {
  services.getKeptPage.mockResolvedValue(notKept);
  show('a', 1, true);
  await waitFor('on this computer, and nowhere else');
  show('b', 1, false);
  await waitUntil(() => place.querySelector('.keep-button') && !words().includes('nowhere else'));
});

test('one click keeps the page, shows what was understood and where it is, and has the focus there', async () => {
  await keep();
  await waitFor('Old bridge will close on Monday');
  expect(services.keepPage).toHaveBeenCalledExactlyOnceWith(1);
  expect(words()).toContain('Daily · 5 March 2024 · Bo Hill, Eve Moss · 812 words · 14 quotations');
  expect(words()).toContain('In “The old bridge”: 3 articles');
  expect(place.querySelector('.keep-button')).toBeNull();
  expect(status()).toBe('Kept');
  await waitUntil(() => document.activeElement === place.querySelector('.kept-when'));
  await waitFor('The browser has promised to hold');
  await button('Open the story').click();
  expect(services.openLibrary).toHaveBeenCalledExactlyOnceWith('#/story/fedcba9876543210');
});

test('a browser that promises nothing is not said to have promised', async () => {
  services.askForPersistence.mockResolvedValue(false);
  await keep();
  await waitFor('The browser has not promised to hold it');
});

test('nothing is said of it where the browser was not asked', async () => {
  services.askForPersistence.mockResolvedValue(undefined);
  await keep();
  await waitFor('812 words');
  await settle();
  expect(words()).not.toMatch(/promise/);
});

test('a new story is called new, and a page that lacks outlet and date says so', async () => {
  const bare = { ...kept, outlet: '', date: '', authors: [], story: { ...kept.story, articleCount: 1 } };
  services.keepPage.mockResolvedValue({ ...outcome, kept: bare, isNewStory: true });
  await keep();
  await waitFor('A new story: “The old bridge”');
  expect(words()).toContain('no outlet given · no date given · 812 words');
});

test('a page is kept once, however often its button is pressed meanwhile', async () => {
  let finish: (() => void) | undefined;
  services.keepPage.mockReturnValue(
    new Promise((resolve) => {
      finish = () => resolve(outcome);
    }),
  );
  await keep();
  await waitFor('Keeping …');
  place.querySelector<HTMLButtonElement>('.keep-button')?.click();
  expect(place.querySelector('.keep-button')?.getAttribute('aria-disabled')).toBe('true');
  finish?.();
  await waitFor('812 words');
  expect(services.keepPage).toHaveBeenCalledOnce();
});

test('a failure is told with its reason, nothing is said to be kept, and the button stays', async () => {
  services.keepPage.mockRejectedValue(new FailureError({ code: 'noRoomForKept', values: {} }));
  services.getKeptPage.mockResolvedValue(notKept);
  show();
  await button('Keep this article').click();
  await waitUntil(() => alert()?.includes('no room left'));
  expect(status()).toBe('');
  await waitUntil(() => document.activeElement === place.querySelector('.keep-button'));
});

test('an obstacle that appears only then is said', async () => {
  services.keepPage.mockResolvedValue({ obstacle: 'no-article', title: 'T' });
  services.getKeptPage.mockResolvedValue(notKept);
  show();
  await button('Keep this article').click();
  await waitFor('There is no article on this page');
  expect(words()).not.toContain('Kept');
});

test('a background that cannot tell is reported', async () => {
  services.getKeptPage.mockRejectedValue(new Error('gone'));
  show();
  await waitUntil(() => alert()?.includes('could not find out whether this page is kept'));
});

test('the outcome of a page that has been left is never shown', async () => {
  let finish: (() => void) | undefined;
  services.getKeptPage.mockResolvedValue(notKept);
  services.keepPage.mockReturnValue(
    new Promise((resolve) => {
      finish = () => resolve(outcome);
    }),
  );
  show('first page');
  await button('Keep this article').click();
  show('second page');
  await waitUntil(() => place.querySelector('.keep-button')?.textContent?.includes('Keep this article'));
  finish?.();
  await settle();
  expect(words()).not.toContain('812 words');
});

test('what is kept already says since when; kept again, it shows what has changed, and both versions stay', async () => {
  services.getKeptPage.mockResolvedValue({ obstacle: null, kept });
  services.keepPage.mockResolvedValue({
    ...outcome,
    kept: { ...kept, versionCount: 2, keptAt: '2024-03-07T10:00:00.000Z' },
    changes: [
      { kind: 'headline', before: 'Old bridge will close', now: 'Old bridge will stay' },
      { kind: 'quotation', before: '', now: 'We were wrong' },
      { kind: 'number', before: 'nine', now: 'twelve' },
    ],
  });
  show();
  await waitFor('Kept on 6 March 2024');
  await button('Keep again').click();
  await waitFor('3 changes since 6 March 2024');
  expect(words()).toContain('Both versions are kept');
  expect(words()).toContain('2 versions');
  const changes = [...place.querySelectorAll('.kept-changes li')].map((line) => line.textContent?.trim());
  expect(changes).toEqual([
    'Headline Old bridge will close Old bridge will stay',
    'Quotation  We were wrong',
    'Number nine twelve',
  ]);
});

test('a page that has not changed is not stored again, and nothing is there to be undone', async () => {
  services.getKeptPage.mockResolvedValue({ obstacle: null, kept });
  services.keepPage.mockResolvedValue({ ...outcome, isUnchanged: true });
  show();
  await button('Keep again').click();
  await waitFor('The article has not changed since 6 March 2024');
  expect(button('Undo').elements()).toHaveLength(0);
});

test('what was understood is corrected by a form; earlier corrections stay, and fields that were left alone are not fixed', async () => {
  services.readCorrections.mockResolvedValue({ outlet: 'The Daily' });
  await keep();
  await button('Correct').click();
  await waitUntil(() => document.activeElement === page.getByLabelText('Title').element());
  await page.getByLabelText('Title').fill('The bridge closes');
  await page.getByLabelText('Authors').fill('Bo Hill; ');
  services.getKeptPage.mockResolvedValue({ obstacle: null, kept: { ...kept, title: 'The bridge closes' } });
  await button('Save').click();
  await waitUntil(() => status() === 'Corrected.');
  expect(services.correctArticle).toHaveBeenCalledExactlyOnceWith(kept.id, {
    outlet: 'The Daily',
    title: 'The bridge closes',
    authors: ['Bo Hill'],
  });
  expect(words()).toContain('The bridge closes');
  expect(place.querySelector('form')).toBeNull();
  await waitUntil(() => document.activeElement === button('Correct').element());
});

test('Esc leaves a form without a change and goes back to its button', async () => {
  await keep();
  await button('Correct').click();
  await waitUntil(() => document.activeElement?.matches('input'));
  await userEvent.keyboard('{Escape}');
  await waitUntil(() => document.activeElement === button('Correct').element());
  expect(place.querySelector('form')).toBeNull();
  expect(services.correctArticle).not.toHaveBeenCalled();
});

test('a kept page is moved to a near story, to any other, or to a new one', async () => {
  services.listStories.mockResolvedValue([
    { id: kept.story.id, title: kept.story.title },
    { id: 'aaaaaaaaaaaaaaaa', title: 'The ferry' },
    { id: 'bbbbbbbbbbbbbbbb', title: 'Another' },
  ]);
  await keep();
  await button('Move').click();
  const choice = page.getByLabelText('Story', { exact: true });
  await waitUntil(() => place.querySelectorAll('option').length === 3);
  expect([...place.querySelectorAll('option')].map((one) => one.textContent)).toEqual([
    'The ferry',
    'Another',
    'A new story',
  ]);
  expect((choice.element() as HTMLSelectElement).value).toBe('aaaaaaaaaaaaaaaa');
  await place.querySelector<HTMLButtonElement>('form [type=submit]')?.click();
  await waitUntil(() => status() === 'Moved to “The ferry”.');
  expect(services.moveArticle).toHaveBeenLastCalledWith(kept.id, 'aaaaaaaaaaaaaaaa', undefined);
  await button('Move').first().click();
  await choice.selectOptions('A new story');
  await page.getByLabelText('Name of the new story').fill('Bridges');
  await place.querySelector<HTMLButtonElement>('form [type=submit]')?.click();
  await waitUntil(() => status() === 'Moved to “Bridges”.');
  expect(services.moveArticle).toHaveBeenLastCalledWith(kept.id, null, 'Bridges');
});

test('keeping is undone', async () => {
  await keep();
  await waitFor('812 words');
  services.getKeptPage.mockResolvedValue(notKept);
  await button('Undo').click();
  await waitUntil(() => status() === 'Undone.');
  expect(services.undoKept).toHaveBeenCalledOnce();
  expect(button('Keep this article').elements()).toHaveLength(1);
  await waitUntil(() => place.contains(document.activeElement));
});

test('a change in another window is shown, and no longer undone from here', async () => {
  await keep();
  await waitFor('812 words');
  // The report of the change from here comes when it likes.
  changeElsewhere();
  await settle();
  expect(button('Undo').elements()).toHaveLength(1);
  services.getKeptPage.mockResolvedValue({ obstacle: null, kept: { ...kept, title: 'Moved elsewhere' } });
  changeElsewhere();
  await waitFor('Moved elsewhere');
  expect(button('Undo').elements()).toHaveLength(0);
  services.getKeptPage.mockResolvedValue(notKept);
  changeElsewhere();
  await waitUntil(() => place.querySelector('.keep-button'));
});

test('what changed nothing is not undone from here', async () => {
  await keep();
  await waitFor('812 words');
  changeElsewhere([]);
  await waitUntil(() => button('Undo').elements().length === 0);
});

test('all articles of the window are kept, and what became of each tab is listed', async () => {
  services.getKeptPage.mockResolvedValue(notKept);
  services.keepWindow.mockResolvedValue([
    outcome,
    { ...outcome, isUnchanged: true },
    { obstacle: 'no-article', title: 'A shop' },
    { obstacle: 'no-access', title: 'New tab' },
  ]);
  show();
  await button('Keep all articles in this window').click();
  await waitFor('New tab may not be read');
  expect(services.keepWindow).toHaveBeenCalledExactlyOnceWith(1);
  expect([...place.querySelectorAll('.keep-window li')].map((line) => line.textContent)).toEqual([
    'Old bridge will close on Monday kept in “The old bridge”',
    'Old bridge will close on Monday already kept',
    'A shop no article',
    'New tab may not be read',
  ]);
  expect(status()).toBe('1 article kept');
});

test('axe finds nothing amiss in any state, light and dark', async () => {
  services.listStories.mockResolvedValue([{ id: 'bbbbbbbbbbbbbbbb', title: 'Another' }]);
  for (const scheme of ['light', 'dark']) {
    document.documentElement.style.colorScheme = scheme;
    await keep();
    await waitFor('812 words');
    for (const form of ['Correct', 'Move', undefined]) {
      if (form !== undefined) await button(form).first().click();
      const { violations } = await axe.run(place, { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
    render(null, place);
  }
  document.documentElement.style.colorScheme = '';
});
