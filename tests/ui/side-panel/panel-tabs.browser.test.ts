import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ActivePage } from '../../../src/contracts/active-page.ts';
import { makePanelContent } from '../../../src/view-models/make-panel-content.ts';
import { panelPack } from '../../view-models/panel-pack.ts';
import {
  chosenTab,
  follow,
  open,
  place,
  quotingTwice,
  services,
  setUpPanel,
  show,
  shownPanel,
  story,
  tabNames,
} from './shown-panel.ts';

setUpPanel();

test('a claim says in whose words an outlet speaks, in bold who says otherwise, and an altered copy is last', async () => {
  const panelContent = makePanelContent(panelPack, story);
  const [claim] = panelContent.elsewhere;
  const [position] = claim?.positions ?? [];
  if (claim === undefined || position === undefined) throw new Error('The pack has a claim not found here.');
  const source = (outlet: string, other = {}) => ({ ...position.source, id: outlet, outlet, ...other });
  const positions: typeof claim.positions = [
    { ...position, stance: 'says', source: source('Copyist', { rewordedFrom: 'AP' }) },
    { ...position, stance: 'says', source: source('Daily'), voice: 'own' },
    { ...position, stance: 'says', source: source('Daily'), voice: 'own', evidence: ['in another article'] },
    { ...position, stance: 'says-in-part', source: source('Weekly'), voice: 'Ann Lee' },
    { ...position, stance: 'says-otherwise', source: source('Tribune') },
    { ...position, stance: 'does-not-mention', source: source('Silent') },
  ];
  await show(open(story, [{ ...panelContent, elsewhere: [{ ...claim, positions }], made: [] }]));
  const line = shownPanel().querySelector('.speakers');
  expect(line?.textContent).toBe(
    'Daily · Weekly (in the words of Ann Lee; in less detail) · Copyist (altered copy) · Tribune says otherwise',
  );
  expect(line?.querySelector('b')?.textContent).toBe('Tribune says otherwise');
});

/** The story with many claims that it does not make, one of which a source denies. */
function reportedElsewhere(count: number): ActivePage {
  const content = makePanelContent(panelPack, story);
  const [claim] = content.elsewhere;
  if (claim === undefined) throw new Error('The pack has a claim not found here.');
  const elsewhere = Array.from({ length: count }, (_, at) => ({
    ...claim,
    ref: `small/claim-${at}`,
    text: `Claim number ${at}.`,
  }));
  return open(story, [{ ...content, elsewhere }]);
}

test('the overview has what others report first, then what they say differently, then the quotations', async () => {
  await show(reportedElsewhere(20));
  const headings = [...shownPanel().querySelectorAll('h2')].map((heading) => heading.textContent);
  expect(headings).toEqual([
    'Others report, not found here 20',
    'Others say it differently 1',
    'Quotations on this page 1',
  ]);
  expect(shownPanel().textContent).toContain('Claim number 2.');
  expect(shownPanel().textContent).not.toContain('Claim number 3.');
  const said = [...shownPanel().querySelectorAll('.said')].map((line) => line.textContent);
  expect(said).toEqual(['This page Acme paused Iris.', 'Weekly as printed']);
});

test('the rest is one press away: "Show n more" leads to the tab that has them all', async () => {
  await show(reportedElsewhere(20));
  await page.getByRole('button', { name: 'Show 17 more' }).click();
  expect(chosenTab()).toBe('Claims 21');
  expect(shownPanel().textContent).toContain('Known claims not found on this page 20');
  expect(shownPanel().textContent).toContain('Claim number 19.');
});

test('header and tabs give the same numbers, each tab as many entries', async () => {
  await show(quotingTwice());
  expect(tabNames()).toEqual(['Overview', 'Quotes 2']);
  follow(open(story));
  await expect.poll(() => tabNames()).toEqual(['Overview', 'Quotes 1', 'Claims 3', 'Names 1', 'Timeline']);
  expect(place.querySelector('header .when')?.textContent).toBe(
    '11 June 2020 · 1 quotation · 1 name · 3 known claims',
  );
  const entries = { Quotes: '.quotation', Claims: '.claim', Names: '.names > li' };
  for (const [tab, selector] of Object.entries(entries)) {
    await page.getByRole('tab', { name: tab }).click();
    expect(shownPanel().querySelectorAll(selector)).toHaveLength(Number(chosenTab()?.split(' ')[1]));
  }
});

