import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findCutOff } from '../find-cut-off.ts';
import { waitUntil } from '../wait-until.ts';
import { alteredCopy, gazette } from './card-statement.ts';
import { letter, printed, quotation, requestOf } from './quoted-card.ts';
import { openCard, port, prepareCards, press, root, services } from './tested-card.ts';

prepareCards();
beforeEach(() => services.loadContent.mockResolvedValue(quotation));

const openQuotation = (words: string, speakerDiffers = false) => openCard(requestOf(words, speakerDiffers));
const textsOf = (shown: Element, selector: string) =>
  [...shown.querySelectorAll(selector)].map(({ textContent }) => textContent?.trim());
const rowsOf = (shown: Element) => textsOf(shown, '.who-prints summary');

test('it is titled as a quotation of its speaker, with occasion and date, and named so', async () => {
  const shown = await openQuotation(printed.verbatim);
  const title = shown.querySelector('h2');
  expect(title?.textContent).toBe('Quotation: Harbour Water');
  expect(shown.getAttribute('aria-labelledby')).toBe(title?.id);
  expect(shown.querySelector('.kind')?.textContent).toBe('Letter to the council · 10 June 2020');
  port.applyAppearance({ theme: 'light', language: 'de' });
  await waitUntil(() => title?.textContent === 'Zitat: Harbour Water');
  expect(title?.querySelector('span')?.lang).toBe('en');
});

test('a quotation without a speaker says so', async () => {
  services.loadContent.mockResolvedValue({ ...quotation, statements: [{ ...letter, speaker: null }] });
  const shown = await openQuotation(printed.verbatim, true);
  expect(shown.querySelector('h2')?.textContent).toBe('Quotation');
  expect(shown.querySelector('.kind')?.textContent).toBe('No speaker named · 10 June 2020');
  expect(shown.querySelector('.caution')).toBeNull();
});

test('altered words: the difference in a sentence, then both wordings, each with its printers, marked in place', async () => {
  const shown = await openQuotation(printed.altered);
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe(
    'This page prints “two-year”; 4 sources print “one-year”',
  );
  expect(textsOf(shown, '.printer')).toEqual([
    'This page',
    'The Gazette, The Herald, Evening Post, Morning Mail (in part)',
  ]);
  expect(textsOf(shown, '.quotation-front .quote')).toEqual([printed.altered, printed.verbatim]);
  expect(textsOf(shown, '.quotation-front :is(ins, mark, del)')).toEqual(['two-year', 'one-year']);
  for (const marked of shown.querySelectorAll('.quotation-front :is(ins, mark)'))
    expect(getComputedStyle(marked).textDecorationLine).toBe('underline');
  expect(shown.querySelector('.no-judgement')?.textContent).toBe(
    'Sidelight compares wordings. It does not say which is right.',
  );
  expect(shown.querySelector('.quotation-front')?.textContent).not.toContain(alteredCopy.outlet);
});

test('cut words: how many, and the sentence with them struck through', async () => {
  const shown = await openQuotation(printed.cut);
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe(
    'This page leaves out 8 words of the sentence',
  );
  expect(textsOf(shown, '.quotation-front .quote')).toEqual([printed.verbatim.replace('pipes,', 'pipes')]);
  const cut = shown.querySelector('.quotation-front del');
  expect(cut?.textContent).toBe('and we stand ready to help if asked.');
  expect(getComputedStyle(cut as Element).textDecorationLine).toBe('line-through');
  expect(rowsOf(shown)).toEqual([
    'The Gazette in full, 31 words',
    'The Herald this sentence whole',
    'Evening Post this sentence whole, speaker “the supplier”',
    'Morning Mail leaves out 10 words',
    'unidentified republisher 1 word differs, altered copy',
  ]);
});

test('word for word: as in whom', async () => {
  const shown = await openQuotation(printed.verbatim);
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe(
    'Word for word as in The Gazette, The Herald, Evening Post',
  );
  expect(textsOf(shown, '.quotation-front .quote')).toEqual([printed.verbatim]);
});

test('the page’s own article is none of the others', async () => {
  const own = { source: gazette, claims: [], statements: [] };
  services.loadContent.mockResolvedValue({ ...quotation, page: own });
  const shown = await openQuotation(printed.verbatim);
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe(
    'Word for word as in The Herald, Evening Post',
  );
  expect(rowsOf(shown)[0]).toBe('The Herald this sentence whole');
  port.close();
  const only = { ...letter, wordings: letter.wordings.slice(0, 1) };
  services.loadContent.mockResolvedValue({ ...quotation, statements: [only], page: own });
  const next = await openQuotation(printed.verbatim);
  expect(next.querySelector('.who-prints')?.textContent).toContain('No other source in this pack prints it.');
});

