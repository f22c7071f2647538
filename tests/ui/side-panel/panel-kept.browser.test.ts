import axe from 'axe-core';
import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { PageComparison } from '../../../src/contracts/kept-calls.ts';
import { changeElsewhere, comparison, keepServices, kept, notKept, outcome } from '../keep/kept-services.ts';
import { settle } from '../press-button.ts';
import { waitUntil } from '../wait-until.ts';
import {
  chosenTab,
  closed,
  follow,
  open,
  place,
  renewPlace,
  services,
  setUpPanel,
  show,
  shownPanel,
  story,
  tabNames,
} from './shown-panel.ts';

setUpPanel();

async function showKept(compared: PageComparison, shown = open(story)): Promise<void> {
  keepServices.getKeptPage.mockResolvedValue(compared.isKept ? { obstacle: null, kept } : notKept);
  keepServices.compareWithKept.mockResolvedValue(compared);
  await show(shown);
  await page.getByRole('tab', { name: 'Kept' }).click();
}

const words = () => (shownPanel().textContent ?? '').replace(/\s+/g, ' ');
const items = () =>
  [...shownPanel().querySelectorAll('.compared > li')].map((item) =>
    item.textContent?.replace(/\s+/g, ' ').trim(),
  );

test('each quotation says how kept articles print it, the surprising first, with both wordings', async () => {
  await showKept(comparison);
  expect(chosenTab()).toBe('Kept 4');
  expect(words()).toContain('Compared with 2 kept articles in “The old bridge”');
  const [changed, cut, onlyHere, verbatim, elsewhere] = items();
  expect(changed).toContain('This page We will close the old bridge on FridayAnn Leeanother time · Daily');
  expect(shownPanel().querySelector('.changed ins')?.textContent).toBe('Friday');
  expect(shownPanel().querySelector('.changed mark')?.textContent).toBe('Monday');
  expect(cut).toContain('as printed: “an engineer”shorter here · Weekly');
  expect(shownPanel().querySelector('.cut del')?.textContent).toBe(' and nobody is safe on it');
  expect(onlyHere).toContain('Printed in none of the 2 articles that are kept');
  expect(onlyHere).toContain('No compared article quotes Bo Hill');
  expect(verbatim).toContain('The ferry is free');
  expect(verbatim).toMatch(/word for word · Daily.*Weekly/);
  expect(elsewhere).toContain('The ferry cannot carry that many cars in a day');
  expect(words()).toContain('Quoted in kept articles, not on this page 1');
  expect(words()).not.toMatch(/wrong|omit|false/i);
});

test('an outlet leads to its words in the original, and to the kept copy', async () => {
  await showKept(comparison);
  const [original, copy] = shownPanel().querySelectorAll<HTMLAnchorElement>(
    '.compared .changed a, li.changed a',
  );
  expect(original?.href).toBe(
    'https://daily.example/bridge#:~:text=We%20will%20close%20the%20old%20bridge%20on%20Monday',
  );
  expect(copy?.getAttribute('href')).toBe('library.html#/kept/daily00000000000');
  expect(copy?.getAttribute('aria-label')).toBe('The kept copy of Daily');
});

test('an address that is no page of the web is no link', async () => {
  const [first] = comparison.elsewhere;
  if (first === undefined) throw new Error('Something is quoted elsewhere.');
  const printers = first.printers.map((printer) => ({ ...printer, address: 'javascript:alert(1)' }));
  await showKept({ ...comparison, quotations: [], elsewhere: [{ ...first, printers }] });
  const links = [...shownPanel().querySelectorAll<HTMLAnchorElement>('.compared a')];
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    'library.html#/kept/daily00000000000',
    'library.html#/kept/weekly0000000000',
  ]);
});

test('of a kept page it is said of how many articles, itself among them, it alone prints words', async () => {
  await showKept({ ...comparison, isKept: true });
  await waitUntil(() => words().includes('Kept on 6 March 2024'));
  expect(words()).toContain('Printed only here, of the 3 articles that are kept');
});

test('of a larger story it is said with how many it was compared', async () => {
  await showKept({ ...comparison, isKept: true, articleCount: 40, storyCount: 57 });
  expect(words()).toContain('Compared with the 40 kept last of 57 articles in “The old bridge”');
  expect(words()).toContain('Printed in none of the 40 others that were kept last, of 57');
  expect(words()).not.toContain('articles that are kept');
});

test('words that kept articles print without marks are not said to be only here', async () => {
  const [first] = comparison.elsewhere;
  if (first === undefined) throw new Error('Something is quoted elsewhere.');
  await showKept({
    ...comparison,
    quotations: [
      {
        ...{ pieces: first.pieces, speaker: null, finding: 'unquoted', isSpeakerNew: false },
        printings: [
          {
            ...{ relation: 'unmarked', meaning: 'same', turns: [], here: [], there: [] },
            printers: first.printers,
          },
        ],
      },
    ],
  });
  expect(items()[0]).toMatch(/printed without quotation marks · Daily.*Weekly/);
  expect(words()).toContain('1 printed, but not as a quotation');
  expect(words()).not.toContain('Printed in none');
});