test('tabs are one stop: arrow keys, Home and End choose, and each names its panel', async () => {
  await show(open(story));
  const stops = () => [...place.querySelectorAll<HTMLElement>('[role=tab][tabindex="0"]')];
  expect(stops()).toHaveLength(1);
  stops()[0]?.focus();
  const walk: [string, string][] = [
    ['{ArrowRight}', 'Quotes 1'],
    ['{End}', 'Timeline'],
    ['{ArrowRight}', 'Overview'],
    ['{ArrowLeft}', 'Timeline'],
    ['{Home}', 'Overview'],
  ];
  for (const [key, tab] of walk) {
    await userEvent.keyboard(key);
    expect(chosenTab()).toBe(tab);
    expect(document.activeElement?.textContent).toBe(tab);
    expect(stops()).toHaveLength(1);
    const labelledBy = shownPanel().getAttribute('aria-labelledby') ?? '';
    expect(document.getElementById(labelledBy)?.textContent).toBe(tab);
  }
});

test('each page keeps its tab and its place while the panel is open, whatever changes on it', async () => {
  const first = reportedElsewhere(60);
  await show(first, 'Claims');
  scrollTo({ top: 300, behavior: 'instant' });
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  follow(open({ ...story, address: 'https://page.example/other' }));
  await expect.poll(chosenTab).toBe('Overview');
  await page.getByRole('tab', { name: 'Names' }).click();
  // A jump within the page, and a change of it.
  follow(open({ ...story, address: 'https://page.example/other#part' }));
  expect(chosenTab()).toBe('Names 1');
  follow({ ...first });
  await expect.poll(chosenTab).toBe('Claims 61');
  await expect.poll(() => scrollY).toBe(300);
});

test('another surface asks for a tab of the page that is shown', async () => {
  await show(open(story));
  const [ask] = services.watchRequests.mock.lastCall ?? [];
  ask?.({ tabId: 2, tab: 'names' });
  follow({ ...open(story) });
  expect(chosenTab()).toBe('Overview');
  expect(services.clearRequest).not.toHaveBeenCalled();
  ask?.({ tabId: 1, tab: 'claims' });
  await expect.poll(chosenTab).toBe('Claims 3');
  expect(services.clearRequest).toHaveBeenCalledOnce();
});

test('a page of which no claim is known begins with its quotations and names', async () => {
  const content = { ...makePanelContent(panelPack, story), made: [], elsewhere: [] };
  await show(open(story, [content]));
  expect(tabNames()).toEqual(['Overview', 'Quotes 1', 'Names 1', 'Timeline']);
  const headings = [...shownPanel().querySelectorAll('h2')].map((heading) => heading.textContent);
  expect(headings).toEqual([
    'Quotations on this page 1',
    'Names on this page 1',
    'Since this page was published 2',
  ]);
});

test('the menu closes with Esc, a press elsewhere and a choice, and gives the focus back', async () => {
  vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show(open(story));
  const menu = place.querySelector('details.menu') as HTMLDetailsElement;
  const opener = menu.querySelector('summary');
  const closers: [() => Promise<unknown>, boolean][] = [
    [() => userEvent.keyboard('{Escape}'), true],
    [() => page.getByRole('heading', { level: 1 }).click(), false],
    [() => page.getByRole('button', { name: 'Copy as Markdown' }).click(), true],
  ];
  for (const [close, returnsFocus] of closers) {
    await page.getByLabelText('More actions').click();
    await expect.poll(() => menu.open).toBe(true);
    await close();
    await expect.poll(() => menu.open).toBe(false);
    if (returnsFocus) expect(document.activeElement).toBe(opener);
  }
});
