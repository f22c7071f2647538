import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';
import { openSidePanel } from './side-panel.ts';

const story = `<!doctype html><html lang="en"><head><title>A year without police</title>
<meta property="article:published_time" content="2020-06-11T08:00:00Z"></head><body><article>
<h1>A year without police</h1>
<p>Amazon announced a one-year moratorium on police use of Rekognition, its facial recognition software.</p>
<p>Joy Buolamwini, who founded the Algorithmic Justice League, welcomed it.</p>
<p style="margin-top: 3000px">The American Civil Liberties Union asked for more.</p></article></body></html>`;

/**
 * Two statements of the pack as outlets printed them, far apart, and the first of them once more in another context.
 */
const quoting = `<!doctype html><html lang="en"><head><title>Who said what</title></head><body><article>
<h1>Who said what</h1>
<p>“We hope this one-year moratorium might give Congress enough time to implement appropriate rules, and we stand ready
to help if requested,” Amazon said.</p>
<p style="margin-top: 3000px">“This surveillance technology’s threat to our civil rights and civil liberties will not
disappear in a year,” said Nicole Ozer of the ACLU.</p>
<p style="margin-top: 3000px">Once more: “We hope this one-year moratorium might give Congress enough time to implement
appropriate rules,” as Amazon said.</p><p style="margin-top: 3000px">It rained.</p></article></body></html>`;

const other = `<!doctype html><html lang="en"><head><title>Gender Shades</title></head><body><article>
<h1>Gender Shades</h1><p>Joy Buolamwini and Timnit Gebru wrote Gender Shades.</p></article></body></html>`;

/** Runs in the panel: what it says of the page, without what is asked for later, whether the page can be kept. */
function readBriefing(): string {
  const main = document.querySelector('main')?.cloneNode(true);
  if (!(main instanceof Element)) return '';
  main.querySelector('.keep')?.remove();
  return main.textContent;
}

