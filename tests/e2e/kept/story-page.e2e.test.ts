import { describe, expect, test } from 'vitest';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { callApi } from '../driving/extension-api.ts';
import { useExtension } from '../driving/start-extension.ts';

const filler = 'The bridge was built in 1931, and many people cross it each day on their way to work. ';
const pageOf = (
  outlet: string,
  title: string,
  date: string,
  paragraphs: readonly string[],
) => `<!doctype html>
<html lang="en"><head><title>${title}</title>
<meta property="og:site_name" content="${outlet}"><meta property="og:type" content="article">
<meta property="og:title" content="${title}"><meta property="article:published_time" content="${date}"></head>
<body><article><h1>${title}</h1>${paragraphs.map((words) => `<p>${words} ${filler.repeat(3)}</p>`).join('')}</article></body></html>`;

const herald = pageOf('The Herald', 'Mayor closes the old bridge', '2024-03-04', [
  'The old bridge will close.',
  '“We will close the old bridge on Monday because it is rusted,” Ann Lee said.',
  '“Nobody has to fear for a job,” Ann Lee said.',
]);
const gazette = pageOf('Gazette', 'Old bridge closes on Friday', '2024-03-05', [
  'The old bridge will close soon.',
  '“We will close the old bridge on Friday because it is rusted,” said Ann Lee, the mayor.',
  '“I walked over it each day,” said Bo Hill.',
]);

describe.each(browserNames)('a story in %s', (name) => {
  const tested = useExtension(name);

  const read = (page: DrivenPage, selector: string) =>
    page.call((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);
  const waitForText = (page: DrivenPage, selector: string, text: string) =>
    waitFor(
      `“${text}”`,
      () => read(page, selector),
      (shown) => shown.includes(text),
    );

  test('two kept pages are compared; the story is renamed, which is undone; a quotation leads to the kept copy', async () => {
    const pages = [await tested.openHtml(herald), await tested.openHtml(gazette)];
    const library = await tested.openSurface('src/entrypoints/library.html#/stories');
    await waitForText(library, 'h1', 'Stories');
    expect(await read(library, '.story-example')).toContain('Both articles are invented.');

    const stories: string[] = [];
    for (const page of pages) {
      const tabId = await tested.extension.findTabId(page);
      const kept = await callApi<{ reply?: { kept?: { story: { id: string } } } }>(
        library,
        `await api.runtime.sendMessage({ to: 'background', call: 'keepPage', request: { tabId: ${tabId} } })`,
      );
      stories.push(kept.reply?.kept?.story.id ?? JSON.stringify(kept));
    }
    // Both are on one event, which the reader has not said.
    expect(stories[1]).toBe(stories[0]);

    await library.page.bringToFront();
    await waitForText(library, '.story-list', '2 articles');
    await library.page.locator('.story-list a').click();
    await waitForText(library, '.utterance.differs', 'says something else');
    expect(await read(library, '.utterance .speaker')).toBe('Ann Lee');
    expect(await read(library, '.printing.differs del')).toBe('Monday');
    expect(await read(library, '.printing.differs ins')).toBe('Friday');
    expect(await read(library, '#only-here')).toContain('only in this one of the 2 articles');
    const title = await read(library, 'h1');

    await library.page.locator('.page-heading .action').click();
    await library.page.locator('.rename input').fill('Two bridges');
    await library.page.keyboard.press('Enter');
    await waitForText(library, 'h1', 'Two bridges');
    expect(await read(library, '.outcome [role=status]')).toBe('Renamed to “Two bridges”.');
    await library.page.locator('.outcome button').click();
    await waitForText(library, 'h1', title);

    await library.page.locator('.printing.differs figcaption a').click();
    await waitForText(library, '.kept-text mark', 'on Friday');
    await waitForText(library, 'h1', 'Old bridge closes on Friday');
    expect([...pages.flatMap(({ errors }) => errors), ...library.errors]).toEqual([]);
  });
});
