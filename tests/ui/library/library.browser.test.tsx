import axe from 'axe-core';
import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FailureError } from '../../../src/settings/failure.ts';
import { defaultSettings } from '../../../src/settings/settings.ts';
import { createLibraryService } from '../../../src/ui/library/worker/library-service.ts';
import { waitUntil } from '../wait-until.ts';
import { emptyReader } from './kept-reader.ts';
import { libraryPack } from './library-pack.ts';
import {
  alert,
  english,
  heading,
  link,
  notifyPacks,
  notifySettings,
  openLibrary,
  place,
  prepareLibrary,
  readPacks,
  search,
  status,
  titles,
} from './tested-library.ts';

prepareLibrary();

test('the first page says what the pack is about, where sources differ, and its topics, the main ones first', async () => {
  await openLibrary();
  expect(heading()).toBe('Library');
  expect(document.title).toBe('Sidelight library');
  // A later edition of an article is no second one, and an altered copy is none.
  expect(place.querySelector('.welcome .opening')?.textContent).toBe(
    'Small pack: 2 sources from 2 outlets, as of 31 January 2024.',
  );
  expect([...place.querySelectorAll('main :is(h2, h3)')].map((title) => title.textContent)).toEqual([
    'Stories',
    'Where sources differ',
    'Topics',
    'Systems',
    'People',
    'Other topics',
    'Press',
  ]);
  const claim = page.getByRole('link', { name: 'Acme stopped selling to the police.' });
  expect(claim.element().getAttribute('href')).toBe('#/claim/small/paused');
  expect(place.querySelector('.stances a.outlet')?.getAttribute('href')).toBe('#/source/small/daily');
  expect(link('Company 2').element().getAttribute('href')).toBe('#/search?type=company');
});

test('with several packs each says what it is about, and whose differences are whose', async () => {
  const other = { ...libraryPack, id: 'other', title: 'Other pack', claims: [] };
  const third = { ...libraryPack, id: 'third', title: 'Third pack' };
  readPacks.mockResolvedValueOnce([libraryPack, other, third].map((pack) => JSON.stringify(pack)));
  await openLibrary();
  expect(place.querySelectorAll('.welcome .opening')).toHaveLength(3);
  expect([...place.querySelectorAll('.differences h3')].map((title) => title.textContent)).toEqual([
    'Small pack',
    'Third pack',
  ]);
});

test('without a pack the first page says so', async () => {
  readPacks.mockResolvedValueOnce([]);
  await openLibrary();
  expect(place.querySelector('.welcome .opening')?.textContent).toContain('No pack is switched on');
  expect(place.querySelectorAll('main h2')).toHaveLength(1);
});

test('typing searches at once, marks the found words and says how many there are', async () => {
  await openLibrary();
  await search().click();
  await userEvent.keyboard('acme inc');
  await waitUntil(() => status() === '1 result');
  expect(titles()).toEqual(['Acme']);
  expect([...place.querySelectorAll('mark.found')].map((mark) => mark.textContent)).toEqual([
    'Acme',
    'Acme',
    'Incorporated',
    'Acme',
  ]);
  expect(location.hash).toBe('#/search?q=acme+inc');
  expect(document.title).toBe('“acme inc” – Sidelight library');
  expect(document.activeElement).toBe(search().element());
  await userEvent.keyboard('{Backspace}'.repeat(8));
  await waitUntil(() => heading() === 'Library');
});

test('Ctrl and K go to the search, and no key does by itself (WCAG 2.1.4)', async () => {
  await openLibrary('#/search?q=acme');
  for (const key of 'abcdefghijklmnopqrstuvwxyz0123456789/?.,-+') {
    await userEvent.keyboard(key);
    expect([key, document.activeElement]).toEqual([key, document.body]);
  }
  await userEvent.keyboard('{Control>}k{/Control}');
  expect(document.activeElement).toBe(search().element());
  await userEvent.keyboard('iris');
  expect((search().element() as HTMLInputElement).value).toBe('iris');
});

test('packs that come and go while it is open change what it shows, and neither the search nor the place', async () => {
  await page.viewport(700, 400);
  await openLibrary('#/search?q=acme');
  await waitUntil(() => titles().length > 2);
  const alone = titles();
  const filter = page.getByRole('checkbox', { name: /^Claim/ });
  place.querySelector('details')?.setAttribute('open', '');
  (filter.element() as HTMLElement).focus();
  scrollTo(0, 120);
  await waitUntil(() => scrollY === 120);
  const other = { ...libraryPack, id: 'other', title: 'Other' };
  readPacks.mockResolvedValue([JSON.stringify(libraryPack), JSON.stringify(other)]);
  notifyPacks();
  await waitUntil(() => titles().length === 2 * alone.length);
  expect([scrollY, document.activeElement]).toEqual([120, filter.element()]);
  expect(location.hash).toBe('#/search?q=acme');
  await link('Acme').click();
  await waitUntil(() => heading() === 'Acme');
  readPacks.mockResolvedValue([JSON.stringify(other)]);
  notifyPacks();
  await waitUntil(() => heading() === 'Not in the library');
  readPacks.mockResolvedValue([JSON.stringify(libraryPack)]);
  notifyPacks();
  await waitUntil(() => heading() === 'Acme');
  history.back();
  await waitUntil(() => String(titles()) === String(alone));
});

