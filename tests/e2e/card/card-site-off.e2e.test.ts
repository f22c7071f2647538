import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { waitForOutcome } from '../driving/wait-for-outcome.ts';
import { changeSetting } from '../settings/change-setting.ts';

const article = '<article><p>Police used Amazon Rekognition. Gender Shades tested others.</p></article>';

describe.each(browserNames)('“not on this site” in a card in %s', (name) => {
  const tested = useExtension(name);

  test('takes the marks away and keeps the card, whose Undo brings them back', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Gender Shades');
    await page.clickMark('Gender Shades');
    await page.waitForCard((text) => text.includes('Buolamwini'));
    await page.chooseInCard('site');
    await page.waitForMarks((marks) => marks.length === 0);
    await waitForOutcome(page, 'Switched off on localhost');
    await page.clickInCard('.undo');
    await page.waitForMark('Amazon Rekognition');
    await waitForOutcome(page, 'Undone.');
    expect(
      await page.callInCard((root) => root.activeElement?.ariaLabel ?? root.activeElement?.tagName, []),
    ).toBe('More');
    await page.press('Escape');
    await page.waitForNoCard();
    expect(page.errors).toEqual([]);
  });

  test('a card that stayed is gone with a click elsewhere, and the site stays off', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Gender Shades');
    await page.clickMark('Gender Shades');
    await page.chooseInCard('site');
    await waitForOutcome(page, 'Switched off on localhost');
    await page.page.mouse.click(600, 20);
    await page.waitForNoCard();
    expect(await page.readMarks()).toEqual([]);
    const next = await tested.openSurface('src/entrypoints/options.html');
    await waitFor(
      'the site on the list',
      () => next.call(() => document.querySelector('#sites')?.textContent ?? ''),
      (text) => text.includes('localhost'),
    );
    await next.page.bringToFront();
    await next.page.locator('#sites li button').click();
    await page.page.bringToFront();
    await page.waitForMark('Gender Shades');
  });

  test('switched off in another way, the page takes its card away', async () => {
    const page = await tested.openHtml(article);
    await page.waitForMark('Gender Shades');
    await page.clickMark('Gender Shades');
    await page.waitForCard();
    await changeSetting(tested, 'enabled', false);
    await page.waitForNoCard();
    await changeSetting(tested, 'enabled', true);
  });
});
