import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createLibraryService } from '../../../../src/ui/library/worker/library-service.ts';
import { keptArticleOf, storyOf } from '../../../stories/kept/kept-article-of.ts';
import { waitUntil } from '../../wait-until.ts';
import { emptyReader, readerOf } from '../kept-reader.ts';
import { heading, openLibrary, place, prepareLibrary, status } from '../tested-library.ts';

prepareLibrary();

/** One article, in which Ann Lee says what she will do. */
const kept = readerOf(
  [storyOf()],
  [
    keptArticleOf(
      'The mayor spoke of the river and its three bridges.\n\n“We will close the old bridge on Monday, and we will not open it again,” Ann Lee said.',
      { title: 'The bridge', outlet: 'Weekly', address: 'https://weekly.example/bridge' },
    ),
  ],
);

const field = () => place.querySelector('textarea') as HTMLTextAreaElement;
const items = () => [...place.querySelectorAll('.checked')];
const stances = () => items().map((item) => item.querySelector('.stance')?.textContent);

async function check(typed: string): Promise<void> {
  await userEvent.fill(field(), typed);
  await waitUntil(() => status()?.includes('looked up') || status()?.includes('no quotation'));
}

test('each quotation of a pasted text is looked up, what differs most first', async () => {
  await openLibrary('#/check');
  expect(heading()).toBe('Check a text');
  await check('Ann Lee said: “We will wait for rules.” She added: “Nobody has ever asked me about it.”');
  expect(stances()).toEqual(['Found nowhere in the 2 sources', 'Found word for word']);
  expect(status()).toBe('2 quotations, looked up in 2 sources.');
  const links = [...(items().at(-1)?.querySelectorAll('a') ?? [])].map((link) => link.getAttribute('href'));
  expect(links).toContain('#/statement/small/lee-letter');
  expect(links).toContain('#/source/small/daily');
  expect(links).toContain('https://daily.example/a#:~:text=We%20will%20wait%20for%20rules.');
});

test('what the reader keeps says so, with its story and its copy', async () => {
  await openLibrary('#/check', 'light', { service: createLibraryService(kept) });
  await check('“We will close the old bridge on Tuesday, and we will not open it again,” Ann Lee said.');
  expect(stances()).toEqual(['Found, changed in substance']);
  const [item] = items();
  expect(item?.querySelector('del')?.textContent).toBe('Monday');
  expect(item?.querySelector('ins')?.textContent).toBe('Tuesday');
  expect(item?.textContent).toContain('Kept by you: The bridge');
  expect(item?.querySelector('a[href="#/story/0000000000000051"]')).not.toBeNull();
  expect(item?.querySelector('a[href="#/kept/00000000000000a1"]')).not.toBeNull();
});

test('words that a kept article prints without quotation marks are not found nowhere', async () => {
  await openLibrary('#/check', 'light', { service: createLibraryService(kept) });
  await check('“The mayor spoke of the river and its three bridges,” Bo Hill said.');
  expect(stances()).toEqual(['Printed, not as a quotation']);
  const [item] = items();
  expect(item?.textContent).toContain('Kept by you: Weekly');
  expect(item?.querySelector('a[href="#/kept/00000000000000a1"]')).not.toBeNull();
});

test('a text without quotations says so, and an empty one says nothing', async () => {
  await openLibrary('#/check');
  await check('Nothing is quoted here.');
  expect(status()).toBe('There is no quotation in this text.');
  await userEvent.clear(field());
  await waitUntil(() => status() === '');
});

test('a text that is too long is checked at its beginning, and says so', async () => {
  await openLibrary('#/check');
  field().value = `“We will wait for rules,” she said.\n\n${'Words and more words. '.repeat(10_000)}`;
  field().dispatchEvent(new Event('input', { bubbles: true }));
  await waitUntil(() => items().length === 1);
  expect(place.querySelector('.caution')?.textContent).toContain('more than 200,000 characters');
});

test('the text stays while the reader follows a link and comes back, and is nowhere in the address', async () => {
  await openLibrary('#/check');
  await check('“We will wait for rules,” Ann Lee said.');
  expect(location.hash).toBe('#/check');
  place.querySelector<HTMLElement>('a[href="#/statement/small/lee-letter"]')?.click();
  await waitUntil(() => heading() !== 'Check a text');
  history.back();
  await waitUntil(() => items().length === 1);
  expect(field().value).toContain('We will wait for rules');
});

test('copies what was found as Markdown', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await openLibrary('#/check');
  await check('“We will wait for rules,” Ann Lee said. “It was *all* my idea from the start,” she said.');
  await page.getByRole('button', { name: 'Copy as Markdown' }).click();
  await waitUntil(() => place.textContent?.includes('Copied.'));
  const [copied] = write.mock.calls[0] as [string];
  expect(copied).toContain(
    '- **Found nowhere in the 2 sources**: “It was \\*all\\* my idea from the start,”',
  );
  expect(copied).toContain('Ann Lee: “We will wait for rules. \\[…\\] We stand ready to help.”');
  expect(copied).toContain('[Daily, 2020-06-10](<https://daily.example/a>)');
});

test('a check that fails says why', async () => {
  const service = createLibraryService(emptyReader);
  await openLibrary('#/check', 'light', {
    service: { ...service, check: () => Promise.reject(new Error('no memory')) },
  });
  await userEvent.fill(field(), 'Any text');
  await waitUntil(() => place.querySelector('[role=alert]')?.textContent?.includes('no memory'));
});

test.each(['light', 'dark'] as const)(
  'axe finds nothing in %s, and nothing is wider than a phone',
  async (theme) => {
    await openLibrary('#/check', theme, { service: createLibraryService(kept) });
    await check(
      '“We will close the old bridge on Tuesday, and we will not open it again,” Ann Lee said. “We will wait for rules, and for everything else in the world,” she said.',
    );
    const { violations } = await axe.run(place);
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
    await page.viewport(320, 600);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  },
);