test('the arrow keys stay the field’s own', async () => {
  await openLibrary();
  await search().click();
  await userEvent.keyboard('a/b{ArrowLeft}{ArrowLeft}x{ArrowDown}{ArrowUp}');
  expect((search().element() as HTMLInputElement).value).toContain('/b');
  expect(document.activeElement).toBe(search().element());
});

test('a filter narrows what was found, keeps the focus, and can be undone with the browser’s back', async () => {
  await openLibrary('#/search?q=acme');
  await waitUntil(() => titles().length > 2);
  const before = status();
  const filter = page.getByRole('checkbox', { name: 'Claim 1' });
  await filter.click();
  await waitUntil(() => status() === '1 result');
  expect(titles()).toEqual(['Acme stopped selling to the police.']);
  expect(location.hash).toBe('#/search?q=acme&type=claim');
  expect(document.activeElement).toBe(filter.element());
  history.back();
  await waitUntil(() => status() === before);
});

test('from an entity to a source and back: titles, focus and the place on the page', async () => {
  await page.viewport(700, 400);
  await openLibrary('#/search?q=acme');
  await link('Acme').click();
  await waitUntil(() => heading() === 'Acme');
  expect(document.title).toBe('Acme – Sidelight library');
  expect(document.activeElement).toBe(place.querySelector('h1'));
  const outlet = page.getByRole('link', { name: 'Weekly' }).first();
  outlet.element().scrollIntoView();
  await waitUntil(() => scrollY > 0);
  const scrolled = scrollY;
  await outlet.click();
  await waitUntil(() => heading() === 'Weekly');
  expect(scrollY).toBe(0);
  history.back();
  await waitUntil(() => heading() === 'Acme' && Math.abs(scrollY - scrolled) < 2);
  await link('Back to “acme”').click();
  await waitUntil(() => titles().length > 2);
});

test('the best match shows what it is and its summary', async () => {
  await openLibrary('#/search?q=acme');
  await waitUntil(() => titles().length > 2);
  expect([...place.querySelectorAll('.best .excerpt')].map((line) => line.textContent)).toEqual([
    'A company that compares faces.',
    'Acme makes Iris, a system that compares faces.',
  ]);
  expect(place.querySelectorAll('.best')).toHaveLength(1);
});

test('a source’s page says first that it is an altered and damaged copy', async () => {
  await openLibrary('#/source/small/copy');
  const condition = place.querySelector('.condition')?.textContent;
  expect(condition).toContain('Altered copy of a story of the Weekly');
  expect(condition).toContain('in 2 passages');
  expect(condition).toContain('In 1 of them the meaning is changed');
  expect(place.querySelector('.printed-quotation .quote')?.textContent).toBe(
    '“We shall wait for regulations.”',
  );
});

test.each([
  ['#/nothing', '“#/nothing” is not an address'],
  ['#/entity/small/gone', 'contains “small/gone”'],
])('%s is reported as unknown, with a way on', async (hash, said) => {
  await openLibrary(hash);
  expect(heading()).toBe('Not in the library');
  expect(place.textContent).toContain(said);
  await link('To the library’s start page').click();
  await waitUntil(() => heading() === 'Library');
});

test('a substring of Japanese text is found and marked while it is typed', async () => {
  const [acme] = libraryPack.entities;
  const japanese = {
    ...libraryPack,
    id: 'port',
    entities: [
      {
        ...acme,
        title: '港町水道委員会',
        names: [],
        lead: '市の委員会。',
        summary: '委員会は市内の水道管を管理している。',
        facts: [],
      },
    ],
    statements: [],
    claims: [],
    events: [],
  };
  readPacks.mockResolvedValueOnce([JSON.stringify(libraryPack), JSON.stringify(japanese)]);
  await openLibrary();
  const marked = () => [...place.querySelectorAll('mark.found')].map((mark) => mark.textContent);
  await search().fill('水道');
  await waitUntil(() => status() === '1 result');
  expect(titles()).toEqual(['港町水道委員会']);
  expect(marked()).toEqual(['水道', '水道']);
  await search().fill('水道管');
  await waitUntil(() => marked().length === 1);
  expect(marked()).toEqual(['水道管']);
  expect(place.querySelector('.excerpt + .excerpt')?.textContent).toBe(
    '委員会は市内の水道管を管理している。',
  );
  await search().fill('管水');
  await waitUntil(() => status() === 'No results');
});

