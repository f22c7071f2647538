import { describe, expect, test } from 'vitest';
import { browserNames } from '../../../tools/browsers/find-browser.ts';
import { waitFor } from '../../../tools/browsers/wait-for.ts';
import { useExtension } from '../driving/start-extension.ts';
import { changeSetting } from '../settings/change-setting.ts';
import {
  linesByTopic,
  linesOfShadowArticle,
  readHighlightLines,
  shadowArticle,
  waitForLines,
} from './mark-lines.ts';

const comeWith = { usesTopicColors: false, line: 'dotted', weight: 'fine', tint: 'none' };
const byTopic = { usesTopicColors: true, line: 'varied', weight: 'fine', tint: 'faint' };
const solid = { ...comeWith, line: 'solid', weight: 'bold' };
const filled = { ...comeWith, line: 'none' };

describe.each(browserNames)('the style of the marks in %s', (name) => {
  const tested = useExtension(name);

  test('follows the reader’s choice in an open tab, inside a shadow root too, and goes back', async () => {
    const page = await tested.openHtml(shadowArticle);
    await page.waitForMarks((marks) => marks.length === 2);
    await waitForLines(page, linesOfShadowArticle);
    await changeSetting(tested, 'marks', solid);
    await waitForLines(page, ['solid 2px', 'solid 2px']);
    await changeSetting(tested, 'marks', filled);
    await waitForLines(page, ['none', 'none']);
    await changeSetting(tested, 'marks', byTopic);
    await waitForLines(page, linesByTopic);
    await changeSetting(tested, 'marks', comeWith);
    await waitForLines(page, linesOfShadowArticle);
    expect(page.errors).toEqual([]);
  });

  test('is there from the start on a page opened later, with elements as with highlights', async () => {
    await changeSetting(tested, 'marks', solid);
    const page = await tested.openHtml(shadowArticle);
    await page.waitForMarks((marks) => marks.length === 2);
    await waitForLines(page, ['solid 2px', 'solid 2px']);
    await changeSetting(tested, 'painter', 'mark-element');
    const style = await waitFor(
      'a mark element',
      () => page.call(readElementLine),
      (line) => line !== null,
    );
    expect(style).toBe('solid 2px');
    await changeSetting(tested, 'painter', 'auto');
    await changeSetting(tested, 'marks', comeWith);
    expect(page.errors).toEqual([]);
  });

  test('stays when a document is rewritten', async () => {
    const page = await tested.openHtml(shadowArticle);
    await page.waitForMarks((marks) => marks.length === 2);
    await page.call((html) => {
      document.open();
      document.write(`<p>Once more.</p>${html}`);
      document.close();
    }, shadowArticle);
    await page.waitForMarks((marks) => marks.length === 2);
    await waitForLines(page, linesOfShadowArticle);
    expect(page.errors).toEqual([]);
  });

  test('is worn by the example of the welcome page, from the start and when it changes', async () => {
    await changeSetting(tested, 'marks', solid);
    const welcome = await tested.openSurface('src/entrypoints/welcome.html');
    await welcome.waitForMark('Gender Shades');
    const readKinds = async () => [...new Set(await welcome.call(readHighlightLines))];
    const waitForKinds = (kinds: readonly string[]) =>
      waitFor(`lines ${kinds.join(', ')}`, readKinds, (found) => String(found) === String(kinds));
    // The quotation's line is double, whatever the reader chose.
    await waitForKinds(['double 2px', 'solid 2px']);
    await changeSetting(tested, 'marks', comeWith);
    await waitForKinds(['dotted 1.5px', 'double 1px']);
    expect(welcome.errors).toEqual([]);
  });
});

function readElementLine(): string | null {
  const element = [...document.querySelectorAll('*')].find((one) =>
    /^[a-p]{16}[a-z0-9]$/.test(one.localName),
  );
  if (!element) return null;
  const { textDecorationStyle, textDecorationThickness } = getComputedStyle(element);
  return `${textDecorationStyle} ${textDecorationThickness}`;
}
