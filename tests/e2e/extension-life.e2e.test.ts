import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { geckoId } from '../../manifest.config.ts';
import { waitFor } from '../../tools/browsers/wait-for.ts';
import { useExtension } from './start-extension.ts';

const article =
  '<main><article><h1>Faces</h1><p>Police tried Amazon Rekognition for years.</p></article></main>';

// Each removes the extension from its browser, so each browser is started for one test only.
describe('in Chromium', () => {
  const chromium = useExtension('chromium');

  test('the old script takes its paint off by itself when the extension goes', async () => {
    const page = await chromium.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const { browser, extensionOrigin } = chromium.extension.driver;
    await browser.uninstallExtension(new URL(extensionOrigin).host);
    await page.waitForMarks((marks) => marks.length === 0);
    expect(page.errors).toEqual([]);
  });
});

describe('in Firefox', () => {
  const firefox = useExtension('firefox');

  test('a new instance clears what the old one left, and marks the open page once', async () => {
    const page = await firefox.openHtml(article);
    await page.waitForMark('Amazon Rekognition');
    const { browser } = firefox.extension.driver;
    await browser.uninstallExtension(geckoId);
    // What a script that was destroyed has left: the same name, on other text.
    await page.call(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('h1') as Element);
      CSS.highlights.set('sidelight-0-light', new Highlight(range));
      // One of the page's own, which is not ours to touch.
      CSS.highlights.set('page-own', new Highlight(range));
    });
    await browser.installExtension(path.join(import.meta.dirname, '../../dist/firefox'));
    await page.page.bringToFront();
    await waitFor(
      'the marks of the new instance alone',
      () => page.readMarks(),
      (marks) => marks.length === 1 && marks[0]?.text === 'Amazon Rekognition',
    );
    expect(await page.call(() => CSS.highlights.has('page-own'))).toBe(true);
    await page.clickMark('Amazon Rekognition');
    expect(await page.waitForCard()).toContain('Rekognition');
  });
});