test.each<[string, Partial<PageComparison>, string]>([
  ['nothing is kept', { keptCount: 0, story: null, articleCount: 0 }, 'on this computer, and nowhere else'],
  [
    'no story is near',
    { keptCount: 5, story: null, articleCount: 0 },
    'None of the 5 kept articles is about',
  ],
  [
    'the page is alone in its story',
    { articleCount: 0, isKept: true },
    'the only article in “The old bridge”',
  ],
  ['the page quotes nobody', { quotations: [] }, 'This page has no quotations.'],
  ['the others quote nothing else', { elsewhere: [] }, 'quote nothing that this page does not'],
])('where %s, it is said in words', async (_case, differing, said) => {
  await showKept({ ...comparison, ...differing });
  await waitUntil(() => words().includes(said));
});

test('where the comparison fails, it is said', async () => {
  keepServices.getKeptPage.mockResolvedValue(notKept);
  keepServices.compareWithKept.mockRejectedValue(new Error('gone'));
  await show(open(story), 'Kept');
  await waitUntil(() => words().includes('could not be compared'));
});

test('a page without an article has no such tab, and the overview says why', async () => {
  await show(open(story));
  await waitUntil(() => words().includes('There is no article on this page'));
  expect(tabNames()).not.toContain('Kept');
});

test('one line of the overview has the counts and leads to the tab; with nothing kept there is none', async () => {
  keepServices.getKeptPage.mockResolvedValue(notKept);
  keepServices.compareWithKept.mockResolvedValue({
    ...comparison,
    keptCount: 0,
    story: null,
    articleCount: 0,
  });
  await show(open(story));
  await waitUntil(() => tabNames().includes('Kept'));
  expect(shownPanel().querySelector('.comparison-line')).toBeNull();
  keepServices.compareWithKept.mockResolvedValue(comparison);
  changeElsewhere();
  await page.getByRole('button', { name: /Compared with 2 kept articles/ }).click();
  expect(chosenTab()).toBe('Kept 4');
});

test('a page that no pack knows anything of has the tab, too', async () => {
  await showKept(comparison, open({ ...story, blocks: [] }));
  expect(tabNames()).toEqual(['Overview', 'Kept 4']);
  await page.getByRole('tab', { name: 'Overview' }).click();
  expect(words()).toContain('mentions nothing');
});

test('a page on which Sidelight is off can be kept and compared', async () => {
  keepServices.getKeptPage.mockResolvedValue(notKept);
  keepServices.compareWithKept.mockResolvedValue(comparison);
  await show(closed({ stoppedBy: 'site' }));
  await waitUntil(() => place.textContent?.includes('worded differently'));
  expect(place.querySelector('.keep-button')).not.toBeNull();
});

test('kept here, the page is compared anew', async () => {
  await showKept({ ...comparison, keptCount: 0, story: null, articleCount: 0 });
  keepServices.keepPage.mockResolvedValue(outcome);
  keepServices.compareWithKept.mockResolvedValue({ ...comparison, isKept: true });
  await page.getByRole('button', { name: 'Keep this article' }).click();
  changeElsewhere();
  await waitUntil(() => words().includes('of the 3 articles that are kept'));
});

test('words of the page that are a known statement lead to it', async () => {
  const [first, ...others] = comparison.quotations;
  if (first === undefined) throw new Error('The page quotes.');
  await showKept({
    ...comparison,
    quotations: [{ ...first, pieces: ['We will wait for five years.'] }, ...others],
  });
  await page.getByRole('button', { name: 'Show on the page' }).click();
  expect(services.revealStatement).toHaveBeenCalledExactlyOnceWith('small/lee-letter', 0);
});

test('of a page that has been left nothing is shown, however late it is answered', async () => {
  let answer: ((compared: PageComparison) => void) | undefined;
  keepServices.getKeptPage.mockResolvedValue(notKept);
  keepServices.compareWithKept.mockReturnValueOnce(
    new Promise((resolve) => {
      answer = resolve;
    }),
  );
  await show(open(story));
  keepServices.compareWithKept.mockResolvedValue({ ...comparison, quotations: [], elsewhere: [] });
  follow(open({ ...story, address: 'https://page.example/second' }));
  await waitUntil(() => tabNames().includes('Kept 0'));
  answer?.(comparison);
  await settle();
  expect(tabNames()).toContain('Kept 0');
});

test('the page is compared again only if its text changes', async () => {
  await showKept(comparison);
  const asked = () => keepServices.compareWithKept.mock.calls.length;
  const before = asked();
  follow(open(story));
  await settle();
  expect(asked()).toBe(before);
  follow(open({ ...story, blocks: [...story.blocks, { text: 'More.', mentions: [], traces: [] }] }));
  await waitUntil(() => asked() === before + 1);
});

test('axe finds nothing amiss in the tab, light and dark', async () => {
  for (const theme of ['light', 'dark'] as const) {
    services.watchAppearance.mockImplementationOnce((onChange) =>
      onChange({ theme: theme as 'light', language: 'en' }),
    );
    await showKept({ ...comparison, isKept: true });
    await waitUntil(() => words().includes('Kept on 6 March 2024'));
    const { violations } = await axe.run(place, { rules: { region: { enabled: false } } });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    renewPlace();
  }
});
