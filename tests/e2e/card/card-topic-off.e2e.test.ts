/** “Stop marking this topic” in a card: with a real mouse and real keys, in all tabs. */
import { describe, expect, test } from 'vitest';
import { askBackground } from '../../../tools/browsers/ask-extension.ts';
import type { DrivenPage } from '../../../tools/browsers/driven-page.ts';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { waitForOutcome } from '../driving/wait-for-outcome.ts';

/** Of the topics on systems and on audits. */
const article = '<article><p>Police used Amazon Rekognition. Gender Shades tested others.</p></article>';

const readFocus = (page: DrivenPage) =>
  page.callInCard((root) => root.activeElement?.ariaLabel ?? root.activeElement?.textContent, []);

describe.each(browserNames)('“stop marking this topic” in a card in %s', (name) => {
  const tested = useExtension(name);

  test('takes the topic’s marks from all tabs in three clicks, and Undo brings them back', async () => {
    const other = await tested.openHtml(article);
    await other.waitForMark('Amazon Rekognition');
    const page = await tested.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    await page.clickMark('Amazon Rekognition');
    await page.waitForCard((text) => text.includes('Rekognition'));
    await page.chooseInCard('topic');
    await waitForOutcome(page, 'is no longer marked');
    for (const one of [page, other]) {
      await one.waitForMarks((marks) => marks.every(({ text }) => text !== 'Amazon Rekognition'));
      await one.waitForMark('Gender Shades');
    }
    await page.clickInCard('.undo');
    await waitForOutcome(page, 'Undone.');
    for (const one of [page, other]) await one.waitForMark('Amazon Rekognition');
    expect(await readFocus(page)).toBe('More');
    await page.press('Escape');
    await page.waitForNoCard();
    const surface = await tested.openSilentPage();
    expect(await askBackground(surface.page, 'getSettings')).toMatchObject({ topics: {} });
    expect([...page.errors, ...other.errors]).toEqual([]);
  });

  test('works by keys alone, and the popup can undo it once the card is closed', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Gender Shades');
    await page.clickMark('Gender Shades');
    await page.waitForCard((text) => text.includes('Buolamwini'));
    // Where the focus goes from the card's own start, backwards.
    await page.page.keyboard.down('Shift');
    await page.press('Tab');
    await page.page.keyboard.up('Shift');
    expect(await readFocus(page)).toBe('More');
    await waitFor(
      'a press that counts',
      async () => {
        await page.press('Enter');
        await page.press('s');
        expect(await readFocus(page)).toMatch(/^Stop marking this topic/);
        await page.press('Enter');
        expect(await readFocus(page)).toBe('More');
        return page.readMarks();
      },
      (marks) => marks.every(({ text }) => text !== 'Gender Shades'),
    );
    // Esc closes the menu first.
    await page.press('Enter');
    await page.press('Escape');
    expect(await page.readCard()).toContain('Gender Shades');
    await page.press('Escape');
    await page.waitForNoCard();
    const tabId = await tested.extension.findTabId(page);
    const popup = await tested.openSurface(`src/entrypoints/toolbar.html?tab=${tabId}`);
    await waitFor(
      'the topic in the popup',
      () => popup.call(() => document.querySelector('.change')?.textContent ?? ''),
      (text) => text.includes('Topic switched off by a card here: Audits'),
    );
    await popup.page.locator('.change button').click();
    await page.waitForMark('Gender Shades');
  });
});