describe.each(browserNames)('the briefing in %s', (name) => {
  const tested = useExtension(name);

  /** Here the panel is a tab of its own, which hides the page; a hidden page is not read, so it must be read before. */
  async function openPanel(html: string, hasMarks = true) {
    const page = await tested.openHtml(html);
    if (hasMarks) await page.waitForMarks();
    const tabId = await tested.extension.findTabId(page);
    return { page, panel: await tested.openSurface(`src/entrypoints/panel.html?tab=${tabId}`) };
  }

  test('lists what the page mentions, what has happened since, and what others report', async () => {
    const { panel } = await openPanel(story);
    const read = () => panel.call(() => document.body.textContent ?? '');
    const text = await waitFor('the briefing', read, (words) => words.includes('Others report'));
    expect(text).toMatch(/11 June 2020 · \d+ names · \d+ known claims/);
    expect(text).toMatch(/Others report, not found here \d+/);
    for (const [tab, said] of [
      ['claims', /Known claims not found on this page \d+/],
      ['names', /Amazon Rekognition/],
      ['timeline', /Since this page was published \d+.*18 May 2021/s],
    ] as const) {
      await panel.page.locator(`#tab-${tab}`).click();
      const shown = () =>
        panel.call(() => document.querySelector('[role=tabpanel]:not([hidden])')?.textContent);
      await waitFor(`the tab ${tab}`, shown, (words) => said.test(words ?? ''));
    }
    expect(panel.errors).toEqual([]);
  });

  test('goes to a mention on the page and opens its card', async () => {
    const { page, panel } = await openPanel(story);
    await panel.page.locator('#tab-names').click();
    await panel.page.locator('#panel-names ::-p-text(American Civil Liberties Union)').click();
    await page.page.bringToFront();
    expect(await page.waitForCard()).toContain('American Civil Liberties Union');
    expect(await page.call(() => scrollY)).toBeGreaterThan(1000);
  });

  test('goes from point to point of the timeline by arrow keys', async () => {
    const { panel } = await openPanel(story);
    await panel.page.locator('#tab-timeline').click();
    // Rendered again once its width is known, which removes the focus from a point.
    const isFitted = () =>
      panel.call(() => {
        const drawing = document.querySelector('.timeline svg')?.getBoundingClientRect();
        const frame = document.querySelector('.timeline')?.getBoundingClientRect();
        return drawing !== undefined && frame !== undefined && Math.abs(drawing.width - frame.width) < 1;
      });
    await waitFor('the timeline in its width', isFitted, (isDone) => isDone);
    const chosen = () => panel.call(() => document.querySelector('.chosen')?.textContent ?? '');
    const before = await waitFor('the timeline', chosen, (words) => words !== '');
    await panel.call(() => document.querySelector<HTMLElement>('.point[tabindex="0"]')?.focus());
    await panel.press('Home');
    const after = await waitFor('the first point', chosen, (words) => words !== before);
    expect(await panel.call(() => document.activeElement?.getAttribute('aria-pressed') ?? '')).toBe('true');
    await panel.press('ArrowRight');
    await waitFor('the second point', chosen, (words) => words !== after);
  });

  test('is honestly empty on a page about something else', async () => {
    const { panel } = await openPanel(
      '<article><p>Apples were sold by the crate, and it rained.</p></article>',
      false,
    );
    const read = () => panel.call(() => document.body.textContent ?? '');
    const text = await waitFor('the panel', read, (words) => words.includes('mentions nothing'));
    expect(text).not.toContain('not found');
  });
  test('goes from quotation to quotation on the page', async () => {
    const { page, panel } = await openPanel(quoting);
    await panel.page.locator('#tab-quotes').click();
    const place = () => panel.call(() => document.querySelector('.place')?.textContent ?? '');
    const press = (label: string) => panel.page.locator(`::-p-aria(${label} quotation)`).click();
    await press('Next');
    await waitFor('the first quotation', place, (words) => words === 'Quotation 1 of 3');
    await page.page.bringToFront();
    await page.waitForCard((card) => card.includes('one-year moratorium'));
    await panel.page.bringToFront();
    await press('Next');
    await waitFor('the second quotation', place, (words) => words === 'Quotation 2 of 3');
    await page.page.bringToFront();
    await page.waitForCard((card) => card.includes('Nicole Ozer'));
    const scrolled = () => page.call(() => scrollY);
    expect(await scrolled()).toBeGreaterThan(1000);
    await panel.page.bringToFront();
    await press('Next');
    await waitFor('the first one once more', place, (words) => words === 'Quotation 3 of 3');
    await page.page.bringToFront();
    await waitFor('the way down to it', scrolled, (top) => top > 4000);
    await page.waitForCard((card) => card.includes('one-year moratorium'));
    await panel.page.bringToFront();
    await press('Next');
    await page.page.bringToFront();
    await waitFor('the way back up', scrolled, (top) => top < 1000);
    expect(panel.errors).toEqual([]);
  });

  test('opens beside the page by the toolbar’s button, and follows the reader from tab to tab', async () => {
    const first = await tested.openHtml(story);
    await first.waitForMarks();
    const second = await tested.openHtml(other);
    await second.waitForMarks();
    const panel = await openSidePanel(tested, second);
    try {
      const waitForPanel = (title: string) =>
        waitFor(`the briefing of ${title}`, panel.readText, (text) => text.trimStart().startsWith(title));
      await waitForPanel('Gender Shades');
      await panel.press('Names 3');
      expect(await waitForPanel('Gender Shades')).toContain('Timnit Gebru');
      await first.page.bringToFront();
      const text = await waitForPanel('A year without police');
      expect(text).toContain('11 June 2020');
      await panel.press(/Names \d+/.exec(text)?.[0] ?? '');
      await panel.press('Next mention');
      expect(await first.waitForCard()).toContain('Rekognition');
      await second.page.bringToFront();
      expect(await waitForPanel('Gender Shades')).not.toContain('11 June 2020');
      const third = await tested.openHtml('<article><p>It rained, and apples were sold.</p></article>');
      await third.page.bringToFront();
      await waitFor('the empty panel', panel.readText, (words) => words.includes('mentions nothing'));
    } finally {
      await panel.close();
    }
  });

  test('opens at what others report by one click in the popup', async () => {
    const page = await tested.openHtml(story);
    await page.waitForMarks();
    const panel = await openSidePanel(tested, page, 'h2 ::-p-text(Others report, not found here)');
    try {
      await waitFor('the claims', panel.readText, (text) =>
        text.includes('Known claims not found on this page'),
      );
    } finally {
      await panel.close();
    }
  });

  test('reads a page that was never shown, as it does when the page is shown', async () => {
    const address = tested.server.addPage('/never-shown.html', story);
    const surface = await tested.openSilentPage();
    const tabId = await callApi<number>(
      surface,
      `(await api.tabs.create({ url: ${JSON.stringify(address)}, active: false })).id`,
    );
    const panel = await tested.openSurface(`src/entrypoints/panel.html?tab=${tabId}`);
    const said: string[] = [];
    const read = async () => {
      const text = await panel.call(readBriefing);
      said.push(text);
      return text;
    };
    const hidden = await waitFor('the briefing', read, (text) => text.includes('Others report'));
    // Until then it says that it has read nothing yet.
    expect(said.filter((text) => /mentions nothing|no date/.test(text))).toEqual([]);
    await callApi(surface, `void (await api.tabs.update(${tabId}, { active: true }))`);
    const shown = await tested.extension.openPage(address);
    await shown.waitForMarks();
    const shownId = await tested.extension.findTabId(shown);
    const other = await tested.openSurface(`src/entrypoints/panel.html?tab=${shownId}`);
    const readOther = () => other.call(readBriefing);
    expect(await waitFor('the other briefing', readOther, (text) => text.includes('Others report'))).toBe(
      hidden,
    );
    await callApi(surface, `void (await api.tabs.remove(${tabId}))`);
  });
});