test('the outlet whose article a page reprints is another source than the page', async () => {
  const reprint = { source: gazette, isReprint: true as const, claims: [], statements: [] };
  services.loadContent.mockResolvedValue({ ...quotation, page: reprint });
  const shown = await openQuotation(printed.verbatim);
  expect(rowsOf(shown)[0]).toBe('The Gazette in full, 31 words');
});

test('words that only an altered copy has are known from it alone, and it says so', async () => {
  const only = { ...letter, wordings: letter.wordings.slice(-1), sentences: ['We hope for three years.'] };
  services.loadContent.mockResolvedValue({ ...quotation, statements: [only] });
  const shown = await openQuotation('We hope for three years.');
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe(
    'Word for word as in the fullest known text',
  );
  expect(shown.querySelector('.quotation-front .caution')?.textContent).toContain('Altered copy');
});

test('another speaker is said before all else', async () => {
  const shown = await openQuotation(printed.altered, true);
  expect(shown.querySelector('.quotation-front')?.firstElementChild?.textContent).toBe(
    'This page attributes these words to someone else; the sources name Harbour Water.',
  );
});

test('what an outlet prints is behind its row, by key, with a link to it', async () => {
  const shown = await openQuotation(printed.cut);
  const [row] = shown.querySelectorAll<HTMLElement>('.who-prints summary');
  await press(row);
  await waitUntil(() => shown.querySelector('.printed-words .quoted'));
  expect(shown.querySelector('.printed-words')?.textContent).toContain(printed.verbatim);
  expect(shown.querySelector<HTMLAnchorElement>('.printed-words a')?.href).toContain(
    'https://gazette.example/pause',
  );
  await userEvent.keyboard('{Enter}');
  await waitUntil(() => shown.querySelector('.printed-words') === null);
});

test('reached without a quotation on the page, it says who prints what, and compares nothing', async () => {
  const shown = await openCard({ subject: { kind: 'statement', ref: letter.ref } });
  expect(shown.querySelector('.quotation-verdict')).toBeNull();
  expect(shown.querySelector('.who-prints h3')?.textContent).toBe('Who prints it');
  expect(rowsOf(shown).slice(0, 2)).toEqual(['The Gazette in full, 31 words', 'The Herald quotes 23 words']);
});

test('a passage that is too different to be compared is shown as the page prints it', async () => {
  const words = (letters: string) => Array.from({ length: 3_000 }, (_, n) => `${letters}${n}`).join(' ');
  services.loadContent.mockResolvedValue({
    ...quotation,
    statements: [{ ...letter, sentences: [words('a')] }],
  });
  const shown = await openQuotation(words('b'));
  expect(shown.querySelector('.quotation-verdict')?.textContent).toBe('Too different to show word by word.');
});

test('a long passage is folded, and unfolded without losing the focus', async () => {
  const long = Array.from({ length: 60 }, (_, n) => `word${n}`).join(' ');
  services.loadContent.mockResolvedValue({
    ...quotation,
    statements: [{ ...letter, sentences: [long] }],
  });
  const shown = await openQuotation(long);
  await press(shown.querySelector<HTMLElement>('.unfold'));
  await waitUntil(() => shown.querySelector('.folded') === null);
  expect(root.activeElement).toBe(shown.querySelector('.quote'));
});

describe.each(['en', 'de', 'es', 'fr'] as const)('in %s', (language) => {
  test.each(Object.entries(printed))('%s: the front is in sight at 400 × 480 px', async (_name, words) => {
    await page.viewport(400, 686);
    port.applyAppearance({ theme: 'light', language });
    const shown = await openQuotation(words);
    expect(root.defaultView?.innerHeight).toBeLessThanOrEqual(480);
    const body = shown.querySelector('.body') as HTMLElement;
    const front = shown.querySelector('.quotation-front') as HTMLElement;
    expect(front.getBoundingClientRect().bottom).toBeLessThanOrEqual(body.getBoundingClientRect().bottom);
    expect(findCutOff(shown, root.defaultView as Window)).toEqual([]);
  });
});

test.each(Object.entries(printed))(
  '%s: twice as large and from right to left nothing is cut off',
  async (_name, words) => {
    await page.viewport(400, 686);
    const shown = await openQuotation(words);
    for (const dir of ['ltr', 'rtl']) {
      root.documentElement.dir = dir;
      root.documentElement.style.fontSize = '32px';
      for (const details of shown.querySelectorAll('details')) details.open = true;
      await waitUntil(
        () =>
          shown.querySelectorAll('.printings details').length ===
          shown.querySelectorAll('.printings .printed-words').length,
      );
      expect(findCutOff(shown, root.defaultView as Window)).toEqual([]);
    }
  },
);