test('signs alone are reported as nothing to search for', async () => {
  await openLibrary('#/search?q=%3F%3F%3F&type=law');
  await waitUntil(() => status() === 'No results');
  expect(titles()).toEqual([]);
  expect(place.querySelector('.none')?.textContent).toContain('There is nothing to search for');
  // Without filters there would be no more results.
  expect(link('Search without filters').query()).toBeNull();
});

test('where nothing is found the filters can be taken off', async () => {
  await openLibrary('#/search?q=acme&type=law');
  await waitUntil(() => status() === 'No results');
  await link('Search without filters').click();
  await waitUntil(() => titles().length > 2);
});

test('packs that cannot be loaded are reported, and can be loaded again', async () => {
  readPacks.mockRejectedValueOnce(new Error('Nobody answers.'));
  await openLibrary();
  expect(place.querySelector('[role=alert]')?.textContent).toContain('Nobody answers.');
  await page.getByRole('button', { name: 'Try again' }).click();
  await waitUntil(() => heading() === 'Library');
});

test.each([
  ['search', '#/search?q=iris'],
  ['open', '#/entity/small/acme'],
] as const)(
  'if the library service fails to %s, it is reported, and the packs can be loaded again',
  async (call, hash) => {
    const service = createLibraryService(emptyReader);
    const failing = vi.fn(() => Promise.reject(new FailureError({ code: 'libraryStopped', values: {} })));
    let isSiteOff = true;
    const replacePacks = vi.fn(service.replacePacks);
    await openLibrary(hash, 'light', {
      service: {
        ...service,
        replacePacks,
        search: (request) => (isSiteOff ? failing() : service.search(request)),
        open: (address) => (isSiteOff ? failing() : service.open(address)),
        check: service.check,
      },
    });
    await waitUntil(() =>
      alert()?.includes('The part of Sidelight that searches the library has stopped working.'),
    );
    expect([call, failing.mock.calls.length]).toEqual([call, 1]);
    isSiteOff = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await waitUntil(() => ['“iris”', 'Acme'].includes(heading() ?? ''));
    expect(replacePacks).toHaveBeenCalledTimes(2);
    expect(alert()).toBeUndefined();
  },
);

test('options that do not open are reported, until they do', async () => {
  const openSettings = vi.fn(async () => undefined);
  openSettings.mockRejectedValueOnce(new FailureError({ code: 'unanswered', values: {} }));
  await openLibrary('#/', 'light', { openSettings });
  await page.getByRole('button', { name: 'Options' }).click();
  await waitUntil(() => alert()?.includes('background is not responding'));
  await page.getByRole('button', { name: 'Options' }).click();
  await waitUntil(() => alert() === undefined);
});

test('a language chosen meanwhile is spoken at once', async () => {
  await openLibrary('#/entity/small/acme');
  notifySettings({ ...defaultSettings, language: 'de' });
  await waitUntil(() => document.title === 'Acme – Sidelight-Bibliothek');
  expect(document.documentElement.lang).toBe('de');
  expect(place.querySelector('h1')?.lang).toBe('en');
});

const states = {
  'the first page': '#/',
  results: '#/search?q=acme',
  'everything by title': '#/search',
  'nothing found': '#/search?q=zebra&type=law',
  'nothing to look for': '#/search?q=%3F%3F%3F',
  'an entity': '#/entity/small/acme',
  'a source': '#/source/small/daily',
  'an altered copy': '#/source/small/copy',
  'a statement': '#/statement/small/lee-letter',
  'a claim': '#/claim/small/paused',
  'an unknown address': '#/nothing',
} as const;

test.each(Object.keys(states) as (keyof typeof states)[])(
  'axe finds nothing to mend in %s, light and dark, and nothing is wider than the narrowest screen',
  async (state) => {
    await openLibrary(states[state]);
    for (const theme of ['light', 'dark'] as const) {
      notifySettings({ ...english, theme });
      await waitUntil(() => document.documentElement.style.colorScheme === theme);
      await expectNoViolations();
    }
    await page.viewport(320, 640);
    await waitUntil(() => innerWidth === 320);
    expect(document.documentElement.scrollWidth).toBe(320);
    await expectNoViolations();
    document.documentElement.style.fontSize = '200%';
    expect(document.documentElement.scrollWidth).toBe(320);
  },
);

async function expectNoViolations(): Promise<void> {
  await Promise.all(document.getAnimations().map(({ finished }) => finished));
  const { violations } = await axe.run(place);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`)).toEqual(
    [],
  );
}
